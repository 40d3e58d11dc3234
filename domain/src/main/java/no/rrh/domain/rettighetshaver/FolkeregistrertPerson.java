package no.rrh.domain.rettighetshaver;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.kodeverk.LandAlfa3;

/**
 * A person in the Norwegian folkeregister, as stated in one registration. {@link #toString} is masked.
 *
 * @param foedselsEllerDNummer absent when not stated, or withheld
 */
public record FolkeregistrertPerson(
        Optional<Foedselsnummer> foedselsEllerDNummer,
        Optional<LocalDate> foedselsdato,
        Year foedselsaar,
        Optional<Navn> navn,
        boolean erDoed,
        LandAlfa3 bostedsland,
        List<LandAlfa3> statsborgerskap)
        implements Person {
    public FolkeregistrertPerson {
        statsborgerskap = List.copyOf(statsborgerskap);
    }

    /** The same person without fødselsnummer or D-nummer, for those who may know who it is but not the number. */
    public FolkeregistrertPerson utenFoedselsnummer() {
        return new FolkeregistrertPerson(
                Optional.empty(), foedselsdato, foedselsaar, navn, erDoed, bostedsland, statsborgerskap);
    }

    @Override
    public FolkeregistrertPerson skjermet() {
        return new FolkeregistrertPerson(
                Optional.empty(),
                Optional.empty(),
                foedselsaar,
                Optional.empty(),
                erDoed,
                bostedsland,
                statsborgerskap);
    }

    @Override
    public String toString() {
        return "FolkeregistrertPerson[***]";
    }
}
