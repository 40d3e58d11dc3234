package no.rrh.http.representasjon;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import no.rrh.domain.feil.UgyldigVerdi;

/**
 * Times as the representation has them: RFC 3339, written in UTC with exactly three decimals, read with any offset. Done
 * by hand because a document holds many of them.
 */
public final class Tidspunkt {
    /** How many characters a written time has. */
    static final int LENGDE = "2024-09-26T10:22:02.634Z".length();

    private static final String DATO_OG_KLOKKE = "0000-00-00T00:00:00";
    private static final String FORSKYVNING = "00:00";
    private static final int DESIMALER_FRA = DATO_OG_KLOKKE.length() + 1;
    private static final int MILLISEKUNDSIFRE = 3;
    private static final int LENGST_MED_DESIMALER = 64;
    private static final int NANO_PER_MILLI = 1_000_000;

    private Tidspunkt() {}

    /**
     * Writes the time; what is beyond milliseconds falls away.
     *
     * @param ut gets {@link #LENGDE} characters
     */
    static void skriv(Instant tidspunkt, char[] ut) {
        LocalDateTime utc =
                LocalDateTime.ofEpochSecond(tidspunkt.getEpochSecond(), tidspunkt.getNano(), ZoneOffset.UTC);
        DATO_OG_KLOKKE.getChars(0, DATO_OG_KLOKKE.length(), ut, 0);
        sett(utc.getYear(), 4, ut, 0);
        sett(utc.getMonthValue(), 2, ut, 5);
        sett(utc.getDayOfMonth(), 2, ut, 8);
        sett(utc.getHour(), 2, ut, 11);
        sett(utc.getMinute(), 2, ut, 14);
        sett(utc.getSecond(), 2, ut, 17);
        ut[DESIMALER_FRA - 1] = '.';
        sett(utc.getNano() / NANO_PER_MILLI, MILLISEKUNDSIFRE, ut, DESIMALER_FRA);
        ut[LENGDE - 1] = 'Z';
    }

    /** The time as text of its own. */
    public static String skriv(Instant tidspunkt) {
        char[] ut = new char[LENGDE];
        skriv(tidspunkt, ut);
        return new String(ut);
    }

    private static void sett(int tall, int antall, char[] ut, int fra) {
        int resten = tall;
        for (int i = fra + antall - 1; i >= fra; i--) {
            ut[i] = (char) ('0' + resten % 10);
            resten /= 10;
        }
    }

    /**
     * Reads a time.
     *
     * @throws UgyldigVerdi when it does not follow RFC 3339, has no offset, does not exist, or is more precise than
     *     milliseconds, which the register would lose; a leap second does not exist in the register
     */
    public static Instant les(String tekst) {
        return les(tekst, true);
    }

    /**
     * Reads a time to compare with those of the register, which are cut off after the milliseconds: so is this.
     *
     * @throws UgyldigVerdi as {@link #les}, except for precision
     */
    public static Instant lesAvkortet(String tekst) {
        if (tekst.length() > LENGST_MED_DESIMALER) {
            throw feilForm();
        }
        return les(tekst, false);
    }

    private static Instant les(String tekst, boolean noeyaktig) {
        krevForm(tekst, 0, DATO_OG_KLOKKE);
        int sonefra = sonefra(tekst);
        try {
            Instant lest = LocalDateTime.of(
                            tall(tekst, 0, 4),
                            tall(tekst, 5, 2),
                            tall(tekst, 8, 2),
                            tall(tekst, 11, 2),
                            tall(tekst, 14, 2),
                            tall(tekst, 17, 2),
                            millisekunder(tekst, sonefra, noeyaktig) * NANO_PER_MILLI)
                    .toInstant(sone(tekst, sonefra));
            int aar = lest.atOffset(ZoneOffset.UTC).getYear();
            if (aar >= 0 && aar <= 9999) {
                return lest;
            }
        } catch (DateTimeException e) {
            // said below: the day, the clock or the offset does not exist
        }
        throw new UgyldigVerdi(
                tall(tekst, 17, 2) == 60
                        ? "tidspunktet finnes ikke i registeret, som ikke har skuddsekunder"
                        : "tidspunktet finnes ikke");
    }

    /** Where the offset begins: after the seconds, and their decimals where there are any. */
    private static int sonefra(String tekst) {
        int i = DATO_OG_KLOKKE.length();
        if (i == tekst.length() || tekst.charAt(i) != '.') {
            return i;
        }
        krevForm(tekst, i + 1, "0");
        do {
            i++;
        } while (i < tekst.length() && erSiffer(tekst.charAt(i)));
        return i;
    }

    private static int millisekunder(String tekst, int sonefra, boolean noeyaktig) {
        int millisekunder = 0;
        for (int i = 0; i < MILLISEKUNDSIFRE; i++) {
            int plass = DESIMALER_FRA + i;
            millisekunder = millisekunder * 10 + (plass < sonefra ? tekst.charAt(plass) - '0' : 0);
        }
        for (int i = DESIMALER_FRA + MILLISEKUNDSIFRE; noeyaktig && i < sonefra; i++) {
            if (tekst.charAt(i) != '0') {
                throw new UgyldigVerdi("tidspunktet er mer nøyaktig enn millisekunder, og registeret ville mistet det");
            }
        }
        return millisekunder;
    }

    private static ZoneOffset sone(String tekst, int fra) {
        char tegn = fra < tekst.length() ? tekst.charAt(fra) : '?';
        if ((tegn == 'Z' || tegn == 'z') && tekst.length() == fra + 1) {
            return ZoneOffset.UTC;
        }
        if (tegn != '+' && tegn != '-' || tekst.length() != fra + 1 + FORSKYVNING.length()) {
            throw feilForm();
        }
        krevForm(tekst, fra + 1, FORSKYVNING);
        int fortegn = tegn == '-' ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(fortegn * tall(tekst, fra + 1, 2), fortegn * tall(tekst, fra + 4, 2));
    }

    private static int tall(String tekst, int fra, int antall) {
        int tall = 0;
        for (int i = fra; i < fra + antall; i++) {
            tall = tall * 10 + tekst.charAt(i) - '0';
        }
        return tall;
    }

    /** A 0 of the form stands for any digit, and T may be a small letter. */
    private static void krevForm(String tekst, int fra, String form) {
        if (tekst.length() < fra + form.length()) {
            throw feilForm();
        }
        for (int i = 0; i < form.length(); i++) {
            char tegn = tekst.charAt(fra + i);
            char ventet = form.charAt(i);
            if (ventet == '0' ? !erSiffer(tegn) : tegn != ventet && !(ventet == 'T' && tegn == 't')) {
                throw feilForm();
            }
        }
    }

    private static boolean erSiffer(char tegn) {
        return tegn >= '0' && tegn <= '9';
    }

    private static UgyldigVerdi feilForm() {
        return new UgyldigVerdi("tidspunktet må følge RFC 3339 med tidssone, for eksempel 2024-09-26T10:22:02.634Z");
    }
}
