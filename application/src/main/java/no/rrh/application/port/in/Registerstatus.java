package no.rrh.application.port.in;

import java.util.List;
import java.util.Optional;
import no.rrh.application.port.out.Replikastatus;

/**
 * How it stands with the register.
 *
 * @param sisteSekvensnummer the number of the last change that can be seen, 0 before the first; absent when the register does
 *     not answer
 * @param replikaer those that it is read from, where there are any
 */
public record Registerstatus(Optional<Long> sisteSekvensnummer, List<Replikastatus> replikaer) {
    /** That of a register without replicas. */
    public Registerstatus(Optional<Long> sisteSekvensnummer) {
        this(sisteSekvensnummer, List.of());
    }

    /** Whether it answers. */
    public boolean svarer() {
        return sisteSekvensnummer.isPresent();
    }
}
