package no.rrh.persistence;

/** Another process, most likely the server, has the register open. The message is in bokmål. */
public class RegisteretErIBruk extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public RegisteretErIBruk() {
        super("registeret er i bruk av en annen prosess, trolig serveren; stopp den og prøv igjen");
    }
}
