package no.rrh.domain.kodeverk;

import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;

/**
 * A country by its ISO 3166-1 alpha-3 code, used for persons; {@code XUK} (Uoppgitt) stands for an unknown one.
 *
 * @param landkode three capital letters
 * @param oppgittNavn the name it was imported with, kept only where the project's country table lacks the code
 */
public record LandAlfa3(String landkode, Optional<String> oppgittNavn) {
    private static final int BOKSTAVER = 3;

    /** Uoppgitt: the country is not known. */
    public static final LandAlfa3 UOPPGITT = av("XUK");

    public LandAlfa3 {
        if (!Tekst.erStoreBokstaver(landkode, BOKSTAVER)) {
            throw new UgyldigVerdi("landkode må være tre store bokstaver (ISO 3166-1 alfa-3)");
        }
        oppgittNavn.ifPresent(navn -> Tekst.krev("navn", navn));
    }

    /** A country that the country table names. */
    public static LandAlfa3 av(String landkode) {
        return new LandAlfa3(landkode, Optional.empty());
    }
}
