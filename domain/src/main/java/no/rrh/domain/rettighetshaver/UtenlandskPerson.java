package no.rrh.domain.rettighetshaver;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.kodeverk.LandAlfa3;
import no.rrh.domain.kodeverk.Tekst;

/** A person outside the Norwegian folkeregister, as stated in one registration. {@link #toString} is masked. */
public record UtenlandskPerson(
        Optional<LocalDate> foedselsdato,
        Year foedselsaar,
        Optional<String> fulltNavn,
        LandAlfa3 bostedsland,
        List<LandAlfa3> statsborgerskap)
        implements Person {
    public UtenlandskPerson {
        fulltNavn.ifPresent(navn -> Tekst.krev("fulltNavn", navn));
        statsborgerskap = List.copyOf(statsborgerskap);
    }

    @Override
    public UtenlandskPerson skjermet() {
        return new UtenlandskPerson(Optional.empty(), foedselsaar, Optional.empty(), bostedsland, statsborgerskap);
    }

    @Override
    public String toString() {
        return "UtenlandskPerson[***]";
    }
}
