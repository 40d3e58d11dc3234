package no.rrh.persistence.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.innsyn.Pseudonymisering;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.persistence.fil.Eierrettigheter;

/**
 * The secret under which persons stand in the index: without it nobody can tell whose a row is by trying all numbers, of
 * which there are too few for a hash alone. Whoever has the register's folder, or all of its database, has both, and has the
 * registrations too.
 */
final class Personnoekkel implements Pseudonymisering {
    private static final String FIL = "soekenoekkel";
    private static final String ALGORITME = "HmacSHA256";
    private static final int BYTE = 32;
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}\\n?");
    private static final String PERSON = "person:";
    private static final String PSEUDONYM = "pseudonym:";
    private static final String MERKE = "merke";

    private final Mac mac;

    private Personnoekkel(byte[] noekkel) {
        try {
            this.mac = Mac.getInstance(ALGORITME);
            mac.init(new SecretKeySpec(noekkel, ALGORITME));
        } catch (GeneralSecurityException umulig) {
            throw new AssertionError("every Java platform has " + ALGORITME, umulig);
        }
    }

    /**
     * The key in the folder, which is made where there is none.
     *
     * @throws UgyldigVerdi when the file is not a key
     * @throws RegisteretSvarerIkke when it can be neither read nor written
     */
    static Personnoekkel i(Path mappe) {
        Path fil = fil(mappe);
        try {
            return new Personnoekkel(les(fil));
        } catch (NoSuchFileException ingen) {
            return new Personnoekkel(lag(fil));
        } catch (IOException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    /** One that is kept elsewhere. */
    static Personnoekkel av(byte[] noekkel) {
        return new Personnoekkel(noekkel);
    }

    /** What a new one is made of. */
    static byte[] tilfeldig() {
        byte[] noekkel = new byte[BYTE];
        new SecureRandom().nextBytes(noekkel);
        return noekkel;
    }

    /** Where the key in the folder lies. */
    static Path fil(Path mappe) {
        return mappe.resolve(FIL);
    }

    private static byte[] les(Path fil) throws IOException {
        String tekst = new String(Files.readAllBytes(fil), StandardCharsets.ISO_8859_1);
        if (!FORM.matcher(tekst).matches()) {
            throw new UgyldigVerdi(
                    "søkenøkkelen " + fil + " er ikke en nøkkel: den skal være 64 heksadesimale sifre. Hent den"
                            + " tilbake fra en sikkerhetskopi, eller slett filen: da lages en ny, indeksen over personer bygges på"
                            + " nytt når registeret åpnes, og alle recordId i BODS blir andre");
        }
        return HexFormat.of().parseHex(tekst.strip());
    }

    /** It gets its name when it is on the disk, so that a file of that name is always whole. */
    private static byte[] lag(Path fil) {
        byte[] noekkel = tilfeldig();
        Path utkast = fil.resolveSibling(FIL + ".ny");
        Set<StandardOpenOption> valg =
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            try (FileChannel kanal = Eierrettigheter.aapne(utkast, valg)) {
                kanal.write(ByteBuffer.wrap(
                        (HexFormat.of().formatHex(noekkel) + '\n').getBytes(StandardCharsets.ISO_8859_1)));
                kanal.force(true);
            }
            Files.move(utkast, fil, StandardCopyOption.ATOMIC_MOVE);
            return noekkel;
        } catch (IOException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    /** What stands for the person in the index. */
    UUID person(Foedselsnummer nummer) {
        return avtrykk(PERSON + nummer.verdi());
    }

    @Override
    public UUID pseudonym(String hva) {
        return avtrykk(PSEUDONYM + hva);
    }

    /** What tells this key from others, and nothing of it. */
    UUID merke() {
        return avtrykk(MERKE);
    }

    private UUID avtrykk(String tekst) {
        try {
            ByteBuffer avtrykk = ByteBuffer.wrap(((Mac) mac.clone()).doFinal(tekst.getBytes(StandardCharsets.UTF_8)));
            return new UUID(avtrykk.getLong(), avtrykk.getLong());
        } catch (CloneNotSupportedException umulig) {
            throw new AssertionError("the platform's own " + ALGORITME + " can be copied", umulig);
        }
    }
}
