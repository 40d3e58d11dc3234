package no.rrh.http.maskinporten;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.http.sikkerhet.Utsteder;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** The key and the issuer in the folder of a {@link LokalMaskinporten}. */
final class Noekkelmappe {
    private static final String NOEKKEL = "noekkel.jwk.json";
    private static final String UTSTEDER = "utsteder";

    private final Eiermappe mappe;

    private Noekkelmappe(Eiermappe mappe) {
        this.mappe = mappe;
    }

    /** Makes the folder when it is not there. */
    static Noekkelmappe aapne(Path mappe) throws IOException {
        return new Noekkelmappe(Eiermappe.aapne(mappe));
    }

    /** The key, made when there is none. */
    RsaJsonWebKey noekkel() throws IOException {
        Path fil = mappe.fil(NOEKKEL);
        if (!Files.exists(fil)) {
            lagNoekkel();
        }
        try {
            return les(Files.readString(fil));
        } catch (JoseException | RuntimeException | CharacterCodingException siterer) {
            // not chained: the messages quote the private key
            throw new UgyldigVerdi("nøkkelfilen " + fil + " inneholder ikke en privat RSA-nøkkel på minst "
                    + Rsanoekler.BIT + " bit med kid: slett den, så lages en ny");
        }
    }

    private static RsaJsonWebKey les(String json) throws JoseException {
        RsaJsonWebKey noekkel = (RsaJsonWebKey) JsonWebKey.Factory.newJwk(JsonUtil.parseJson(json));
        if (noekkel.getPrivateKey() == null
                || noekkel.getKeyId() == null
                || noekkel.getRsaPublicKey().getModulus().bitLength() < Rsanoekler.BIT) {
            throw new JoseException("not a key to sign with");
        }
        return noekkel;
    }

    private void lagNoekkel() throws IOException {
        try {
            mappe.lag(NOEKKEL, Rsanoekler.privatJwk(Rsanoekler.ny()));
        } catch (FileAlreadyExistsException enAnnenVarFoerst) {
            // then its key is the one
        }
    }

    Optional<URI> utsteder() throws IOException {
        Path fil = mappe.fil(UTSTEDER);
        try {
            return Optional.of(URI.create(new Utsteder(Files.readString(fil).strip()).navn()));
        } catch (NoSuchFileException ikkeSkrevet) {
            return Optional.empty();
        } catch (UgyldigVerdi feil) {
            throw new UgyldigVerdi(fil + ": " + feil.getMessage());
        }
    }

    void skrivUtsteder(Utsteder utsteder) throws IOException {
        mappe.bytt(UTSTEDER, utsteder.navn() + "\n");
    }

    @Override
    public String toString() {
        return mappe.toString();
    }
}
