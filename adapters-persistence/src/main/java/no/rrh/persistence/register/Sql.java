package no.rrh.persistence.register;

import org.jdbi.v3.core.locator.ClasspathSqlLocator;

/** Finds the statements: one file each, under {@code no/rrh/persistence/sql}. */
final class Sql {
    private static final ClasspathSqlLocator FILER = ClasspathSqlLocator.removingComments();

    private Sql() {}

    /** Undisturbed, since the locator reads through a channel: the class that asks first could never be used again. */
    static String av(String navn) {
        return Uforstyrret.gjoer(
                () -> FILER.getResource(Sql.class.getClassLoader(), "no/rrh/persistence/sql/" + navn + ".sql"));
    }
}
