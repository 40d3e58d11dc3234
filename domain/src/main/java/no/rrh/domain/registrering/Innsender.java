package no.rrh.domain.registrering;

import java.time.LocalDate;
import no.rrh.domain.kodeverk.Tekst;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Who reported an uoverensstemmelse: a virksomhet with a duty to, a person in the folkeregister, or a foreign one. */
public sealed interface Innsender {
    /** A virksomhet that the anti-money-laundering law obliges to report. */
    record VarslingspliktigVirksomhet(Organisasjonsnummer organisasjonsnummer) implements Innsender {}

    /** A person in the folkeregister. */
    record FolkeregistrertInnsender(FolkeregistrertPerson person) implements Innsender {}

    /** A foreign person. {@link #toString} is masked. */
    record UtenlandskInnsender(LocalDate foedselsdato, String fulltNavn) implements Innsender {
        public UtenlandskInnsender {
            Tekst.krev("fulltNavn", fulltNavn);
        }

        @Override
        public String toString() {
            return "UtenlandskInnsender[***]";
        }
    }
}
