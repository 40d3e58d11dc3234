package no.rrh.persistence.register;

import java.util.List;
import java.util.function.Consumer;
import no.rrh.application.port.out.Bestand.Utsnitt;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/** Rows that have been read. What is in their documents is found out by who asks. */
record Radutsnitt(List<Gjeldenderad> rader) implements Utsnitt {
    @Override
    public int antall() {
        return rader.size();
    }

    @Override
    public void forHver(Consumer<RegistreringspliktigVirksomhet> mottaker) {
        for (Gjeldenderad rad : rader) {
            mottaker.accept(Lagerfeil.oversett(rad::virksomhet));
        }
    }
}
