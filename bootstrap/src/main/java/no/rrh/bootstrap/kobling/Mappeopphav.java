package no.rrh.bootstrap.kobling;

import java.io.IOException;
import java.io.StringReader;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import no.rrh.bootstrap.config.Miljoe;

/**
 * What a data folder says of itself, in a file that is written before anything else is put there: the environment it
 * belongs to, and the version of its layout. The version is of the folder as a whole, where the register has one of its
 * own for its tables; a release raises it when an older one would misread or harm what it leaves there. Keys that are not
 * known are let be, so that a release can say more without raising it.
 *
 * @param miljoe the environment that made the folder, and alone may use it
 */
record Mappeopphav(Miljoe miljoe) {
    /** The layout that this version makes, and the newest that it knows. */
    static final int VERSJON = 1;

    static final String FIL = "datamappe.properties";

    private static final String UTKAST = ".datamappe";
    private static final String MILJOE = "miljoe";
    private static final String VERSJONSNOEKKEL = "versjon";
    private static final Pattern HELTALL = Pattern.compile("[1-9][0-9]{0,8}");

    /**
     * What the folder says; absent when it says nothing.
     *
     * @throws UbrukeligDatamappe when a newer version has had it, or what it says cannot be read
     */
    static Optional<Mappeopphav> les(Path mappe) throws IOException {
        Path fil = mappe.resolve(FIL);
        if (!Files.exists(fil, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        Properties sagt = new Properties();
        try {
            sagt.load(new StringReader(Files.readString(fil)));
        } catch (CharacterCodingException | IllegalArgumentException e) {
            throw skadet(fil);
        }
        String versjon = sagt.getProperty(VERSJONSNOEKKEL, "").strip();
        if (!HELTALL.matcher(versjon).matches()) {
            throw skadet(fil);
        }
        // before the environment, since a newer version may have others
        if (Integer.parseInt(versjon) > VERSJON) {
            throw new UbrukeligDatamappe("datamappen " + mappe
                    + " er tatt i bruk av en nyere versjon av rrh, og denne versjonen kan ikke bruke den; bruk den nyere"
                    + " versjonen");
        }
        String miljoe = sagt.getProperty(MILJOE, "").strip();
        return Optional.of(Arrays.stream(Miljoe.values())
                .filter(m -> m.navn().equals(miljoe))
                .findFirst()
                .map(Mappeopphav::new)
                .orElseThrow(() -> skadet(fil)));
    }

    private static UbrukeligDatamappe skadet(Path fil) {
        return new UbrukeligDatamappe("filen " + fil + " er skadet: den skal ha linjene «" + MILJOE
                + "=» (lokal, test eller produksjon) og «" + VERSJONSNOEKKEL + "=» (høyst " + VERSJON
                + "); hent den tilbake fra en sikkerhetskopi");
    }

    /** Writes it, whole and on the disk when this returns, unless another process was first: then its word stands. */
    void skriv(Path mappe) throws IOException {
        Path utkast = Files.createTempFile(
                mappe,
                UTKAST,
                null,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (FileChannel fil = FileChannel.open(utkast, StandardOpenOption.WRITE)) {
                fil.write(StandardCharsets.UTF_8.encode(tekst()));
                fil.force(true);
            }
            // a link, unlike a move, fails when there is one
            Files.createLink(mappe.resolve(FIL), utkast);
        } catch (FileAlreadyExistsException enAnnenVarFoerst) {
            return;
        } finally {
            Files.deleteIfExists(utkast);
        }
        try (FileChannel innhold = FileChannel.open(mappe, StandardOpenOption.READ)) {
            innhold.force(true);
        }
    }

    private String tekst() {
        return "# Written by rrh when the folder was made: the environment it belongs to, and the version of its layout\n"
                + MILJOE + "=" + miljoe.navn() + "\n" + VERSJONSNOEKKEL + "=" + VERSJON + "\n";
    }

    /** Whether it is such a file, or one that a killed process left half-made. */
    static boolean erSkrevetHer(Path fil) {
        String navn = fil.getFileName().toString();
        return navn.equals(FIL) || navn.startsWith(UTKAST);
    }
}
