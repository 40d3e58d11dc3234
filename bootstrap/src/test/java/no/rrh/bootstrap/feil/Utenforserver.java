package no.rrh.bootstrap.feil;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import no.rrh.bootstrap.system.FalskMaskinporten;
import no.rrh.bootstrap.system.Felles;
import no.rrh.bootstrap.system.Rrhprosess;
import no.rrh.domain.Eksempler;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.lang.JoseException;

/** A server of {@code test}, with a register of one virksomhet, that trusts an outside issuer. */
record Utenforserver(FalskMaskinporten maskinporten, Rrhprosess prosess) implements AutoCloseable {
    private static final String VIRKSOMHET = "/api/virksomheter/" + Eksempler.organisasjonsnummer(0);
    private static final AtomicInteger UKJENTE = new AtomicInteger();

    static Utenforserver start(FalskMaskinporten.Tilstand tilstand) throws Exception {
        FalskMaskinporten maskinporten = new FalskMaskinporten(tilstand);
        Mappe data = Mappe.ny(Lager.values()[0]);
        String[] miljoe = {
            "--miljoe",
            "test",
            "--maskinporten-utsteder",
            maskinporten.utsteder().toString(),
            "--ipfilter-tillat",
            "127.0.0.1",
            "--adresse",
            "127.0.0.1",
            "--kvote-oppslag",
            "av"
        };
        data.utfoer("importer", Importfil.lag(1, "one").toString(), "--miljoe", "test");
        return new Utenforserver(maskinporten, data.serve(miljoe));
    }

    /** The status of a look-up with a token. */
    int oppslag(String token) {
        return Kall.hent(prosess.adresse(), VIRKSOMHET, "Authorization", "Bearer " + token)
                .statusCode();
    }

    /** The status of a look-up with a new token that is signed with this key. */
    int oppslagMed(String kid) {
        return oppslagMed(kid, krav -> {});
    }

    int oppslagMed(String kid, Consumer<JwtClaims> endring) {
        try {
            return oppslag(maskinporten.token(kid, Felles.OFFENTLIG, endring));
        } catch (JoseException e) {
            throw new AssertionError(e);
        }
    }

    /** The status of a look-up with a token of a key that nobody has seen. */
    int oppslagMedUkjentKid() throws JoseException {
        String hode = "{\"alg\":\"RS256\",\"kid\":\"ukjent-" + UKJENTE.incrementAndGet() + "\"}";
        String token = maskinporten.token(Felles.OFFENTLIG);
        return oppslag(Base64.getUrlEncoder().withoutPadding().encodeToString(hode.getBytes(StandardCharsets.US_ASCII))
                + token.substring(token.indexOf('.')));
    }

    @Override
    public void close() {
        prosess.close();
        maskinporten.close();
    }
}
