package no.rrh.domain.tilgang;

import java.util.regex.Pattern;
import no.rrh.domain.feil.UgyldigVerdi;

/**
 * Whom the register writes to about an agreement. A person: shown to who asks for the agreement, and nowhere else.
 *
 * @param telefon as it is dialled, with or without a country code
 */
public record Kontaktperson(String navn, String epost, String telefon) {
    private static final Pattern NAVN = Pattern.compile("(?=.*\\S)[^\\p{Cntrl}]{1,200}");
    private static final Pattern EPOST = Pattern.compile("[^\\s@\\p{Cntrl}]{1,64}@[^\\s@\\p{Cntrl}]{1,189}");
    private static final Pattern TELEFON = Pattern.compile("\\+?[0-9 ]{4,20}");

    /**
     * Whom to write to.
     *
     * @throws UgyldigVerdi when one of them is not what it should be; the message does not repeat it
     */
    public Kontaktperson {
        krev(NAVN, navn, "kontaktpersonens navn må være på 1 til 200 tegn");
        krev(EPOST, epost, "kontaktpersonens e-postadresse må være på formen navn@domene");
        krev(TELEFON, telefon, "kontaktpersonens telefonnummer må ha 4 til 20 siffer, eventuelt med + foran");
    }

    private static void krev(Pattern form, String verdi, String forventet) {
        if (!form.matcher(verdi).matches()) {
            throw new UgyldigVerdi(forventet);
        }
    }

    /** Nothing of the person. */
    @Override
    public String toString() {
        return "Kontaktperson";
    }
}
