package no.rrh.persistence.register;

import java.nio.file.Path;

/** The register's file is not one, or is damaged. It is left as it is. The message is in bokmål, for whoever ran the command. */
public class RegisteretErOedelagt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RegisteretErOedelagt(Path fil, Throwable aarsak) {
        super(
                "registerfilen er ødelagt eller er ikke en registerfil; den er ikke endret. Hent den tilbake fra sikkerhetskopi: "
                        + fil,
                aarsak);
    }
}
