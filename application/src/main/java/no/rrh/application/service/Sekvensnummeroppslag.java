package no.rrh.application.service;

import java.time.Instant;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentSekvensnummer;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Tilgang;

/** Finds the place of a time in the endringslogg. */
public final class Sekvensnummeroppslag implements HentSekvensnummer {
    private final Endringslogg endringslogg;

    public Sekvensnummeroppslag(Endringslogg endringslogg) {
        this.endringslogg = endringslogg;
    }

    @Override
    public long hent(Kaller kaller, Forespoersel<Instant> forespoersel) {
        Tilgang.krev(kaller, Operasjon.ENDRINGSLOGG_B);
        return endringslogg.foer(forespoersel.lest());
    }
}
