package no.rrh.http.maskinporten;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.http.sikkerhet.Utsteder;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.lang.JoseException;

/** The folder of a {@link LokalMaskinporten}: each file whole or absent, and the owner's alone. */
final class Noekkelmappe {
    private static final int BIT = 2048;

    private final Path mappe;

    private Noekkelmappe(Path mappe) {
        this.mappe = mappe;
    }

    /** Makes the folder when it is not there; one that is keeps the permissions its owner gave it. */
    static Noekkelmappe aapne(Path mappe) throws IOException {
        Files.createDirectories(
                mappe, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return new Noekkelmappe(mappe);
    }

    /** The key, made when there is none. */
    RsaJsonWebKey noekkel() throws IOException {
        if (!Files.exists(noekkelfil())) {
            lagNoekkel();
        }
        try {
            return les(Files.readString(noekkelfil()));
        } catch (JoseException | RuntimeException | CharacterCodingException siterer) {
            // not chained: the messages quote the private key
            throw new UgyldigVerdi("nøkkelfilen " + noekkelfil() + " inneholder ikke en privat RSA-nøkkel på minst "
                    + BIT + " bit med kid: slett den, så lages en ny");
        }
    }

    private static RsaJsonWebKey les(String json) throws JoseException {
        RsaJsonWebKey noekkel = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(JsonUtil.parseJson(json));
        if (noekkel.getPrivateKey() == null
                || noekkel.getKeyId() == null
                || noekkel.getRsaPublicKey().getModulus().bitLength() < BIT) {
            throw new JoseException("not a key to sign with");
        }
        return noekkel;
    }

    /** A link, unlike a move, fails when another process was first: then its key is the one. */
    private void lagNoekkel() throws IOException {
        Path utkast = utkast(nyNoekkel());
        try {
            Files.createLink(noekkelfil(), utkast);
        } catch (FileAlreadyExistsException enAnnenVarFoerst) {
            return;
        } finally {
            Files.delete(utkast);
        }
    }

    private static String nyNoekkel() {
        try {
            RsaJsonWebKey noekkel = RsaJwkGenerator.generateJwk(BIT);
            noekkel.setKeyId(noekkel.calculateBase64urlEncodedThumbprint("SHA-256"));
            noekkel.setUse("sig");
            noekkel.setAlgorithm("RS256");
            return noekkel.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
        } catch (JoseException umulig) {
            throw new AssertionError("every Java platform makes RSA keys", umulig);
        }
    }

    Optional<URI> utsteder() throws IOException {
        try {
            return Optional.of(
                    URI.create(new Utsteder(Files.readString(utstederfil()).strip()).navn()));
        } catch (NoSuchFileException ikkeSkrevet) {
            return Optional.empty();
        } catch (UgyldigVerdi feil) {
            throw new UgyldigVerdi(utstederfil() + ": " + feil.getMessage());
        }
    }

    void skrivUtsteder(Utsteder utsteder) throws IOException {
        Files.move(
                utkast(utsteder.navn() + "\n"),
                utstederfil(),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private Path utkast(String innhold) throws IOException {
        Path utkast = Files.createTempFile(
                mappe,
                ".utkast",
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (FileChannel fil = FileChannel.open(utkast, StandardOpenOption.WRITE)) {
            fil.write(StandardCharsets.UTF_8.encode(innhold));
            fil.force(true);
        }
        return utkast;
    }

    private Path noekkelfil() {
        return mappe.resolve("noekkel.jwk.json");
    }

    private Path utstederfil() {
        return mappe.resolve("utsteder");
    }

    @Override
    public String toString() {
        return mappe.toString();
    }
}
