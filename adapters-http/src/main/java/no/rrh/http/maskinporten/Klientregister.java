package no.rrh.http.maskinporten;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import no.rrh.domain.feil.UgyldigVerdi;
import org.jose4j.jwk.RsaJsonWebKey;

/**
 * The clients of a {@link LokalMaskinporten}: one file each in its folder, with the public key alone. Nothing is
 * remembered, so that what a command does counts at once for the server that runs beside it.
 */
public final class Klientregister {
    private static final String ENDELSE = ".json";

    private final Path mappe;
    private final Clock klokke;

    /**
     * The clients in a folder.
     *
     * @param maskinporten the folder of the {@link LokalMaskinporten}; nothing is made in it before there is a client
     */
    public Klientregister(Path maskinporten, Clock klokke) {
        this.mappe = maskinporten.resolve("klienter");
        this.klokke = klokke;
    }

    /**
     * Registers a client with a new key, and writes the private key as {@code ID.jwk.json} and {@code ID.pem} (PKCS#8, not
     * encrypted), both for the owner alone. When that fails nothing is registered, and when the registration fails the
     * key files are gone.
     *
     * @param ut the folder to write the key in, made when it is not there
     * @throws Klientfeil when there is a client with that id, or a file where the key is to be written
     */
    public RegistrertKlient opprett(Klient klient, Path ut) {
        if (Files.exists(fil(klient.id()))) {
            throw finnes(klient.id());
        }
        RsaJsonWebKey noekkel = Rsanoekler.ny();
        try {
            Eiermappe klienter = Eiermappe.aapne(mappe);
            Noekkelfiler filer = Noekkelfiler.skriv(ut, klient.id(), noekkel);
            try {
                klienter.lag(
                        klient.id() + ENDELSE,
                        Klientfil.skriv(klient, klokke.instant().truncatedTo(ChronoUnit.MILLIS), noekkel));
            } catch (FileAlreadyExistsException enAnnenVarFoerst) {
                filer.slett();
                throw finnes(klient.id());
            } catch (IOException | RuntimeException feil) {
                filer.slett();
                throw feil;
            }
        } catch (IOException feil) {
            throw new UncheckedIOException(feil);
        }
        return finn(klient.id()).orElseThrow();
    }

    private static Klientfeil finnes(String id) {
        return new Klientfeil("klienten " + id + " finnes fra før; slett den med «klient slett " + id
                + "» først, eller velg en annen id");
    }

    /**
     * The client with that id.
     *
     * @throws UgyldigVerdi when its file is not one; the message names the file
     */
    public Optional<RegistrertKlient> finn(String id) {
        if (!Klient.erId(id)) {
            return Optional.empty();
        }
        Path fil = fil(id);
        try {
            return Optional.of(Klientfil.les(id, Files.readString(fil)));
        } catch (NoSuchFileException ukjent) {
            return Optional.empty();
        } catch (UgyldigVerdi | CharacterCodingException feil) {
            throw new UgyldigVerdi(
                    "filen " + fil + " er ikke en registrert klient: slett den, og opprett klienten på" + " nytt");
        } catch (IOException feil) {
            throw new UncheckedIOException(feil);
        }
    }

    /**
     * All clients, by id.
     *
     * @throws UgyldigVerdi when a file is not one; the message names the file
     */
    public List<RegistrertKlient> liste() {
        try (Stream<Path> filer = Files.list(mappe)) {
            return filer.map(fil -> fil.getFileName().toString())
                    .filter(navn -> navn.endsWith(ENDELSE))
                    .map(navn -> navn.substring(0, navn.length() - ENDELSE.length()))
                    .sorted()
                    .flatMap(id -> finn(id).stream())
                    .toList();
        } catch (NoSuchFileException ingenOpprettet) {
            return List.of();
        } catch (IOException feil) {
            throw new UncheckedIOException(feil);
        }
    }

    /**
     * Removes a client. The tokens it has fetched last until they end.
     *
     * @return false when there is none with that id
     */
    public boolean slett(String id) {
        Klient.krevId(id);
        try {
            return Files.deleteIfExists(fil(id));
        } catch (IOException feil) {
            throw new UncheckedIOException(feil);
        }
    }

    private Path fil(String id) {
        return mappe.resolve(id + ENDELSE);
    }
}
