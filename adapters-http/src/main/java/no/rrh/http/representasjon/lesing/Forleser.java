package no.rrh.http.representasjon.lesing;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import no.rrh.http.representasjon.lesing.Pulje.Innhold;
import no.rrh.http.representasjon.lesing.Pulje.Lest;

/**
 * Reads on a thread of its own, a little ahead of who takes what is read, so that reading a file and writing it down go on at
 * once. What ends the reading comes out when all that was read before it has been taken.
 */
final class Forleser implements AutoCloseable {
    /**
     * How many characters of the file are in memory at most, those that are worked on included, beside what is being read. One
     * virksomhet that is as large by itself waits until nothing else is there.
     */
    private static final int FORSPRANG = 4 << 20;

    /** A thread that waits for more of a pipe may wait for ever. */
    private static final long LENGSTE_VENTING_MS = 1000;

    /** Bounded by the places in it. */
    private final BlockingQueue<Optional<Innhold>> lest = new LinkedBlockingQueue<>();

    private final Semaphore plasser = new Semaphore(FORSPRANG);
    private final Thread traad;
    private volatile boolean stanset;
    private volatile Throwable feil;

    /** How many places what was taken last has; belongs to who takes. */
    private int iArbeid;

    private Forleser(Lesing lesing) {
        this.traad = new Thread(() -> les(lesing), "forleser");
        traad.setDaemon(true);
    }

    /** What is read, and handed on a lot at a time. */
    @FunctionalInterface
    interface Lesing {
        void les(Pulje pulje) throws IOException;
    }

    /** Begins to read. */
    static Forleser start(Lesing lesing) {
        Forleser forleser = new Forleser(lesing);
        forleser.traad.start();
        return forleser;
    }

    private void les(Lesing lesing) {
        Pulje pulje = new Pulje(this::legg);
        try {
            try {
                lesing.les(pulje);
            } finally {
                pulje.gi();
            }
        } catch (Stanset e) {
            // nobody is there any more
        } catch (IOException | RuntimeException | Error e) {
            feil = e;
        } finally {
            lest.add(Optional.empty());
        }
    }

    private void legg(Innhold naa) {
        plasser.acquireUninterruptibly(plasser(naa));
        if (stanset) {
            throw new Stanset();
        }
        lest.add(Optional.of(naa));
    }

    private static int plasser(Innhold innhold) {
        return (int) Math.min(FORSPRANG, innhold.tegn());
    }

    /**
     * The next lot, when that before it has been dealt with; absent after the last.
     *
     * @throws IOException when the reading ended by that, as do its other exceptions
     */
    Optional<List<Lest>> neste() throws IOException {
        plasser.release(iArbeid);
        iArbeid = 0;
        Optional<Innhold> neste = ta();
        if (neste.isEmpty() && feil != null) {
            if (feil instanceof IOException io) {
                throw io;
            }
            if (feil instanceof RuntimeException uventet) {
                throw uventet;
            }
            throw (Error) feil;
        }
        iArbeid = neste.map(Forleser::plasser).orElse(0);
        return neste.map(Innhold::lest);
    }

    /** An interrupt is the receiver's to see to, as it is when nobody reads ahead. */
    private Optional<Innhold> ta() {
        boolean avbrutt = false;
        try {
            while (true) {
                try {
                    return lest.take();
                } catch (InterruptedException e) {
                    avbrutt = true;
                }
            }
        } finally {
            if (avbrutt) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /**
     * Ends the reading. A thread that waits for more of a pipe is left to itself: it ends with the pipe, and whoever is refused is not
     * to wait for that with the register's turn to write.
     */
    @Override
    public void close() {
        stanset = true;
        // for whatever it waits for
        plasser.release(Integer.MAX_VALUE / 2);
        boolean avbrutt = Thread.interrupted();
        try {
            traad.join(LENGSTE_VENTING_MS);
        } catch (InterruptedException e) {
            avbrutt = true;
        }
        if (avbrutt) {
            Thread.currentThread().interrupt();
        }
    }

    private static final class Stanset extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stanset() {
            super(null, null, false, false);
        }
    }
}
