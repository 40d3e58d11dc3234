package no.rrh.application.service;

import java.util.Iterator;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentEndringslogg;
import no.rrh.application.port.in.Innsynskall;
import no.rrh.application.port.in.Loggfoering;
import no.rrh.application.port.in.Loggutsnitt;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.domain.tilgang.Operasjon;

/** Reads the endringslogg a page at a time. What has been read once stays as it was, so pages make one whole. */
public final class Endringslogglesing implements HentEndringslogg {
    private static final int SIDE = 500;

    private final Endringslogg endringslogg;
    private final Adgangskontroll adgang;

    public Endringslogglesing(Endringslogg endringslogg, Adgangskontroll adgang) {
        this.adgang = adgang;
        this.endringslogg = endringslogg;
    }

    @Override
    public Iterator<Loggfoering> hent(Innsynskall kall, Forespoersel<Loggutsnitt> forespoersel) {
        adgang.krev(kall, Operasjon.ENDRINGSLOGG_B);
        Loggutsnitt utsnitt = forespoersel.lest();
        Iterator<Loggfoering> endringer = Sidevis.<Loggfoering>les(
                        (siste, antall) -> Endringsside.les(
                                endringslogg,
                                siste.map(foering -> foering.endring().sekvensnummer())
                                        .orElse(utsnitt.etter()),
                                antall),
                        utsnitt.antall(),
                        SIDE)
                .iterator();
        endringer.hasNext();
        return endringer;
    }
}
