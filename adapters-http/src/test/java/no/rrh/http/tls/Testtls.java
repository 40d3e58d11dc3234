package no.rrh.http.tls;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Certificates of a server on 127.0.0.1, the files they lie in, and clients that trust them. */
public final class Testtls {
    public static final KeyPair EC = noekler("EC", "secp256r1");
    public static final KeyPair ANNEN_EC = noekler("EC", "secp256r1");
    public static final KeyPair RSA = noekler("RSA", "2048");

    private static final AtomicLong SERIENUMMER = new AtomicLong(1);
    private static final String UTSTEDER = "CN=Syntetisk utsteder,C=NO";

    private Testtls() {}

    static KeyPair noekler(String slag, String stoerrelse) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(slag);
            if (slag.equals("EC")) {
                generator.initialize(new ECGenParameterSpec(stoerrelse));
            } else if (slag.equals("RSA")) {
                generator.initialize(Integer.parseInt(stoerrelse));
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One that has issued itself, and is valid from the day before until so long after. */
    public static X509Certificate selvutstedt(KeyPair noekler, Instant naa, Duration varighet) {
        return utsted(
                "CN=127.0.0.1", noekler, "CN=127.0.0.1", noekler, naa.minus(Duration.ofDays(1)), naa.plus(varighet));
    }

    static X509Certificate utstedt(KeyPair noekler, KeyPair utsteders, Instant naa) {
        return utsted(
                UTSTEDER,
                utsteders,
                "CN=127.0.0.1",
                noekler,
                naa.minus(Duration.ofDays(1)),
                naa.plus(Duration.ofDays(90)));
    }

    static X509Certificate utsteder(KeyPair noekler, Instant naa) {
        return utsted(
                UTSTEDER, noekler, UTSTEDER, noekler, naa.minus(Duration.ofDays(1)), naa.plus(Duration.ofDays(900)));
    }

    static X509Certificate utsted(
            String utsteder, KeyPair utsteders, String subjekt, KeyPair noekler, Instant fra, Instant til) {
        try {
            X509v3CertificateBuilder bygger = new JcaX509v3CertificateBuilder(
                    new X500Name(utsteder),
                    BigInteger.valueOf(SERIENUMMER.getAndIncrement()),
                    Date.from(fra),
                    Date.from(til),
                    new X500Name(subjekt),
                    noekler.getPublic());
            bygger.addExtension(Extension.basicConstraints, true, new BasicConstraints(subjekt.equals(UTSTEDER)));
            bygger.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
            String signatur = switch (utsteders.getPrivate().getAlgorithm()) {
                case "RSA" -> "SHA256withRSA";
                case "EC" -> "SHA256withECDSA";
                default -> "Ed25519";
            };
            return new JcaX509CertificateConverter()
                    .getCertificate(bygger.build(new JcaContentSignerBuilder(signatur).build(utsteders.getPrivate())));
        } catch (OperatorCreationException | GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(X509Certificate... kjede) {
        return Arrays.stream(kjede).map(Testtls::pem).collect(Collectors.joining());
    }

    private static String pem(X509Certificate sertifikat) {
        try {
            return blokk("CERTIFICATE", sertifikat.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static String pem(PrivateKey noekkel) {
        return blokk("PRIVATE KEY", noekkel.getEncoded());
    }

    static String blokk(String slag, byte[] der) {
        return "-----BEGIN " + slag + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + slag + "-----\n";
    }

    /** Both files, the key for its owner alone. */
    public static Sertifikatfiler.Pem filer(Path mappe, X509Certificate sertifikat, PrivateKey noekkel) {
        return filer(mappe, pem(sertifikat), pem(noekkel));
    }

    static Sertifikatfiler.Pem filer(Path mappe, String sertifikat, String noekkel) {
        Sertifikatfiler.Pem filer =
                new Sertifikatfiler.Pem(mappe.resolve("fullchain.pem"), mappe.resolve("privkey.pem"));
        skriv(filer.sertifikat(), sertifikat);
        skriv(filer.noekkel(), noekkel);
        rettigheter(filer.noekkel(), "rw-------");
        return filer;
    }

    static void skriv(Path fil, String innhold) {
        try {
            Files.writeString(fil, innhold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void rettigheter(Path fil, String rettigheter) {
        try {
            Files.setPosixFilePermissions(fil, PosixFilePermissions.fromString(rettigheter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Sertifikatfiler.Pkcs12 pkcs12(Path mappe, String passord, KeyPair noekler, X509Certificate... kjede) {
        Path fil = mappe.resolve("tjener.p12");
        try (OutputStream ut = Files.newOutputStream(fil)) {
            KeyStore lager = KeyStore.getInstance("PKCS12");
            lager.load(null, null);
            lager.setKeyEntry("x", noekler.getPrivate(), passord.toCharArray(), kjede);
            lager.store(ut, passord.toCharArray());
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        rettigheter(fil, "rw-------");
        return new Sertifikatfiler.Pkcs12(fil, Optional.of(passord), Optional.empty());
    }

    /** What a client is that trusts these certificates and no other. */
    public static SSLContext klient(X509Certificate... betrodde) {
        try {
            KeyStore lager = KeyStore.getInstance("PKCS12");
            lager.load(null, null);
            for (X509Certificate betrodd : betrodde) {
                lager.setCertificateEntry("c" + lager.size(), betrodd);
            }
            TrustManagerFactory tillit = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            tillit.init(lager);
            SSLContext kontekst = SSLContext.getInstance("TLS");
            kontekst.init(null, tillit.getTrustManagers(), null);
            return kontekst;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
