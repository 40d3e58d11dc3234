package no.rrh.application.port.out;

import java.util.function.Consumer;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/** One consistent snapshot of the register. */
public interface Bestand {
    /** The last change that the snapshot holds; 0 when there has been none. */
    long sekvensnummer();

    /** How many virksomheter there are, the deleted ones too. */
    long antall();

    /**
     * Every virksomhet that has a gjeldende registration, with that registration alone, by organisasjonsnummer. In
     * constant memory, whatever the size of the register.
     */
    void forHverGjeldende(Consumer<RegistreringspliktigVirksomhet> mottaker);

    /**
     * Every virksomhet, the deleted ones too, with every registration, by organisasjonsnummer. In constant memory,
     * whatever the size of the register.
     */
    void forHver(Consumer<RegistreringspliktigVirksomhet> mottaker);
}
