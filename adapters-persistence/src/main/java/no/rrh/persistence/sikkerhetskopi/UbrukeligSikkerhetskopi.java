package no.rrh.persistence.sikkerhetskopi;

import java.nio.file.Path;

/** A file is no back-up, or a damaged one, or one of a newer version. The message is in bokmål, for whoever ran the command. */
public class UbrukeligSikkerhetskopi extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private UbrukeligSikkerhetskopi(String melding, Throwable aarsak) {
        super(melding, aarsak);
    }

    static UbrukeligSikkerhetskopi ingen(Path fil, Throwable aarsak) {
        return new UbrukeligSikkerhetskopi(
                "filen er ikke en sikkerhetskopi laget av kommandoen sikkerhetskopi, eller den er avkortet eller skadet: "
                        + fil,
                aarsak);
    }

    /**
     * @param hva what is not as it was when the back-up was made
     */
    static UbrukeligSikkerhetskopi skadet(Path fil, String hva, Throwable aarsak) {
        return new UbrukeligSikkerhetskopi(
                "sikkerhetskopien er skadet: " + hva + ". Bruk en annen kopi: " + fil, aarsak);
    }

    static UbrukeligSikkerhetskopi nyere(Path fil) {
        return new UbrukeligSikkerhetskopi(
                "sikkerhetskopien er laget av en nyere versjon av rrh, og denne versjonen kan ikke lese den; bruk den nyere"
                        + " versjonen: " + fil,
                null);
    }
}
