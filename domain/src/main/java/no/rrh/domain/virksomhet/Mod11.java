package no.rrh.domain.virksomhet;

/** The check digit that organisasjonsnummer and fødselsnummer share: 11 − (Σ mod 11) over weighted digits. */
public final class Mod11 {
    /** What {@link #kontrollsiffer} answers when no check digit exists for the digits. */
    public static final int FINNES_IKKE = 10;

    private Mod11() {}

    /** The check digit (0–9) for the first {@code vekter.length} digits, or {@link #FINNES_IKKE}. */
    public static int kontrollsiffer(String sifre, int... vekter) {
        int sum = 0;
        for (int i = 0; i < vekter.length; i++) {
            sum += vekter[i] * (sifre.charAt(i) - '0');
        }
        return (11 - sum % 11) % 11;
    }

    /** Whether the text is ASCII digits and nothing else; other alphabets' digits do not count. */
    public static boolean erSifre(String tekst) {
        for (int i = 0; i < tekst.length(); i++) {
            if (tekst.charAt(i) < '0' || tekst.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
