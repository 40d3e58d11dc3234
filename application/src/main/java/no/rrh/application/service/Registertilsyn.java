package no.rrh.application.service;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import no.rrh.application.port.in.HentRegisterstatus;
import no.rrh.application.port.in.Registerstatus;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Replikastatus;

/** Asks the endringslogg how far it has come, which tells too whether the register answers. */
public final class Registertilsyn implements HentRegisterstatus {
    private final Endringslogg endringslogg;
    private final Supplier<List<Replikastatus>> replikaer;

    /**
     * Of one register.
     *
     * @param replikaer how it stands with those that it is read from
     */
    public Registertilsyn(Endringslogg endringslogg, Supplier<List<Replikastatus>> replikaer) {
        this.endringslogg = endringslogg;
        this.replikaer = replikaer;
    }

    @Override
    public Registerstatus hent() {
        return new Registerstatus(siste(), replikaer.get());
    }

    private Optional<Long> siste() {
        try {
            return Optional.of(endringslogg.siste());
        } catch (RegisteretSvarerIkke e) {
            return Optional.empty();
        }
    }
}
