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

/** Hands out the newest file of the archive, on one of the surfaces. */
public final class Totalbestandutlevering implements HentTotalbestand {
    private final Totalbestandarkiv arkiv;
    private final Operasjon operasjon;

    /**
     * One surface's.
     *
     * @param operasjon what the download is called there
     */
    public Totalbestandutlevering(Totalbestandarkiv arkiv, Operasjon operasjon) {
        this.arkiv = arkiv;
        this.operasjon = operasjon;
    }

    @Override
    public Totalbestandfil hent(Kaller kaller, Forespoersel<Totalbestandformat> forespoersel) {
        Tilgang.krev(kaller, operasjon);
        forespoersel.lest();
        return arkiv.siste().orElseThrow(TotalbestandMangler::new);
    }
}
