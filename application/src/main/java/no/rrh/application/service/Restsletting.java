package no.rrh.application.service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.out.Skriving;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Deletes, within a transaction, the virksomheter that a replacing file lacks; all of them at one time of deletion. */
final class Restsletting {
    private static final int SIDE = 1_000;

    private final Skriving skriving;
    private final Supplier<UUID> nyId;
    private final Instant tidspunkt;
    private long slettet;

    Restsletting(Skriving skriving, Supplier<UUID> nyId, Clock klokke) {
        this.skriving = skriving;
        this.nyId = nyId;
        this.tidspunkt = klokke.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Gives how many were deleted; those that are deleted already stay as they are. */
    long slettUtenom(Nummermengde iFilen, Framdrift framdrift) {
        Optional<Organisasjonsnummer> etter = Optional.empty();
        List<Organisasjonsnummer> side;
        do {
            side = skriving.ikkeSlettede(etter, SIDE);
            // also where there is nothing to delete, so that it can be given up
            framdrift.ferdig(slettet);
            for (Organisasjonsnummer nummer : side) {
                if (!iFilen.har(nummer)) {
                    slett(nummer);
                    framdrift.ferdig(++slettet);
                }
                etter = Optional.of(nummer);
            }
        } while (side.size() == SIDE);
        return slettet;
    }

    private void slett(Organisasjonsnummer nummer) {
        skriving.lagre(Registerfoering.slett(skriving.hent(nummer).orElseThrow(), nyId.get(), tidspunkt));
    }
}
