package no.rrh.persistence.register;

import java.nio.file.Path;

/** Another process has the register's file open, most likely the server. The message is in bokmål, for whoever ran the command. */
public class RegisteretErIBruk extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegisteretErIBruk(Path mappe, Throwable aarsak) {
        super(
                "datamappen er i bruk av en annen rrh-prosess, trolig tjeneren; stopp den, eller bruk en annen datamappe: "
                        + mappe,
                aarsak);
    }
}
