package no.rrh.domain.rettighetshaver;

import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.kodeverk.LandAlfa3;

/**
 * A natural person as stated in one registration: either in the folkeregister or foreign, never both. A person is never
 * shared between registrations by fødselsnummer, since two of them may state the same number with different names.
 */
public sealed interface Person permits FolkeregistrertPerson, UtenlandskPerson {
    Optional<LocalDate> foedselsdato();

    Year foedselsaar();

    /** Never absent: {@link LandAlfa3#UOPPGITT} when unknown. */
    LandAlfa3 bostedsland();

    /** May be empty, in older data also for a foreign person. */
    List<LandAlfa3> statsborgerskap();

    /** What is left for those who may not see who the person is: no number, no name, no date of birth. */
    Person skjermet();
}
