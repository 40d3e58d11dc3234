package no.rrh.application.service;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import no.rrh.application.port.in.MottaUoverensstemmelse;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.Innsender;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Adds a report of disagreement to the gjeldende registration. */
public final class Uoverensstemmelsemottak implements MottaUoverensstemmelse {
    private final Virksomhetsregister register;
    private final Clock klokke;

    public Uoverensstemmelsemottak(Virksomhetsregister register, Clock klokke) {
        this.register = register;
        this.klokke = klokke;
    }

    @Override
    public void motta(Organisasjonsnummer organisasjonsnummer, String beskrivelse, Innsender innsender) {
        Uoverensstemmelse ny = new Uoverensstemmelse(
                beskrivelse, klokke.instant().truncatedTo(ChronoUnit.MILLIS), Optional.of(innsender));
        register.skriv(skriving -> {
            Registerendring endring = skriving.hent(organisasjonsnummer)
                    .map(foer -> Registerfoering.mottaUoverensstemmelse(foer, ny))
                    .orElseThrow(() -> new Registerkonflikt("virksomheten finnes ikke i registeret"));
            skriving.lagre(endring);
            return endring;
        });
    }
}
