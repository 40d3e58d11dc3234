package no.rrh.persistence.register;

/** A register cannot be moved, or not to the end. The message is in bokmål, for whoever ran the command. */
public class Flyttefeil extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Flyttefeil(String melding) {
        super(melding);
    }

    Flyttefeil(String melding, Throwable aarsak) {
        super(melding, aarsak);
    }

    static Flyttefeil ingenting(String hvor) {
        return new Flyttefeil("det er ikke noe register å flytte i " + hvor);
    }

    static Flyttefeil eldre(String hvor) {
        return new Flyttefeil(
                "registeret i " + hvor + " er fra en eldre versjon av rrh og er ikke rørt; start serveren på"
                        + " det med denne versjonen først, så det blir oppdatert, og stopp den igjen");
    }

    static Flyttefeil opptatt(String hvor) {
        return new Flyttefeil("det er et register i " + hvor
                + " fra før, og det er ikke rørt; et register flyttes til en ny mappe eller en tom database");
    }
}
