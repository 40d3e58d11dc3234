package no.rrh.benchmark.grunnlag;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** A sample of those that are answered by 200, over the whole register, as paths of the look-up. */
final class Utvalg {
    private static final int STOERRELSE = 200_000;
    private static final long FROE = 1;

    private Utvalg() {}

    static void skriv(Path datamappe, Path fil) {
        List<Integer> numre = new ArrayList<>();
        try (Bestandsfil dokumenter = new Bestandsfil(datamappe)) {
            dokumenter.forEachRemaining(dokument -> {
                if (dokument.erRegistrert()) {
                    numre.add(dokument.organisasjonsnummer());
                }
            });
        }
        Collections.shuffle(numre, new Random(FROE));
        try (BufferedWriter ut = Files.newBufferedWriter(fil)) {
            for (int nummer : numre.subList(0, Math.min(STOERRELSE, numre.size()))) {
                ut.write("/api/virksomheter/" + nummer + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
