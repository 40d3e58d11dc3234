package no.rrh.persistence.register;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Work that no interrupt reaches, since it is done by a thread nobody else knows. H2 answers an interrupt during a commit
 * by not waiting for the file to be written, and says nothing of it; interrupted while it closes, it leaves the file
 * half closed.
 */
final class Uforstyrret {
    private static final ExecutorService TRAADER = Executors.newCachedThreadPool(arbeid -> {
        Thread ny = new Thread(arbeid, "register");
        ny.setDaemon(true);
        return ny;
    });

    private Uforstyrret() {}

    /** Waits for the work to end, whatever happens. An interrupted caller is still interrupted afterwards. */
    static <T> T gjoer(Supplier<T> arbeid) {
        try {
            return CompletableFuture.supplyAsync(arbeid, TRAADER).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error feil) {
                throw feil;
            }
            throw e.getCause() instanceof RuntimeException feil ? feil : e;
        }
    }

    static void gjoer(Runnable arbeid) {
        gjoer(() -> {
            arbeid.run();
            return null;
        });
    }
}
