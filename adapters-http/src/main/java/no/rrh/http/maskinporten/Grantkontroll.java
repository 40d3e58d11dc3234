package no.rrh.http.maskinporten;

import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import no.rrh.http.maskinporten.Tokenfeil.Grunn;
import no.rrh.http.sikkerhet.Avvist;
import no.rrh.http.sikkerhet.Kompakttoken;

/** Judges a JWT grant (RFC 7523): form and header, client, key, signature and claims, in that order. */
final class Grantkontroll {
    private final Klientregister klienter;
    private final Optional<Sertifikatkontroll> sertifikater;
    private final Clock klokke;

    /**
     * A judge.
     *
     * @param sertifikater absent when no certificate is accepted
     */
    Grantkontroll(Klientregister klienter, Optional<Sertifikatkontroll> sertifikater, Clock klokke) {
        this.klienter = klienter;
        this.sertifikater = sertifikater;
        this.klokke = klokke;
    }

    /**
     * What is asked for.
     *
     * @param utsteder who is asked
     */
    Grant kontroller(String assertion, String utsteder) throws Tokenfeil {
        try {
            Kompakttoken kompakt = Kompakttoken.les(assertion, Kompakttoken.Slag.GRANT);
            RegistrertKlient klient = kompakt.paastaattUtsteder()
                    .flatMap(klienter::finn)
                    .orElseThrow(() -> new Tokenfeil(Grunn.UKJENT_KLIENT));
            Map<String, Object> krav = kompakt.verifisertInnhold(noekkel(kompakt, klient));
            return new Grantkrav(krav, klokke)
                    .grant(
                            klient.klient(),
                            utsteder,
                            kompakt.kid().isPresent() ? Tokenbestilling.NOEKKEL : Tokenbestilling.SERTIFIKAT);
        } catch (Avvist avvist) {
            throw new Tokenfeil(grunn(avvist.grunn()));
        }
    }

    private RSAPublicKey noekkel(Kompakttoken kompakt, RegistrertKlient klient) throws Tokenfeil {
        if (kompakt.kid().isEmpty()) {
            Virksomhetssertifikat sertifikat =
                    sertifikater.orElseThrow(() -> new Tokenfeil(Grunn.UTEN_CA)).kontroller(kompakt.x5c());
            if (!sertifikat.orgnr().equals(klient.klient().orgnr())) {
                throw new Tokenfeil(Grunn.ANNEN_VIRKSOMHET);
            }
            return sertifikat.noekkel();
        }
        if (!kompakt.kid().get().equals(klient.noekkel().kid())) {
            throw new Tokenfeil(Grunn.UKJENT_NOEKKEL);
        }
        // without its alg: a client may sign with all three
        return klient.noekkel().offentlig();
    }

    private static Grunn grunn(Avvist.Grunn grunn) {
        return switch (grunn) {
            case ALG -> Grunn.ALGORITME;
            case TYP, KID, FREMMED_HODE -> Grunn.HODE;
            case SERTIFIKAT -> Grunn.UGYLDIG_X5C;
            case SIGNATUR -> Grunn.SIGNATUR;
            default -> Grunn.IKKE_JWT;
        };
    }
}
