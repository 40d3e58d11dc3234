package no.rrh.domain.rettighetshaver;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.virksomhet.Mod11;

/**
 * A fødselsnummer or D-nummer: eleven digits, DDMMYY, individnummer and two check digits. A D-nummer has 40 added to
 * the day, a synthetic number (Tenor) 80 to the month. The individnummer tells the century: 000–499 the 1900s; 500–749
 * with YY ≥ 54 the 1800s; 500–999 with YY ≤ 39 the 2000s; 900–999 with YY ≥ 40 the 1900s.
 *
 * <p>Its {@link #toString} is masked, so that it cannot reach a log by accident.
 */
public final class Foedselsnummer {
    private static final int LENGDE = 11;
    private static final int DNUMMER_TILLEGG = 40;
    private static final int SYNTETISK_TILLEGG = 80;
    private static final int[] VEKTER_FOERSTE = {3, 7, 6, 1, 8, 9, 4, 5, 2};
    private static final int[] VEKTER_ANDRE = {5, 4, 3, 2, 7, 6, 5, 4, 3, 2};

    private final String verdi;
    private final LocalDate foedselsdato;

    /**
     * Checks the number.
     *
     * @throws UgyldigVerdi when it is not eleven digits, its date does not exist, or a check digit is wrong; the message
     *     says which, without the number
     */
    public Foedselsnummer(String verdi) {
        if (verdi == null || verdi.length() != LENGDE || !Mod11.erSifre(verdi)) {
            throw new UgyldigVerdi("fødselsnummer eller D-nummer må bestå av nøyaktig elleve sifre");
        }
        this.foedselsdato = lesFoedselsdato(verdi);
        if (!foersteKontrollsifferStemmer(verdi) || !andreKontrollsifferStemmer(verdi)) {
            throw new UgyldigVerdi("fødselsnummer eller D-nummer har feil kontrollsiffer");
        }
        this.verdi = verdi;
    }

    /**
     * The number that begins with these nine digits; absent when they have no check digits.
     *
     * @throws UgyldigVerdi when they tell no date
     */
    public static Optional<Foedselsnummer> medKontrollsifre(String niSifre) {
        int foerste = Mod11.kontrollsiffer(niSifre, VEKTER_FOERSTE);
        int andre = foerste == Mod11.FINNES_IKKE
                ? Mod11.FINNES_IKKE
                : Mod11.kontrollsiffer(niSifre + foerste, VEKTER_ANDRE);
        return andre == Mod11.FINNES_IKKE
                ? Optional.empty()
                : Optional.of(new Foedselsnummer(niSifre + foerste + andre));
    }

    /** The eleven digits. For the representation and for storage only. */
    public String verdi() {
        return verdi;
    }

    /** The date of birth that the number tells. The one stated in a registration may differ, and wins there. */
    public LocalDate foedselsdato() {
        return foedselsdato;
    }

    /** Whether the number is a D-nummer. */
    public boolean erDnummer() {
        return tall(verdi, 0) > DNUMMER_TILLEGG;
    }

    /** Whether the number is a synthetic one, which no real person has. */
    public boolean erSyntetisk() {
        return tall(verdi, 2) > SYNTETISK_TILLEGG;
    }

    /** Whether a valid number stands anywhere in the text, as eleven digits in a row. */
    public static boolean finnesI(String tekst) {
        for (int i = 0; i + LENGDE <= tekst.length(); i++) {
            if (erGyldig(tekst.substring(i, i + LENGDE))) {
                return true;
            }
        }
        return false;
    }

    private static boolean erGyldig(String verdi) {
        try {
            new Foedselsnummer(verdi);
            return true;
        } catch (UgyldigVerdi e) {
            return false;
        }
    }

    private static LocalDate lesFoedselsdato(String verdi) {
        int dag = tall(verdi, 0) % DNUMMER_TILLEGG;
        int maaned = tall(verdi, 2) % SYNTETISK_TILLEGG;
        int aar = tall(verdi, 4);
        int individnummer = 10 * tall(verdi, 6) + verdi.charAt(8) - '0';
        boolean forStorDag = tall(verdi, 0) >= 2 * DNUMMER_TILLEGG;
        try {
            if (!forStorDag) {
                return LocalDate.of(aarhundre(aar, individnummer) + aar, maaned, dag);
            }
        } catch (DateTimeException e) {
            // said below, for both reasons
        }
        throw new UgyldigVerdi("fødselsnummer eller D-nummer har en fødselsdato som ikke finnes");
    }

    private static int aarhundre(int aar, int individnummer) {
        if (individnummer <= 499) {
            return 1900;
        }
        if (aar <= 39) {
            return 2000;
        }
        if (individnummer <= 749 && aar >= 54) {
            return 1800;
        }
        if (individnummer >= 900) {
            return 1900;
        }
        throw new UgyldigVerdi("fødselsnummer eller D-nummer har et individnummer som ikke hører til noe århundre");
    }

    /** The one place that must change when the first check digit is freed from the old control in 2032. */
    private static boolean foersteKontrollsifferStemmer(String verdi) {
        return Mod11.kontrollsiffer(verdi, VEKTER_FOERSTE) == verdi.charAt(9) - '0';
    }

    private static boolean andreKontrollsifferStemmer(String verdi) {
        return Mod11.kontrollsiffer(verdi, VEKTER_ANDRE) == verdi.charAt(10) - '0';
    }

    private static int tall(String verdi, int fra) {
        return 10 * (verdi.charAt(fra) - '0') + verdi.charAt(fra + 1) - '0';
    }

    @Override
    public boolean equals(Object annet) {
        return annet instanceof Foedselsnummer f && verdi.equals(f.verdi);
    }

    @Override
    public int hashCode() {
        return verdi.hashCode();
    }

    @Override
    public String toString() {
        return "***********";
    }
}
