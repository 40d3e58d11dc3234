package no.rrh.bootstrap.feil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A unit test that a row rests on, for what takes so long that it is tried with a clock of the test's own. It is run in
 * the same build, before.
 */
record Enhetsproeve(String modul, String klasse, String metode) {
    private static final String SKILLE = ":";

    /** As {@link #toString} wrote it. */
    static Enhetsproeve av(String tekst) {
        String[] del = tekst.split(SKILLE);
        return new Enhetsproeve(del[0], del[1], del[2]);
    }

    /** Whether it was run in this build, and passed. */
    boolean bestaatt() {
        Path rapport = Path.of("..", modul, "target", "surefire-reports", "TEST-" + klasse + ".xml");
        try {
            return Files.exists(rapport) && bestaatt(Files.readString(rapport));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean bestaatt(String rapport) {
        boolean avDenneKjoeringen =
                rapport.contains("name=\"" + Radfil.KJOERING + "\" value=\"" + Radfil.kjoering() + "\"");
        return avDenneKjoeringen
                && Pattern.compile("<testcase name=\"" + metode + "\"[^>]*/>")
                        .matcher(rapport)
                        .find();
    }

    String enkeltnavn() {
        return klasse.substring(klasse.lastIndexOf('.') + 1) + "." + metode;
    }

    @Override
    public String toString() {
        return String.join(SKILLE, modul, klasse, metode);
    }
}
