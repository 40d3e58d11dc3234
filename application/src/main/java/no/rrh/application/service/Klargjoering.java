package no.rrh.application.service;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Supplier;
import no.rrh.application.port.in.KlargjoerForRegistrering;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Makes a virksomhet ready to report. */
public final class Klargjoering implements KlargjoerForRegistrering {
    private final Virksomhetsregister register;
    private final Supplier<UUID> nyId;
    private final Clock klokke;

    public Klargjoering(Virksomhetsregister register, Supplier<UUID> nyId, Clock klokke) {
        this.register = register;
        this.nyId = nyId;
        this.klokke = klokke;
    }

    @Override
    public UUID klargjoer(Organisasjonsnummer organisasjonsnummer) {
        UUID id = nyId.get();
        Instant tidspunkt = klokke.instant().truncatedTo(ChronoUnit.MILLIS);
        return register.skriv(skriving -> {
            skriving.lagre(
                    Registerfoering.klargjoer(skriving.hent(organisasjonsnummer), organisasjonsnummer, id, tidspunkt));
            return id;
        });
    }
}
