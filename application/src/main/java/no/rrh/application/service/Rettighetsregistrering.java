package no.rrh.application.service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.rrh.application.port.in.RegistrerRettighetsinformasjon;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Registers rettighetsinformasjon as the new gjeldende registration. */
public final class Rettighetsregistrering implements RegistrerRettighetsinformasjon {
    private final Virksomhetsregister register;
    private final Supplier<UUID> nyId;
    private final Clock klokke;

    public Rettighetsregistrering(Virksomhetsregister register, Supplier<UUID> nyId, Clock klokke) {
        this.register = register;
        this.nyId = nyId;
        this.klokke = klokke;
    }

    @Override
    public UUID registrer(
            Organisasjonsnummer organisasjonsnummer,
            Reellerettighetshaverestatus status,
            Rettighetsinformasjon rettighetsinformasjon) {
        Registrering ny = new Registrering(
                nyId.get(),
                Registrering.FOERSTE_VERSJON,
                Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                klokke.instant().truncatedTo(ChronoUnit.MILLIS),
                true,
                Optional.of(status),
                rettighetsinformasjon,
                Optional.empty());
        return register.skriv(skriving -> {
            skriving.lagre(Registerfoering.registrer(skriving.hent(organisasjonsnummer), organisasjonsnummer, ny));
            return ny.registreringsid();
        });
    }
}
