package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Certificates and keys in PKCS#12, made with the JDK's own tool. */
final class Keytool {
    static final String PASSORD = "changeit";

    private Keytool() {}

    /** Adds a key pair and its certificate to the file; what is said last holds where it is said twice. */
    static void lag(Path fil, String alias, String navn, String... mer) throws IOException, InterruptedException {
        List<String> kommando = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(), "-genkeypair"));
        kommando.addAll(List.of("-keystore", fil.toString(), "-storepass", PASSORD, "-alias", alias));
        kommando.addAll(List.of("-dname", navn, "-keyalg", "RSA", "-keysize", "2048", "-validity", "30"));
        kommando.addAll(List.of(mer));
        Process prosess = new ProcessBuilder(kommando).redirectErrorStream(true).start();
        String sagt = new String(prosess.getInputStream().readAllBytes());
        assertThat(prosess.waitFor()).as(sagt).isZero();
    }

    static KeyStore les(Path fil) throws IOException, GeneralSecurityException {
        KeyStore lager = KeyStore.getInstance("PKCS12");
        try (InputStream inn = Files.newInputStream(fil)) {
            lager.load(inn, PASSORD.toCharArray());
        }
        return lager;
    }

    static String pem(Certificate sertifikat) throws GeneralSecurityException {
        return pem("CERTIFICATE", sertifikat.getEncoded());
    }

    static String pem(String slag, byte[] der) {
        return "-----BEGIN " + slag + "-----\n" + Base64.getMimeEncoder().encodeToString(der) + "\n-----END " + slag
                + "-----\n";
    }
}
