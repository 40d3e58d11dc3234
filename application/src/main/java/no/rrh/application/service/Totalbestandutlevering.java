package no.rrh.application.service;

import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentTotalbestand;
import no.rrh.application.port.in.TotalbestandMangler;
import no.rrh.application.port.in.Totalbestandformat;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Tilgang;

/** Hands out the newest file of the archive, on surface A. */
public final class Totalbestandutlevering implements HentTotalbestand {
    private final Totalbestandarkiv arkiv;

    public Totalbestandutlevering(Totalbestandarkiv arkiv) {
        this.arkiv = arkiv;
    }

    @Override
    public Totalbestandfil hent(Kaller kaller, Forespoersel<Totalbestandformat> forespoersel) {
        Tilgang.krev(kaller, Operasjon.TOTALBESTAND_A);
        forespoersel.lest();
        return arkiv.siste().orElseThrow(TotalbestandMangler::new);
    }
}
