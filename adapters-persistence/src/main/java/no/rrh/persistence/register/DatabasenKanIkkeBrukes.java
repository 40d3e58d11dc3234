package no.rrh.persistence.register;

/** The database cannot be used as it is. The message is in bokmål, for whoever ran the command. */
public class DatabasenKanIkkeBrukes extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DatabasenKanIkkeBrukes(Databaseadresse adresse, String grunn) {
        this(adresse, grunn, null);
    }

    DatabasenKanIkkeBrukes(Databaseadresse adresse, String grunn, Throwable aarsak) {
        super("databasen " + adresse.navn() + " kan ikke brukes: " + grunn, aarsak);
    }
}
