package no.rrh.persistence.register;

import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/** Where the register is read. What the work throws comes out unchanged, except faults of the database itself. */
interface Lesing {
    /** Each statement sees what was committed before it, or a second before it at the most. The work may be done twice. */
    <T> T slaaOpp(Function<Handle, T> spoerring);

    /** Every statement sees the same state. */
    <T> T iOeyeblikksbilde(Function<Handle, T> lesing);
}
