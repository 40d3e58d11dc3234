package no.rrh.bootstrap.config;

import java.nio.file.Path;
import java.util.Optional;
import no.rrh.http.tls.Sertifikatfiler;

/** What a server without a proxy in front has TLS with: the settings {@code tls.*}. What is in the files is not asked here. */
public final class Tlsinnstillinger {
    private final Verdier verdier;

    Tlsinnstillinger(Verdier verdier) {
        this.verdier = verdier;
        filer();
    }

    /** Where the certificate lies; absent when the server speaks HTTP. */
    public Optional<Sertifikatfiler> filer() {
        Optional<Path> sertifikat = verdier.sti(Innstilling.TLS_SERTIFIKAT, "en fil");
        Optional<Path> noekkel = verdier.sti(Innstilling.TLS_NOEKKEL, "en fil");
        Optional<Path> pkcs12 = verdier.sti(Innstilling.TLS_PKCS12, "en fil");
        if (sertifikat.isPresent() != noekkel.isPresent()) {
            throw new Innstillingsfeil("tls.sertifikat og tls.noekkel må settes sammen");
        }
        if (pkcs12.isPresent()) {
            if (sertifikat.isPresent()) {
                throw new Innstillingsfeil("tls.pkcs12 har både sertifikat og nøkkel, og kan ikke settes sammen med"
                        + " tls.sertifikat og tls.noekkel; sett en av delene");
            }
            return Optional.of(pkcs12(pkcs12.get()));
        }
        verdier.krevUsatt(Innstilling.TLS_PASSORD, Innstilling.TLS_PKCS12);
        verdier.krevUsatt(Innstilling.TLS_PASSORDFIL, Innstilling.TLS_PKCS12);
        return sertifikat.map(fil -> new Sertifikatfiler.Pem(fil, noekkel.get()));
    }

    private Sertifikatfiler pkcs12(Path fil) {
        Optional<String> passord = verdier.verdi(Innstilling.TLS_PASSORD);
        Optional<Path> passordfil = verdier.sti(Innstilling.TLS_PASSORDFIL, "en fil");
        if (passord.isPresent() == passordfil.isPresent()) {
            throw new Innstillingsfeil("tls.pkcs12 må ha passordet sitt: sett enten tls.passord ("
                    + Innstilling.TLS_PASSORD.variabel() + ") eller tls.passordfil ("
                    + Innstilling.TLS_PASSORDFIL.flagg() + "), og ikke begge");
        }
        return new Sertifikatfiler.Pkcs12(fil, passord, passordfil);
    }
}
