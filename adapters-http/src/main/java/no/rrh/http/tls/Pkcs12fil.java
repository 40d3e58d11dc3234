package no.rrh.http.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import no.rrh.domain.feil.UgyldigVerdi;

/** Reads a certificate with its private key in PKCS#12 (RFC 7292). */
final class Pkcs12fil {
    private Pkcs12fil() {}

    static String navn(Sertifikatfiler.Pkcs12 filer) {
        return "filen " + filer.fil() + " i tls.pkcs12";
    }

    static Tjenersertifikat les(Sertifikatfiler.Pkcs12 filer) {
        String hvor = navn(filer);
        byte[] innhold = Filinnhold.les(filer.fil(), hvor);
        char[] passord = passord(filer);
        try {
            KeyStore lager = KeyStore.getInstance("PKCS12");
            lager.load(new ByteArrayInputStream(innhold), passord);
            List<String> noekler = new ArrayList<>();
            for (String navn : Collections.list(lager.aliases())) {
                if (lager.isKeyEntry(navn)) {
                    noekler.add(navn);
                }
            }
            if (noekler.size() == 1) {
                Key noekkel = lager.getKey(noekler.get(0), passord);
                X509Certificate[] kjede = Arrays.stream(lager.getCertificateChain(noekler.get(0)))
                        .map(X509Certificate.class::cast)
                        .toArray(X509Certificate[]::new);
                return new Tjenersertifikat((PrivateKey) noekkel, List.of(kjede));
            }
        } catch (IOException | GeneralSecurityException | RuntimeException siterer) {
            // not chained: what it says may quote what is secret
            throw new UgyldigVerdi(hvor + " kan ikke åpnes; forventet en fil i PKCS#12, og passordet til den");
        }
        throw new UgyldigVerdi(hvor + " kan ikke brukes; forventet én privat nøkkel med sertifikatet og utstedernes");
    }

    private static char[] passord(Sertifikatfiler.Pkcs12 filer) {
        return filer.passord()
                .orElseGet(() -> filer.passordfil()
                        .map(fil -> new String(
                                        Filinnhold.les(fil, "filen " + fil + " i tls.passordfil"),
                                        StandardCharsets.UTF_8)
                                .stripTrailing())
                        .orElse(""))
                .toCharArray();
    }
}
