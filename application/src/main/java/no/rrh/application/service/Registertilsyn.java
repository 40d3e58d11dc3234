package no.rrh.application.service;

import java.util.Optional;
import no.rrh.application.port.in.HentRegisterstatus;
import no.rrh.application.port.in.Registerstatus;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.RegisteretSvarerIkke;

/** Asks the endringslogg how far it has come, which tells too whether the register answers. */
public final class Registertilsyn implements HentRegisterstatus {
    private final Endringslogg endringslogg;

    public Registertilsyn(Endringslogg endringslogg) {
        this.endringslogg = endringslogg;
    }

    @Override
    public Registerstatus hent() {
        try {
            return new Registerstatus(Optional.of(endringslogg.siste()));
        } catch (RegisteretSvarerIkke e) {
            return new Registerstatus(Optional.empty());
        }
    }
}
