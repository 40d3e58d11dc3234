package no.rrh.persistence.innsynslogg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import no.rrh.persistence.innsynslogg.Sjekkpunkt.Slag;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Signs statements about the chain of an instance, and keeps them beside its log and, where one is named, in a copy elsewhere. */
final class Sjekkpunktbok {
    private static final Logger LOG = LoggerFactory.getLogger(Sjekkpunktbok.class);
    private static final Duration LENGSTE_STENGING = Duration.ofSeconds(10);

    private final Path fil;
    private final Optional<Path> kopi;
    private final String instans;
    private final Signering signering;
    private final Clock klokke;
    private final ExecutorService kopierer = Executors.newSingleThreadExecutor(Segmentlogg.traad("innsynslogg-kopi"));

    Sjekkpunktbok(Loggmappe mappe, Optional<Path> kopi, String instans, Clock klokke) throws IOException {
        this.fil = mappe.sjekkpunkter();
        this.kopi = kopi;
        this.instans = instans;
        this.signering = Signering.i(mappe);
        this.klokke = klokke;
    }

    /** The number of the last checkpoint there is; 0 when there is none. */
    long siste() throws IOException {
        if (!Files.exists(fil)) {
            return 0;
        }
        try (Stream<String> linjer = Files.lines(fil, StandardCharsets.ISO_8859_1)) {
            return linjer.flatMap(linje -> Sjekkpunkt.les(linje).stream())
                    .filter(punkt ->
                            punkt.slag() == Slag.SJEKKPUNKT && punkt.instans().equals(instans))
                    .mapToLong(Sjekkpunkt::nummer)
                    .reduce(0, (foer, nummer) -> nummer);
        }
    }

    /** Signs, and has it on the disk. The copy may lie on a share that answers late or never: nobody waits for that. */
    Sjekkpunkt signer(Slag slag, long nummer, String kjede) throws IOException {
        Sjekkpunkt nytt = Sjekkpunkt.signert(signering, slag, instans, nummer, kjede, klokke.instant());
        Loggmappe.leggTil(fil, nytt.linje());
        kopi.ifPresent(annen -> kopierer.execute(() -> kopier(annen, nytt)));
        return nytt;
    }

    private static void kopier(Path annen, Sjekkpunkt nytt) {
        try {
            Loggmappe.leggTil(annen, nytt.linje());
        } catch (IOException e) {
            LOG.error("A checkpoint of the innsynslogg could not be written to its copy", e);
        }
    }

    /** Ends what goes on in other threads. */
    void steng() throws InterruptedException {
        kopierer.shutdown();
        kopierer.awaitTermination(LENGSTE_STENGING.toMillis(), TimeUnit.MILLISECONDS);
    }
}
