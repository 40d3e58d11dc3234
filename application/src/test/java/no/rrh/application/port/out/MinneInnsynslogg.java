package no.rrh.application.port.out;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** An innsynslogg in memory. */
public final class MinneInnsynslogg implements Innsynslogg {
    private final List<Innsynsfoering> foeringer = new CopyOnWriteArrayList<>();

    @Override
    public CompletionStage<Void> foer(Innsynsfoering foering) {
        foeringer.add(foering);
        return CompletableFuture.completedFuture(null);
    }

    /** What has been written, in order. */
    public List<Innsynsfoering> foeringer() {
        return List.copyOf(foeringer);
    }
}
