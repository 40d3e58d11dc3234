package no.rrh.persistence.register;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousFileChannel;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.store.fs.FileBaseDefault;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.FileUtils;

/**
 * A file that an interrupted thread does not close. A {@code FileChannel} closes when a thread is interrupted while it is
 * in it, for everyone, and takes the file's lock with it; an asynchronous one never does. Its work is done here by the
 * thread that asks for it, so that nothing is handed over.
 */
final class UavbruttFil extends FileBaseDefault {
    private static final ExecutorService DEN_SOM_SPOER = new IEgenTraad();

    /** How many times each file is open. */
    private static final Map<Path, Integer> AAPNE = new ConcurrentHashMap<>();

    private final Path fil;
    private final AsynchronousFileChannel kanal;

    private UavbruttFil(Path fil, String modus) throws IOException {
        this.kanal = AsynchronousFileChannel.open(fil, FileUtils.modeToOptions(modus), DEN_SOM_SPOER);
        this.fil = fil.toRealPath();
        AAPNE.merge(this.fil, 1, Integer::sum);
    }

    /** Whether H2 has it open. */
    static boolean erAapen(Path fil) throws IOException {
        return AAPNE.containsKey(fil.toRealPath());
    }

    @Override
    public int read(ByteBuffer til, long posisjon) throws IOException {
        return svar(kanal.read(til, posisjon));
    }

    @Override
    public int write(ByteBuffer fra, long posisjon) throws IOException {
        return svar(kanal.write(fra, posisjon));
    }

    /** Asked for what is done already, a future does not look for interrupts. */
    private static int svar(Future<Integer> gjort) throws IOException {
        boolean avbrutt = false;
        try {
            while (true) {
                try {
                    return gjort.get();
                } catch (InterruptedException e) {
                    avbrutt = true;
                }
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException feil ? feil : new IOException(e.getCause());
        } finally {
            if (avbrutt) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public long size() throws IOException {
        return kanal.size();
    }

    @Override
    protected void implTruncate(long stoerrelse) throws IOException {
        kanal.truncate(stoerrelse);
    }

    @Override
    public void force(boolean metadata) throws IOException {
        kanal.force(metadata);
    }

    @Override
    public FileLock tryLock(long posisjon, long stoerrelse, boolean delt) throws IOException {
        return kanal.tryLock(posisjon, stoerrelse, delt);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        kanal.close();
        AAPNE.computeIfPresent(fil, (sti, antall) -> antall == 1 ? null : antall - 1);
    }

    /** The files of database addresses that begin with {@code jdbc:h2:uavbrutt:}. H2 makes them, so it must see them. */
    public static final class Sti extends FilePathWrapper {
        static final String SKJEMA = "uavbrutt";

        @Override
        public String getScheme() {
            return SKJEMA;
        }

        @Override
        public FileChannel open(String modus) throws IOException {
            return new UavbruttFil(Path.of(getBase().toString()), modus);
        }
    }

    private static final class IEgenTraad extends AbstractExecutorService {
        @Override
        public void execute(Runnable arbeid) {
            arbeid.run();
        }

        @Override
        public void shutdown() {
            // the channels share it, and none may end it for the others
        }

        @Override
        public List<Runnable> shutdownNow() {
            return List.of();
        }

        @Override
        public boolean isShutdown() {
            return false;
        }

        @Override
        public boolean isTerminated() {
            return false;
        }

        @Override
        public boolean awaitTermination(long lengst, TimeUnit enhet) {
            return false;
        }
    }
}
