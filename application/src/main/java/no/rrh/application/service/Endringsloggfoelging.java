package no.rrh.application.service;

import java.util.List;
import no.rrh.application.port.in.FoelgEndringslogg;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.Innsynskall;
import no.rrh.application.port.in.Loggfoering;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.domain.tilgang.Operasjon;

/** Lets callers follow the endringslogg. All that is kept of a follower is the place it has come to. */
public final class Endringsloggfoelging implements FoelgEndringslogg {
    private final Endringslogg endringslogg;
    private final Adgangskontroll adgang;

    public Endringsloggfoelging(Endringslogg endringslogg, Adgangskontroll adgang) {
        this.adgang = adgang;
        this.endringslogg = endringslogg;
    }

    @Override
    public Foelge foelg(Innsynskall kall, Forespoersel<Long> forespoersel) {
        adgang.krev(kall, Operasjon.ENDRINGSLOGG_B);
        return new Plass(kall, forespoersel.lest());
    }

    private final class Plass implements Foelge {
        private final Innsynskall kall;
        private long plass;

        Plass(Innsynskall kall, long etter) {
            this.kall = kall;
            this.plass = etter;
        }

        @Override
        public long plass() {
            return plass;
        }

        @Override
        public boolean harTilgang() {
            return adgang.harFortsatt(kall, Operasjon.ENDRINGSLOGG_B);
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
