package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import no.rrh.bootstrap.cli.Kommandolinje;

/**
 * A command as the JAR runs it, but in the JVM of the tests, where a start costs a tenth. It can be asked to stop, and not
 * be killed.
 */
final class Jvmprosess extends Process {
    private static final int BUFFER = 64 * 1024;
    private static final int ETTER_SIGTERM = 143;

    private final Map<String, String> variabler;
    private final List<String> argumenter;
    private final Path feilfil;
    private final boolean medLogg;
    private final PipedOutputStream inn = new PipedOutputStream();
    private final PipedInputStream lest = new PipedInputStream(inn, BUFFER);
    private final PipedOutputStream skrevet = new PipedOutputStream();
    private final PipedInputStream ut = new PipedInputStream(skrevet, BUFFER);
    private final CountDownLatch slutt = new CountDownLatch(1);
    private final Thread traad = new Thread(this::kjoer, "rrh");
    private volatile boolean stoppet;
    private volatile int kode = -1;

    private Jvmprosess(Map<String, String> variabler, List<String> argumenter, Path feilfil, boolean medLogg)
            throws IOException {
        this.variabler = variabler;
        this.argumenter = argumenter;
        this.feilfil = feilfil;
        this.medLogg = medLogg;
        traad.setDaemon(true);
    }

    /**
     * Starts it.
     *
     * @param feilfil where its standard error goes
     * @param medLogg whether what it logs goes there too
     */
    static Jvmprosess start(Map<String, String> variabler, List<String> argumenter, Path feilfil, boolean medLogg)
            throws IOException {
        Jvmprosess prosess = new Jvmprosess(variabler, argumenter, feilfil, medLogg);
        prosess.traad.start();
        return prosess;
    }

    private void kjoer() {
        try (PrintStream tilUt = new PrintStream(skrevet, true, UTF_8);
                OutputStream feil = Files.newOutputStream(feilfil)) {
            if (medLogg) {
                Jvmlogg.til(feil);
            }
            try {
                kode = new Kommandolinje(variabler, lest, tilUt, new PrintStream(feil, true, UTF_8))
                        .kjoer(argumenter.toArray(String[]::new));
            } finally {
                inn.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            slutt.countDown();
        }
    }

    @Override
    public OutputStream getOutputStream() {
        return inn;
    }

    @Override
    public InputStream getInputStream() {
        return ut;
    }

    @Override
    public InputStream getErrorStream() {
        return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() throws InterruptedException {
        slutt.await();
        return exitValue();
    }

    @Override
    public boolean waitFor(long tid, TimeUnit enhet) throws InterruptedException {
        return slutt.await(tid, enhet);
    }

    @Override
    public int exitValue() {
        if (slutt.getCount() > 0) {
            throw new IllegalThreadStateException("it has not ended");
        }
        // as a process, which ends by the signal when it has stopped as it should
        return stoppet && kode == 0 ? ETTER_SIGTERM : kode;
    }

    /** Asks it to stop; a process that is stopping does not listen either. */
    @Override
    public synchronized void destroy() {
        if (!stoppet) {
            stoppet = true;
            traad.interrupt();
        }
    }
}
