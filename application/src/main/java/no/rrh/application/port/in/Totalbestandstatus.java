package no.rrh.application.port.in;

import java.time.Instant;
import java.util.Optional;
import no.rrh.application.port.out.Totalbestandfil;

/**
 * How it stands with the totalbestand.
 *
 * @param siste the last good file, which is the one in service
 * @param sisteFeil the last attempt, where it failed; absent again once one has gone well
 * @param paagaarSiden when the making began that goes on now
 * @param neste when the next one is due; absent where none is planned
 */
public record Totalbestandstatus(
        Optional<Totalbestandfil> siste,
        Optional<Feiling> sisteFeil,
        Optional<Instant> paagaarSiden,
        Optional<Instant> neste) {
    /**
     * An attempt that failed.
     *
     * @param aarsak what failed, in words of our own, since it is shown: nothing of the register
     */
    public record Feiling(Instant tidspunkt, String aarsak) {}
}
