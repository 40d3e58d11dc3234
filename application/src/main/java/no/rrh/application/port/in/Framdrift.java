package no.rrh.application.port.in;

/** Told, now and then, how far a long task has come. */
@FunctionalInterface
public interface Framdrift {
    /** Nobody listens. */
    Framdrift INGEN = antall -> {};

    /** So many virksomheter are done. */
    void ferdig(long antall);

    /** So many there are to do, where it can be told before they are begun. */
    default void ialt(long antall) {}
}
