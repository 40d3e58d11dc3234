package no.rrh.persistence.innsynslogg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import no.rrh.persistence.innsynslogg.Sjekkpunkt.Slag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Deletes what is older than entries are kept, by whole segments. */
final class Beskjaering {
    private static final Logger LOG = LoggerFactory.getLogger(Beskjaering.class);

    private final Loggmappe mappe;
    private final Sjekkpunktbok sjekkpunkter;

    Beskjaering(Loggmappe mappe, Sjekkpunktbok sjekkpunkter) {
        this.mappe = mappe;
        this.sjekkpunkter = sjekkpunkter;
    }

    /**
     * Deletes the segments whose last entry is older, the oldest first, each once it is signed that it goes; never the last
     * segment. The time of an entry counts, which the chain vouches for, and not that of the segment alone.
     *
     * @return when the oldest segment that is left was begun
     */
    Instant beskjaer(Instant grense) throws IOException {
        List<Path> segmenter = mappe.segmenter();
        int foerste = 0;
        while (foerste + 1 < segmenter.size() && erEldre(segmenter, foerste, grense)) {
            Segmenthode neste = lesHode(segmenter.get(foerste + 1));
            sjekkpunkter.signer(Slag.BESKJAERING, neste.foerste() - 1, neste.forrige());
            Files.delete(segmenter.get(foerste));
            LOG.atInfo()
                    .addKeyValue("nr", neste.foerste() - 1)
                    .log("Pruned the innsynslogg up to and including the entry");
            foerste++;
        }
        return lesHode(segmenter.get(foerste)).tidspunkt();
    }

    private static boolean erEldre(List<Path> segmenter, int nummer, Instant grense) throws IOException {
        return !lesHode(segmenter.get(nummer + 1)).tidspunkt().isAfter(grense)
                && Loggarkiv.sisteTidspunkt(segmenter.get(nummer))
                        .filter(siste -> !siste.isAfter(grense))
                        .isPresent();
    }

    private static Segmenthode lesHode(Path segment) throws IOException {
        try (Segmentleser leser = new Segmentleser(segment)) {
            return leser.hode();
        }
    }
}
