package no.rrh.domain.kodeverk;

import no.rrh.domain.feil.UgyldigVerdi;

/** What every free text of the model must be: present, not blank, and writable as UTF-8. */
public final class Tekst {
    private Tekst() {}

    /**
     * The text itself, when it can be kept.
     *
     * @param felt the field's name, for the message
     * @throws UgyldigVerdi when it is missing, blank, or holds half a surrogate pair, which no encoding can carry
     */
    public static String krev(String felt, String tekst) {
        if (tekst == null || tekst.isBlank()) {
            throw new UgyldigVerdi(felt + " mangler eller er tom");
        }
        if (harHalvtPar(tekst)) {
            throw new UgyldigVerdi(felt + " inneholder tegn som ikke kan skrives i UTF-8");
        }
        return tekst;
    }

    /** Whether it holds half of a surrogate pair, which no encoding can carry. */
    public static boolean harHalvtPar(String tekst) {
        for (int i = 0; i < tekst.length(); i++) {
            if (Character.isSurrogate(tekst.charAt(i))) {
                // by its code point a pair is none of them
                if (!Character.isSupplementaryCodePoint(tekst.codePointAt(i))) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }

    /** Whether it is so many letters from A to Z. */
    static boolean erStoreBokstaver(String tekst, int antall) {
        if (tekst == null || tekst.length() != antall) {
            return false;
        }
        for (int i = 0; i < antall; i++) {
            if (tekst.charAt(i) < 'A' || tekst.charAt(i) > 'Z') {
                return false;
            }
        }
        return true;
    }
}
