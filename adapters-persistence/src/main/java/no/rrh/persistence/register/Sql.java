package no.rrh.persistence.register;

import org.jdbi.v3.core.locator.ClasspathSqlLocator;

/** Finds the statements: one file each, under {@code no/rrh/persistence/sql}. */
final class Sql {
    private static final ClasspathSqlLocator FILER = ClasspathSqlLocator.removingComments();

    private Sql() {}

    static String av(String navn) {
        return FILER.getResource(Sql.class.getClassLoader(), "no/rrh/persistence/sql/" + navn + ".sql");
    }
}
