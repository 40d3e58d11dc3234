package no.rrh.http.maskinporten;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Issues certificates, as those who issue virksomhetssertifikat do. */
final class Testsertifikater {
    static final KeyPair ROT = noekkel("RSA", 2048);
    static final KeyPair MELLOM = noekkel("RSA", 2048);
    static final KeyPair VIRKSOMHET = noekkel("RSA", 2048);

    private static final AtomicLong SERIENUMMER = new AtomicLong(1);
    private static final String ROTNAVN = "CN=Syntetisk rot,O=Syntetisk utsteder,C=NO";
    private static final String MELLOMNAVN = "CN=Syntetisk mellom,O=Syntetisk utsteder,C=NO";

    private final Instant naa;

    Testsertifikater(Instant naa) {
        this.naa = naa;
    }

    static KeyPair noekkel(String type, int bit) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(type);
            generator.initialize(bit);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException feil) {
            throw new IllegalStateException(feil);
        }
    }

    X509Certificate rot() {
        return autoritet(ROTNAVN, ROT, ROTNAVN, ROT);
    }

    X509Certificate mellom() {
        return autoritet(ROTNAVN, ROT, MELLOMNAVN, MELLOM);
    }

    private X509Certificate autoritet(String utsteder, KeyPair utsteders, String subjekt, KeyPair subjekts) {
        return utsted(
                utsteder, utsteders, subjekt, subjekts, naa.minus(Duration.ofDays(1)), true, KeyUsage.keyCertSign);
    }

    X509Certificate fraRot(String subjekt) {
        return fraRot(subjekt, VIRKSOMHET, KeyUsage.digitalSignature, naa.minus(Duration.ofDays(1)));
    }

    X509Certificate fraRot(String subjekt, KeyPair subjekts, int bruk, Instant fra) {
        return utsted(ROTNAVN, ROT, subjekt, subjekts, fra, false, bruk);
    }

    X509Certificate fraMellom(String subjekt) {
        return utsted(
                MELLOMNAVN,
                MELLOM,
                subjekt,
                VIRKSOMHET,
                naa.minus(Duration.ofDays(1)),
                false,
                KeyUsage.digitalSignature);
    }

    /** One that says it is from the root, signed by somebody else. */
    X509Certificate fraFalskRot(String subjekt, KeyPair falsk) {
        return utsted(
                ROTNAVN, falsk, subjekt, VIRKSOMHET, naa.minus(Duration.ofDays(1)), false, KeyUsage.digitalSignature);
    }

    /** One from the certificate of a virksomhet, which is no authority. */
    X509Certificate fraVirksomhet(String virksomhet, String subjekt, KeyPair subjekts) {
        return utsted(
                virksomhet,
                VIRKSOMHET,
                subjekt,
                subjekts,
                naa.minus(Duration.ofDays(1)),
                false,
                KeyUsage.digitalSignature);
    }

    private static X509Certificate utsted(
            String utsteder,
            KeyPair utsteders,
            String subjekt,
            KeyPair subjekts,
            Instant fra,
            boolean autoritet,
            int bruk) {
        try {
            X509v3CertificateBuilder bygger = new JcaX509v3CertificateBuilder(
                    new X500Name(utsteder),
                    BigInteger.valueOf(SERIENUMMER.getAndIncrement()),
                    Date.from(fra),
                    Date.from(fra.plus(Duration.ofDays(30))),
                    new X500Name(subjekt),
                    subjekts.getPublic());
            bygger.addExtension(Extension.basicConstraints, true, new BasicConstraints(autoritet));
            bygger.addExtension(Extension.keyUsage, true, new KeyUsage(bruk));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            bygger.build(new JcaContentSignerBuilder("SHA256withRSA").build(utsteders.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException feil) {
            throw new IllegalStateException(feil);
        } catch (IOException feil) {
            throw new UncheckedIOException(feil);
        }
    }

    static String base64(X509Certificate sertifikat) {
        try {
            return Base64.getEncoder().encodeToString(sertifikat.getEncoded());
        } catch (CertificateEncodingException feil) {
            throw new IllegalStateException(feil);
        }
    }

    static String pem(X509Certificate... sertifikater) {
        StringBuilder pem = new StringBuilder();
        for (X509Certificate sertifikat : sertifikater) {
            pem.append("-----BEGIN CERTIFICATE-----\n")
                    .append(base64(sertifikat).replaceAll("(.{64})", "$1\n"))
                    .append("\n-----END CERTIFICATE-----\n");
        }
        return pem.toString();
    }
}
