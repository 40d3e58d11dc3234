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
     * Every virksomhet that has a gjeldende registration, with that registration alone, by organisasjonsnummer, some at a
     * time. Where one utsnitt ends and the next begins follows from what is in the register and how it is stored, and from
     * nothing else. In constant memory, whatever the size of the register, for a receiver that holds but a few of them.
     */
    void forHvertUtsnitt(Consumer<Utsnitt> mottaker);

    /**
     * Every virksomhet, the deleted ones too, with every registration, by organisasjonsnummer. In constant memory,
     * whatever the size of the register.
     */
    void forHver(Consumer<RegistreringspliktigVirksomhet> mottaker);

    /** Some virksomheter that follow one another, at least one. Any thread may read them, also when the snapshot is gone. */
    interface Utsnitt {
        int antall();

        /**
         * Each of them.
         *
         * @throws RegisteretSvarerIkke when what is stored cannot be understood
         */
        void forHver(Consumer<RegistreringspliktigVirksomhet> mottaker);
    }
}
