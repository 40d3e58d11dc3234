package no.rrh.domain.kodeverk;

import java.nio.charset.StandardCharsets;
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
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(tekst)) {
            throw new UgyldigVerdi(felt + " inneholder tegn som ikke kan skrives i UTF-8");
        }
        return tekst;
    }
}
