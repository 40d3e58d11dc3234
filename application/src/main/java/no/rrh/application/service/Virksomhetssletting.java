package no.rrh.application.service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import no.rrh.application.port.in.SlettVirksomhet;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Deletes a virksomhet and keeps its history. */
public final class Virksomhetssletting implements SlettVirksomhet {
    private final Virksomhetsregister register;
    private final Supplier<UUID> nyId;
    private final Clock klokke;

    public Virksomhetssletting(Virksomhetsregister register, Supplier<UUID> nyId, Clock klokke) {
        this.register = register;
        this.nyId = nyId;
        this.klokke = klokke;
    }

    @Override
    public void slett(Organisasjonsnummer organisasjonsnummer) {
        register.skriv(skriving -> {
            Registerendring endring = skriving.hent(organisasjonsnummer)
                    .map(foer -> Registerfoering.slett(
                            foer, nyId.get(), klokke.instant().truncatedTo(ChronoUnit.MILLIS)))
                    .orElseThrow(() -> new Registerkonflikt("virksomheten finnes ikke i registeret"));
            skriving.lagre(endring);
            return endring;
        });
    }
}
