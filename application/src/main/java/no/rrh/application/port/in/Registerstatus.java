package no.rrh.application.port.in;

import java.util.Optional;

/**
 * How it stands with the register.
 *
 * @param sisteSekvensnummer the number of the last change, 0 before the first; absent when the register does not answer
 */
public record Registerstatus(Optional<Long> sisteSekvensnummer) {
    /** Whether it answers. */
    public boolean svarer() {
        return sisteSekvensnummer.isPresent();
    }
}
