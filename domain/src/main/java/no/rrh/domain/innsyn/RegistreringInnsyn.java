package no.rrh.domain.innsyn;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon.RegulertMarked;
import no.rrh.domain.registrering.Rettighetsinformasjon.UtenlandskRegister;
import no.rrh.domain.registrering.Uoverensstemmelse;

/** A registration as one caller may see it. Only {@link Innsynspolicy} can make one. */
public final class RegistreringInnsyn {
    private final Registrering registrering;
    private final List<RettighetshaverInnsyn> reelleRettighetshavere;
    private final Optional<Uoverensstemmelse> uoverensstemmelse;

    RegistreringInnsyn(
            Registrering registrering,
            List<RettighetshaverInnsyn> reelleRettighetshavere,
            Optional<Uoverensstemmelse> uoverensstemmelse) {
        this.registrering = registrering;
        this.reelleRettighetshavere = reelleRettighetshavere;
        this.uoverensstemmelse = uoverensstemmelse;
    }

    public UUID registreringsid() {
        return registrering.registreringsid();
    }

    public Registreringsstatus registreringsstatus() {
        return registrering.registreringsstatus();
    }

    public Instant registrert() {
        return registrering.registrert();
    }

    public boolean erGjeldende() {
        return registrering.erGjeldende();
    }

    public Optional<Reellerettighetshaverestatus> reelleRettighetshaverestatus() {
        return registrering.reelleRettighetshaverestatus();
    }

    public Optional<UtenlandskRegister> utenlandskRegister() {
        return registrering.rettighetsinformasjon() instanceof UtenlandskRegister register
                ? Optional.of(register)
                : Optional.empty();
    }

    public Optional<RegulertMarked> regulertMarked() {
        return registrering.rettighetsinformasjon() instanceof RegulertMarked marked
                ? Optional.of(marked)
                : Optional.empty();
    }

    public List<RettighetshaverInnsyn> reelleRettighetshavere() {
        return reelleRettighetshavere;
    }

    public Optional<Uoverensstemmelse> uoverensstemmelse() {
        return uoverensstemmelse;
    }

    VistRegistrering vist() {
        return new VistRegistrering(registrering.registreringsid(), registrering.versjon());
    }
}
