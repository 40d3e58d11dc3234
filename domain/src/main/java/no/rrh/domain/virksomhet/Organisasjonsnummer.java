package no.rrh.domain.virksomhet;

import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;

/**
 * The number that identifies a virksomhet: nine digits, the last of them a check digit. Over the first eight, weighted
 * 3 2 7 6 5 4 3 2, stands the sum Σ; the check digit is 11 − (Σ mod 11), where 11 counts as 0 and 10 means that the
 * number does not exist. Real numbers start with 8 or 9 and synthetic ones with 2 or 3; any first digit is let in.
 *
 * @param verdi the nine digits
 */
public record Organisasjonsnummer(String verdi) implements Comparable<Organisasjonsnummer> {
    private static final int LENGDE = 9;
    private static final int[] VEKTER = {3, 2, 7, 6, 5, 4, 3, 2};

    /**
     * Checks the number.
     *
     * @throws UgyldigVerdi when it is not nine digits, or the check digit is wrong; the message says which
     */
    public Organisasjonsnummer {
        if (!erNiSifre(verdi)) {
            throw new UgyldigVerdi("organisasjonsnummer må bestå av nøyaktig ni sifre");
        }
        int kontroll = Mod11.kontrollsiffer(verdi, VEKTER);
        if (kontroll != verdi.charAt(LENGDE - 1) - '0') {
            throw new UgyldigVerdi(
                    "organisasjonsnummer har feil kontrollsiffer: det niende sifferet stemmer ikke med de"
                            + " åtte første (MOD11)");
        }
    }

    /** The number that begins with these eight digits; absent when they have no check digit. */
    public static Optional<Organisasjonsnummer> medKontrollsiffer(String aatteSifre) {
        int kontroll = Mod11.kontrollsiffer(aatteSifre, VEKTER);
        return kontroll == Mod11.FINNES_IKKE
                ? Optional.empty()
                : Optional.of(new Organisasjonsnummer(aatteSifre + kontroll));
    }

    /** The number from its value as an integer, leading zeros restored. */
    public static Organisasjonsnummer av(int tall) {
        String sifre = Integer.toString(tall);
        return new Organisasjonsnummer("0".repeat(Math.max(0, LENGDE - sifre.length())) + sifre);
    }

    /** The number as an integer, as it is stored and sorted. */
    public int tall() {
        return Integer.parseInt(verdi);
    }

    private static boolean erNiSifre(String verdi) {
        return verdi != null && verdi.length() == LENGDE && Mod11.erSifre(verdi);
    }

    @Override
    public int compareTo(Organisasjonsnummer annet) {
        return verdi.compareTo(annet.verdi);
    }

    @Override
    public String toString() {
        return verdi;
    }
}
