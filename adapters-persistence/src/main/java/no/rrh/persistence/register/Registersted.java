package no.rrh.persistence.register;

import java.nio.file.Path;

/** Where a register lies, or is to lie. */
public sealed interface Registersted {
    /** What it is called in messages. */
    String navn();

    /**
     * An H2 file.
     *
     * @param mappe the folder that holds it
     */
    record Mappe(Path mappe) implements Registersted {
        @Override
        public String navn() {
            return mappe.toString();
        }
    }

    /** A PostgreSQL database. */
    record Database(Databaseadresse adresse) implements Registersted {
        @Override
        public String navn() {
            return adresse.navn();
        }
    }
}
