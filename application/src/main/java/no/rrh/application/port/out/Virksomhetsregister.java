package no.rrh.application.port.out;

import java.util.Optional;
import java.util.function.Function;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * The register as it is stored. A read sees what was committed before it began; a write is durable when it returns.
 * Every method throws {@link RegisteretSvarerIkke} when the store does not answer.
 */
public interface Virksomhetsregister {
    /** The virksomhet with its gjeldende registration alone; absent when it has none. One indexed read. */
    Optional<RegistreringspliktigVirksomhet> hentGjeldende(Organisasjonsnummer nummer);

    /** The virksomhet with every registration. One indexed read. */
    Optional<RegistreringspliktigVirksomhet> hent(Organisasjonsnummer nummer);

    /**
     * The virksomhet as it stood when the change of that number, and none after it, had been made.
     *
     * @param sekvensnummer 0 is before the first change
     */
    Optional<RegistreringspliktigVirksomhet> hentVed(Organisasjonsnummer nummer, long sekvensnummer);

    /**
     * Reads the whole register in one consistent snapshot, which holds until {@code leser} returns.
     *
     * @param leser what it throws comes out unchanged
     */
    <T> T lesBestand(Function<Bestand, T> leser);

    /**
     * Writes in one transaction: all of it, durable when this returns, or nothing when {@code arbeid} throws. Writers
     * wait for each other, so that changes are numbered in the order in which they become visible.
     *
     * @param arbeid what it throws comes out unchanged
     */
    <T> T skriv(Function<Skriving, T> arbeid);

    /** Whether it has no virksomhet at all. */
    boolean erTomt();
}
