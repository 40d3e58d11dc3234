package no.rrh.application.port.in;

/** Told, now and then, how far a long task has come. Whatever it throws ends the task, of which nothing is left. */
@FunctionalInterface
public interface Framdrift {
    /** Nobody listens. */
    Framdrift INGEN = antall -> {};

    /**
     * So many virksomheter, or what else the task counts, are done. While a task waits or checks what it has made it tells of the same number again, so
     * that it can be ended then too.
     */
    void ferdig(long antall);

    /** So many there are to do, where it can be told before they are begun. */
    default void ialt(long antall) {}
}
