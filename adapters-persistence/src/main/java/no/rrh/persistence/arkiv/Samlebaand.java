package no.rrh.persistence.arkiv;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Work that several threads do at once, and whose results the thread that gave it takes in the order it was given. No
 * more than two pieces of work a thread are under way. When it is closed no thread is left.
 *
 * @param <T> the result of a piece of work
 */
final class Samlebaand<T> implements AutoCloseable {
    private static final long PAUSE_MS = 200;

    private final int plasser;
    private final Runnable fortsett;
    private final Mottaker<T> mottaker;
    private final ExecutorService traader;
    private final List<Thread> startet = new CopyOnWriteArrayList<>();
    private final Deque<Future<T>> underveis = new ArrayDeque<>();

    /** Takes the results, one after another. */
    @FunctionalInterface
    interface Mottaker<T> {
        void ta(T resultat) throws IOException;
    }

    /**
     * Starts the threads.
     *
     * @param fortsett is run now and then by who waits for a result; what it throws comes out unchanged
     */
    Samlebaand(int traader, Runnable fortsett, Mottaker<T> mottaker) {
        this.plasser = 2 * traader;
        this.fortsett = fortsett;
        this.mottaker = mottaker;
        this.traader = Executors.newFixedThreadPool(traader, arbeid -> {
            Thread ny = new Thread(arbeid, "totalbestand-" + (startet.size() + 1));
            ny.setDaemon(true);
            startet.add(ny);
            return ny;
        });
    }

    /** Hands on a piece of work, once there is room for it. What an earlier one threw comes out unchanged. */
    void gi(Callable<T> arbeid) throws IOException {
        while (underveis.size() >= plasser) {
            taEldste();
        }
        underveis.add(traader.submit(arbeid));
    }

    /** Returns when every result has been taken. */
    void toem() throws IOException {
        while (!underveis.isEmpty()) {
            taEldste();
        }
    }

    private void taEldste() throws IOException {
        mottaker.ta(vent(underveis.remove()));
    }

    private T vent(Future<T> resultat) throws IOException {
        while (true) {
            try {
                return resultat.get(PAUSE_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                fortsett.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CancellationException("interrupted while a piece of the file was worked on");
            } catch (ExecutionException e) {
                throw somDenVar(e.getCause());
            }
        }
    }

    private static RuntimeException somDenVar(Throwable feil) throws IOException {
        if (feil instanceof IOException io) {
            throw io;
        }
        if (feil instanceof Error error) {
            throw error;
        }
        // a piece of work has no other checked ones to throw
        return feil instanceof RuntimeException uventet ? uventet : new IllegalStateException(feil);
    }

    /** Interrupts what is under way, and waits for it: what it reads may be gone when its giver goes on. */
    @Override
    public void close() {
        traader.shutdownNow();
        boolean avbrutt = Thread.interrupted();
        for (Thread traad : startet) {
            while (traad.isAlive()) {
                try {
                    traad.join();
                } catch (InterruptedException e) {
                    avbrutt = true;
                }
            }
        }
        if (avbrutt) {
            Thread.currentThread().interrupt();
        }
    }
}
