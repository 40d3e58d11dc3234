package no.rrh.bootstrap.feil;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * What a test says of its row, in a file: the tests run in several processes, and the table is put together by one.
 *
 * @param ganger how many times the fault was made
 * @param maalt what was seen
 * @param froe the seed, 0 where nothing was drawn
 * @param bestaatt whether the test came to its end
 * @param enhetsproever unit tests that the row rests on
 */
record Radfil(int ganger, String maalt, long froe, boolean bestaatt, List<Enhetsproeve> enhetsproever) {
    /** The system property that tells one build from the next, whose rows may lie in the same folder. */
    static final String KJOERING = "rrh.feil.kjoering";

    private static final Path MAPPE = Path.of("target", "feil");

    static String kjoering() {
        return System.getProperty(KJOERING, "");
    }

    void skriv(Rad rad, Lager lager) {
        Properties felter = new Properties();
        felter.setProperty("kjoering", kjoering());
        felter.setProperty("ganger", Integer.toString(ganger));
        felter.setProperty("maalt", maalt);
        felter.setProperty("froe", Long.toString(froe));
        felter.setProperty("bestaatt", Boolean.toString(bestaatt));
        felter.setProperty(
                "enhetsproever",
                enhetsproever.stream().map(Enhetsproeve::toString).collect(Collectors.joining(" ")));
        try {
            Files.createDirectories(MAPPE);
            try (Writer ut = Files.newBufferedWriter(fil(rad, lager))) {
                felter.store(ut, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What was said in this build. */
    static Optional<Radfil> les(Rad rad, Lager lager) {
        Properties felter = new Properties();
        Path fil = fil(rad, lager);
        if (!Files.exists(fil)) {
            return Optional.empty();
        }
        try (Reader inn = Files.newBufferedReader(fil)) {
            felter.load(inn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(felter)
                .filter(lest -> lest.getProperty("kjoering").equals(kjoering()))
                .map(Radfil::av);
    }

    private static Radfil av(Properties felter) {
        return new Radfil(
                Integer.parseInt(felter.getProperty("ganger")),
                felter.getProperty("maalt"),
                Long.parseLong(felter.getProperty("froe")),
                Boolean.parseBoolean(felter.getProperty("bestaatt")),
                Arrays.stream(felter.getProperty("enhetsproever").split(" "))
                        .filter(tekst -> !tekst.isEmpty())
                        .map(Enhetsproeve::av)
                        .toList());
    }

    private static Path fil(Rad rad, Lager lager) {
        return MAPPE.resolve(rad + "-" + lager + ".rad");
    }
}
