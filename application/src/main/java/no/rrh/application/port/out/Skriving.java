package no.rrh.application.port.out;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** One transaction that writes. It sees its own changes. */
public interface Skriving {
    /** The virksomhet with every registration. No other writer changes it before this transaction ends. */
    Optional<RegistreringspliktigVirksomhet> hent(Organisasjonsnummer nummer);

    /**
     * Told of virksomheter that are about to be fetched and stored with these registrations, so that what there is of them can be
     * looked up at once. It changes nothing, and nobody need tell.
     */
    default void ventes(Collection<RegistreringspliktigVirksomhet> neste) {}

    /**
     * Stores the state after, keeps what it replaces as earlier versions, and writes the changes to the endringslogg.
     *
     * @throws Registerkonflikt when a registreringsid already belongs to another virksomhet
     */
    void lagre(Registerendring endring);

    /**
     * Begins a new generation of the endringslogg, for the changes that come after this.
     *
     * @param over its numbers are above this one, and above every one that this register has given
     */
    Generasjon nyGenerasjon(long over);

    /**
     * The virksomheter that are not deleted, by organisasjonsnummer, a page at a time.
     *
     * @param etter where the page begins, itself not in it; absent to begin with the first
     * @param antall how many at the most; fewer means that there are no more
     */
    List<Organisasjonsnummer> ikkeSlettede(Optional<Organisasjonsnummer> etter, int antall);
}
