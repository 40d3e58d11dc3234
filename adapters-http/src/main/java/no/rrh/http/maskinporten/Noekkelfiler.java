package no.rrh.http.maskinporten;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import no.rrh.domain.feil.UgyldigVerdi;
import org.jose4j.jwk.RsaJsonWebKey;

/** The private key of a client, as it is handed over: the same key as JWK and as PEM, both or none. */
final class Noekkelfiler {
    private final Path jwk;
    private final Path pem;

    private Noekkelfiler(Path jwk, Path pem) {
        this.jwk = jwk;
        this.pem = pem;
    }

    static Noekkelfiler skriv(Path ut, String id, RsaJsonWebKey noekkel) throws IOException {
        if (Files.exists(ut) && !Files.isDirectory(ut)) {
            throw new UgyldigVerdi(ut + " er ikke en mappe");
        }
        Eiermappe mappe = Eiermappe.aapne(Files.isDirectory(ut) ? ut.toRealPath() : ut);
        Noekkelfiler filer = new Noekkelfiler(mappe.fil(id + ".jwk.json"), mappe.fil(id + ".pem"));
        lag(mappe, filer.jwk, Rsanoekler.privatJwk(noekkel) + "\n");
        try {
            lag(mappe, filer.pem, Rsanoekler.privatPem(noekkel));
        } catch (IOException | RuntimeException feil) {
            Files.deleteIfExists(filer.jwk);
            throw feil;
        }
        return filer;
    }

    private static void lag(Eiermappe mappe, Path fil, String innhold) throws IOException {
        try {
            mappe.lag(fil.getFileName().toString(), innhold);
        } catch (FileAlreadyExistsException finnes) {
            throw new Klientfeil(
                    "filen " + fil + " finnes fra før og overskrives ikke; flytt den, eller velg en annen" + " mappe");
        }
    }

    void slett() throws IOException {
        Files.deleteIfExists(jwk);
        Files.deleteIfExists(pem);
    }
}
