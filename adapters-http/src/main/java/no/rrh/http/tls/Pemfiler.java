package no.rrh.http.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.rrh.domain.feil.UgyldigVerdi;

/** Reads certificates and a private key in PEM (RFC 7468). What stands between the blocks is skipped, as it says. */
final class Pemfiler {
    private static final Pattern BLOKK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]++)-----([^-]*+)-----END \\1-----", Pattern.DOTALL);

    private Pemfiler() {}

    static String navnPaaSertifikat(Sertifikatfiler.Pem filer) {
        return "filen " + filer.sertifikat() + " i tls.sertifikat";
    }

    static String navnPaaNoekkel(Sertifikatfiler.Pem filer) {
        return "filen " + filer.noekkel() + " i tls.noekkel";
    }

    static Tjenersertifikat les(Sertifikatfiler.Pem filer) {
        List<X509Certificate> kjede = kjede(filer);
        return new Tjenersertifikat(noekkel(filer, kjede.get(0)), kjede);
    }

    private static List<X509Certificate> kjede(Sertifikatfiler.Pem filer) {
        String hvor = navnPaaSertifikat(filer);
        List<X509Certificate> kjede = new ArrayList<>();
        try {
            for (byte[] der : blokker(filer.sertifikat(), hvor, "CERTIFICATE")) {
                kjede.add((X509Certificate)
                        CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (CertificateException | IllegalArgumentException ikkeSertifikat) {
            kjede.clear();
        }
        if (kjede.isEmpty()) {
            throw new UgyldigVerdi(hvor + " kan ikke brukes; forventet serverens sertifikat og så utstedernes, i PEM"
                    + " (BEGIN CERTIFICATE)");
        }
        return kjede;
    }

    private static PrivateKey noekkel(Sertifikatfiler.Pem filer, X509Certificate sertifikat) {
        String hvor = navnPaaNoekkel(filer);
        try {
            List<byte[]> noekler = blokker(filer.noekkel(), hvor, "PRIVATE KEY");
            if (noekler.size() == 1) {
                return KeyFactory.getInstance(sertifikat.getPublicKey().getAlgorithm())
                        .generatePrivate(new PKCS8EncodedKeySpec(noekler.get(0)));
            }
        } catch (GeneralSecurityException | IllegalArgumentException siterer) {
            // not chained: the message may quote the key
        }
        throw new UgyldigVerdi(
                hvor + " kan ikke brukes; forventet den private nøkkelen til sertifikatet, én alene, i PEM"
                        + " med PKCS#8 og uten passord (BEGIN PRIVATE KEY). En i en annen form gjøres om med"
                        + " openssl pkcs8 -topk8 -nocrypt");
    }

    private static List<byte[]> blokker(Path fil, String hvor, String slag) {
        List<byte[]> funnet = new ArrayList<>();
        Matcher blokk = BLOKK.matcher(new String(Filinnhold.les(fil, hvor), StandardCharsets.ISO_8859_1));
        while (blokk.find()) {
            if (blokk.group(1).equals(slag)) {
                funnet.add(Base64.getMimeDecoder().decode(blokk.group(2).strip()));
            }
        }
        return funnet;
    }
}
