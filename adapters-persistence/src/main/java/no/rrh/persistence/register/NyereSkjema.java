package no.rrh.persistence.register;

/** The register was written by a newer version of rrh. It is left as it is. The message is in bokmål, for whoever ran the command. */
public class NyereSkjema extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NyereSkjema(Object hvor) {
        super(
                "registeret er tatt i bruk av en nyere versjon av rrh, og denne versjonen kan ikke lese den; bruk den nyere versjonen: "
                        + hvor);
    }
}
