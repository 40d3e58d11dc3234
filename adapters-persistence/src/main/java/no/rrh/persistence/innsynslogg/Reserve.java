package no.rrh.persistence.innsynslogg;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import no.rrh.persistence.fil.Eierrettigheter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The room that lies ready for the next segment: a file of its size, of zeros, since one of that length alone has no room. */
final class Reserve {
    private static final Logger LOG = LoggerFactory.getLogger(Reserve.class);
    private static final Duration NYTT_FORSOEK = Duration.ofSeconds(10);
    private static final Duration LENGSTE_STENGING = Duration.ofSeconds(10);
    private static final int STYKKE = 1 << 20;

    /** Between two pieces, each of which is put on the disk: all at once kept every entry waiting for as long as that took. */
    private static final Duration PUST = Duration.ofMillis(20);

    private final Path fil;
    private final long stoerrelse;
    private final ScheduledExecutorService traad =
            Executors.newSingleThreadScheduledExecutor(Segmentlogg.traad("innsynslogg-reserve"));
    private volatile boolean stenger;

    /** The segment is full, and an answer waits for the next. */
    private volatile boolean haster;

    Reserve(Path fil, long stoerrelse) {
        this.fil = fil;
        this.stoerrelse = stoerrelse;
    }

    boolean erKlar() {
        return Files.exists(fil);
    }

    /** Has it made by another thread, again and again until there is room. */
    void bestill() {
        traad.execute(this::lagHvisPlass);
    }

    /** The file, which is made now where it was not ready. */
    Path hent() throws IOException {
        haster = true;
        try {
            lag();
        } finally {
            haster = false;
        }
        return fil;
    }

    private void lagHvisPlass() {
        try {
            lag();
        } catch (IOException e) {
            if (stenger) {
                return;
            }
            LOG.warn(
                    "No room is reserved for the next part of the innsynslogg; look-ups go on until this part is full",
                    e);
            traad.schedule(this::lagHvisPlass, NYTT_FORSOEK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private synchronized void lag() throws IOException {
        if (stenger || erKlar()) {
            return;
        }
        Path utkast = fil.resolveSibling(fil.getFileName() + ".ny");
        try (FileChannel kanal = Eierrettigheter.aapne(
                utkast,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING))) {
            ByteBuffer nuller = ByteBuffer.allocateDirect((int) Math.min(STYKKE, stoerrelse));
            for (long igjen = stoerrelse; igjen > 0; ) {
                nuller.clear().limit((int) Math.min(nuller.capacity(), igjen));
                igjen -= kanal.write(nuller);
                kanal.force(false);
                if (!haster && !stenger) {
                    LockSupport.parkNanos(PUST.toNanos());
                }
            }
            kanal.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(utkast);
            throw e;
        }
        Files.move(utkast, fil, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Ends what goes on in other threads. */
    void steng() throws InterruptedException {
        stenger = true;
        traad.shutdownNow();
        traad.awaitTermination(LENGSTE_STENGING.toMillis(), TimeUnit.MILLISECONDS);
    }
}
