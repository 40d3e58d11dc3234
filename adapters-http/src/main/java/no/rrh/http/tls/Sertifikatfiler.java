package no.rrh.http.tls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where the server's certificate lies, with its private key. What is in the files is read anew each time, since they are
 * renewed while the server runs.
 */
public sealed interface Sertifikatfiler {
    /** All that count. */
    List<Path> alle();

    /**
     * Two files in PEM (RFC 7468).
     *
     * @param sertifikat the server's certificate first, then those of the authorities up to the root
     * @param noekkel the private key, in PKCS#8 and not encrypted
     */
    record Pem(Path sertifikat, Path noekkel) implements Sertifikatfiler {
        @Override
        public List<Path> alle() {
            return List.of(sertifikat, noekkel);
        }
    }

    /**
     * One file in PKCS#12 (RFC 7292) with the private key and the chain of its certificate. One of the two others is there.
     *
     * @param passord the password of the file
     * @param passordfil a file that holds the password and nothing else
     */
    record Pkcs12(Path fil, Optional<String> passord, Optional<Path> passordfil) implements Sertifikatfiler {
        @Override
        public List<Path> alle() {
            return passordfil.map(den -> List.of(fil, den)).orElse(List.of(fil));
        }

        /** Without what is secret. */
        @Override
        public String toString() {
            return "Pkcs12[" + fil + "]";
        }
    }
}
