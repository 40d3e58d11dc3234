package no.rrh.persistence.register;

/** There is half of a register, of which the rest has yet to be moved there. The message is in bokmål, for whoever ran the command. */
public class UferdigFlytting extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UferdigFlytting(String hvor) {
        super("flyttingen av et register til " + hvor
                + " er ikke ferdig, og det kan ikke brukes; kjør kommandoen «flytt» igjen med samme --fra og --til, så går den"
                + " videre der den var");
    }
}
