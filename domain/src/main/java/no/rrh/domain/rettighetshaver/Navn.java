package no.rrh.domain.rettighetshaver;

import java.util.Optional;
import no.rrh.domain.kodeverk.Tekst;

/**
 * The name of a person in the folkeregister, as stated in the registration. {@link #toString} is masked.
 *
 * @param mellomnavn absent when the person has none
 */
public record Navn(String fornavn, Optional<String> mellomnavn, String etternavn) {
    public Navn {
        Tekst.krev("fornavn", fornavn);
        mellomnavn.ifPresent(navn -> Tekst.krev("mellomnavn", navn));
        Tekst.krev("etternavn", etternavn);
    }

    @Override
    public String toString() {
        return "Navn[***]";
    }
}
