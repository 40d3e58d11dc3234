package no.rrh.persistence.register;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A row of a {@link Registertabell}, as it stands in either database.
 *
 * @param verdier one for each column of the table, in its order, of the type of the column's {@link Kolonneslag}; null where
 *     there is none
 */
record Rad(List<Object> verdier) {
    Rad(Object... verdier) {
        this(Collections.unmodifiableList(Arrays.asList(verdier)));
    }

    Object verdi(int kolonne) {
        return verdier.get(kolonne);
    }
}
