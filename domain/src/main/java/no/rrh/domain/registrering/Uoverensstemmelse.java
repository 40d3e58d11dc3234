package no.rrh.domain.registrering;

import java.time.Instant;
import java.util.Optional;
import no.rrh.domain.kodeverk.Tekst;

/**
 * A report that the registration does not agree with what somebody else knows. The text may name persons, so
 * {@link #toString} leaves it out.
 *
 * @param innsender who reported it; absent when unknown, or withheld
 */
public record Uoverensstemmelse(String beskrivelse, Instant mottatt, Optional<Innsender> innsender) {
    public Uoverensstemmelse {
        Tekst.krev("beskrivelseAvUoverensstemmelse", beskrivelse);
    }

    /** The same report without who sent it. */
    public Uoverensstemmelse utenInnsender() {
        return new Uoverensstemmelse(beskrivelse, mottatt, Optional.empty());
    }

    @Override
    public String toString() {
        return "Uoverensstemmelse[" + mottatt + "]";
    }
}
