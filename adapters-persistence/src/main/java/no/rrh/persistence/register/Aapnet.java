package no.rrh.persistence.register;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been opened. The last is closed first, and each is, whatever the others throw. */
final class Aapnet implements AutoCloseable {
    private final Deque<Runnable> lukkinger = new ArrayDeque<>();

    /** Has this done when it is closed. */
    void legg(Runnable lukking) {
        lukkinger.push(lukking);
    }

    /** Closes after a fault, which is the one to be told of; what goes wrong meanwhile is attached to it. */
    void lukkEtter(Throwable feil) {
        while (!lukkinger.isEmpty()) {
            try {
                lukkinger.pop().run();
            } catch (RuntimeException | Error e) {
                feil.addSuppressed(e);
            }
        }
    }

    @Override
    public void close() {
        while (!lukkinger.isEmpty()) {
            try {
                lukkinger.pop().run();
            } catch (RuntimeException | Error e) {
                lukkEtter(e);
                throw e;
            }
        }
    }
}
