package no.rrh.domain.kodeverk;

import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;

/**
 * A country by its ISO 3166-1 alpha-2 code, used for registers, markets and addresses.
 *
 * @param landkode two capital letters
 * @param oppgittNavn the name it was imported with, kept only where the project's country table lacks the code
 */
public record LandAlfa2(String landkode, Optional<String> oppgittNavn) {
    private static final int BOKSTAVER = 2;

    public LandAlfa2 {
        if (!Tekst.erStoreBokstaver(landkode, BOKSTAVER)) {
            throw new UgyldigVerdi("landkode må være to store bokstaver (ISO 3166-1 alfa-2)");
        }
        oppgittNavn.ifPresent(navn -> Tekst.krev("navn", navn));
    }

    /** A country that the country table names. */
    public static LandAlfa2 av(String landkode) {
        return new LandAlfa2(landkode, Optional.empty());
    }
}
