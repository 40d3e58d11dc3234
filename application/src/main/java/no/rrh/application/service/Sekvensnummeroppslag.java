package no.rrh.application.service;

import java.time.Instant;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentSekvensnummer;
import no.rrh.application.port.in.Innsynskall;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.domain.tilgang.Operasjon;

/** Finds the place of a time in the endringslogg. */
public final class Sekvensnummeroppslag implements HentSekvensnummer {
    private final Endringslogg endringslogg;
    private final Adgangskontroll adgang;

    public Sekvensnummeroppslag(Endringslogg endringslogg, Adgangskontroll adgang) {
        this.adgang = adgang;
        this.endringslogg = endringslogg;
    }

    @Override
    public long hent(Innsynskall kall, Forespoersel<Instant> forespoersel) {
        adgang.krev(kall, Operasjon.ENDRINGSLOGG_B);
        return endringslogg.foer(forespoersel.lest());
    }
}
