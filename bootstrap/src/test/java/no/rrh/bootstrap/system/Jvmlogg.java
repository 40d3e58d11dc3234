package no.rrh.bootstrap.system;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import no.rrh.bootstrap.logging.Loggoppsett;

/**
 * Standard error of this JVM, where all that run in it log: what a server writes, by its threads and those that they
 * start, goes to that server's own.
 */
final class Jvmlogg extends OutputStream {
    private static final InheritableThreadLocal<OutputStream> EGEN = new InheritableThreadLocal<>();

    static {
        System.setErr(new PrintStream(new Jvmlogg(System.err), true, StandardCharsets.UTF_8));
        // as the JAR does
        Loggoppsett.samleLogger();
    }

    private final PrintStream felles;

    private Jvmlogg(PrintStream felles) {
        this.felles = felles;
    }

    /** From now on this thread, and every thread that comes of it, writes there. */
    static void til(OutputStream egen) {
        EGEN.set(egen);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int fra, int antall) throws IOException {
        OutputStream egen = EGEN.get();
        (egen == null ? felles : egen).write(bytes, fra, antall);
    }

    @Override
    public void flush() {
        felles.flush();
    }
}
