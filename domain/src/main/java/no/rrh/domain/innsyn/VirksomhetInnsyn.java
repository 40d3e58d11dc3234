package no.rrh.domain.innsyn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** A virksomhet as one caller may see it. Only {@link Innsynspolicy} can make one. */
public final class VirksomhetInnsyn {
    private final Organisasjonsnummer organisasjonsnummer;
    private final Instant foerstRegistrert;
    private final Optional<Instant> slettet;
    private final List<RegistreringInnsyn> registreringer;
    private final boolean viserUnntatteIFull;

    VirksomhetInnsyn(
            Organisasjonsnummer organisasjonsnummer,
            Instant foerstRegistrert,
            Optional<Instant> slettet,
            List<RegistreringInnsyn> registreringer,
            boolean viserUnntatteIFull) {
        this.organisasjonsnummer = organisasjonsnummer;
        this.foerstRegistrert = foerstRegistrert;
        this.slettet = slettet;
        this.registreringer = registreringer;
        this.viserUnntatteIFull = viserUnntatteIFull;
    }

    public Organisasjonsnummer organisasjonsnummer() {
        return organisasjonsnummer;
    }

    public Instant foerstRegistrert() {
        return foerstRegistrert;
    }

    public Optional<Instant> slettet() {
        return slettet;
    }

    /** The registrations shown, newest first. */
    public List<RegistreringInnsyn> registreringer() {
        return registreringer;
    }

    /** Whether a person unntatt innsyn is among those shown, and is shown in full. */
    public boolean viserUnntatteIFull() {
        return viserUnntatteIFull;
    }

    /** Which registrations are shown, and in which version: what an access log has to keep. */
    public List<VistRegistrering> vist() {
        return registreringer.stream().map(RegistreringInnsyn::vist).toList();
    }
}
