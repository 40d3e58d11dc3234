package no.rrh.persistence.register;

import java.util.Optional;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Where the register is read. What the work throws comes out unchanged, except faults of the database itself. */
interface Lesing {
    /** Each statement sees what was committed before it, or a second before it at the most. The work may be done twice. */
    <T> T slaaOpp(Function<Handle, T> spoerring);

    /** As {@link #slaaOpp}, of one row by its number, and without what JDBI would make for it. */
    <T> Optional<T> finn(Noekkelspoerring<T> spoerring, int nummer);

    /** Every statement sees the same state. */
    <T> T iOeyeblikksbilde(Function<Handle, T> lesing);
}
