package no.rrh.persistence;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jdbi.v3.core.locator.ClasspathSqlLocator;

/** The SQL of the register, by the name of its file. */
final class Sql {
    private static final String MAPPE = "no/rrh/persistence/sql/";
    private static final ClasspathSqlLocator FILER = ClasspathSqlLocator.removingComments();
    private static final Map<String, String> LEST = new ConcurrentHashMap<>();

    private Sql() {}

    static String fil(String navn) {
        return LEST.computeIfAbsent(navn, n -> FILER.locate(MAPPE + n));
    }

    /** A time as it is bound, the same in every database and time zone. */
    static OffsetDateTime tid(Instant tid) {
        return tid.atOffset(ZoneOffset.UTC);
    }

    static OffsetDateTime tid(Optional<Instant> tid) {
        return tid.map(Sql::tid).orElse(null);
    }
}
