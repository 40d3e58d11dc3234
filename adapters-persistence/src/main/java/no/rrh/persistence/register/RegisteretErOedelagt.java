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

    private RegisteretErOedelagt(String hva, Path fil, Path segl) {
        super("registerfilen er ødelagt eller byttet ut: " + hva + "; den er ikke endret. Hent hele mappen tilbake fra"
                + " sikkerhetskopi. Er denne filen alene hentet tilbake, slett " + segl.getFileName()
                + " ved siden av den og kjør ny-generasjon: " + fil);
    }

    /** Something else than this program has written to the file since it was closed, or to its seal. */
    static RegisteretErOedelagt endretSidenDenBleLukket(Path fil, Path segl) {
        return new RegisteretErOedelagt("den er ikke som da den ble lukket", fil, segl);
    }

    /** The file has held more than it does. */
    static RegisteretErOedelagt kortere(Path fil, Path segl, long siste, long harHatt) {
        return new RegisteretErOedelagt(
                siste < harHatt
                        ? "den slutter ved endring " + siste + ", men har hatt " + harHatt
                        : "den mangler tilgangsavtaler som den har hatt",
                fil,
                segl);
    }
}
