package no.rrh.application.service;

import java.util.Iterator;
import java.util.List;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentEndringslogg;
import no.rrh.application.port.in.Loggfoering;
import no.rrh.application.port.in.Loggutsnitt;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.Generasjon;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Tilgang;

/** Reads the endringslogg a page at a time. What has been read once stays as it was, so pages make one whole. */
public final class Endringslogglesing implements HentEndringslogg {
    private static final int SIDE = 500;

    private final Endringslogg endringslogg;

    public Endringslogglesing(Endringslogg endringslogg) {
        this.endringslogg = endringslogg;
    }

    @Override
    public Iterator<Loggfoering> hent(Kaller kaller, Forespoersel<Loggutsnitt> forespoersel) {
        Tilgang.krev(kaller, Operasjon.ENDRINGSLOGG_B);
        Loggutsnitt utsnitt = forespoersel.lest();
        List<Generasjon> generasjoner = endringslogg.generasjoner();
        Iterator<Loggfoering> endringer = Sidevis.<NummerertEndring>les(
                        (siste, antall) -> endringslogg.etter(
                                siste.map(NummerertEndring::sekvensnummer).orElse(utsnitt.etter()), antall),
                        utsnitt.antall(),
                        SIDE)
                .map(endring -> Loggfoering.av(endring, generasjoner))
                .iterator();
        endringer.hasNext();
        return endringer;
    }
}
