package no.rrh.application.service;

import java.util.List;
import no.rrh.application.port.in.FoelgEndringslogg;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.Loggfoering;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Tilgang;

/** Lets callers follow the endringslogg. All that is kept of a follower is the place it has come to. */
public final class Endringsloggfoelging implements FoelgEndringslogg {
    private final Endringslogg endringslogg;

    public Endringsloggfoelging(Endringslogg endringslogg) {
        this.endringslogg = endringslogg;
    }

    @Override
    public Foelge foelg(Kaller kaller, Forespoersel<Long> forespoersel) {
        Tilgang.krev(kaller, Operasjon.ENDRINGSLOGG_B);
        return new Plass(forespoersel.lest());
    }

    private final class Plass implements Foelge {
        private long plass;

        Plass(long etter) {
            this.plass = etter;
        }

        @Override
        public long plass() {
            return plass;
        }

        @Override
        public List<Loggfoering> neste(int antall) {
            List<Loggfoering> endringer = Endringsside.les(endringslogg, plass, antall);
            if (!endringer.isEmpty()) {
                plass = endringer.get(endringer.size() - 1).endring().sekvensnummer();
            }
            return endringer;
        }
    }
}
