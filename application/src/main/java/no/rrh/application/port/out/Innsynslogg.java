package no.rrh.application.port.out;

import java.util.concurrent.CompletionStage;

/** The log of who was shown what. It is only ever added to. */
public interface Innsynslogg {
    /**
     * Writes an entry. Entries of one thread stand in the order in which it wrote them.
     *
     * @return completes when the entry is durable; exceptionally, with {@link InnsynsloggenSvarerIkke}, when it is not known
     *     to be, and nothing that the entry tells of may then be handed out. What is to follow may be run by the thread that
     *     writes, and must not keep it
     */
    CompletionStage<Void> foer(Innsynsfoering foering);
}
