package no.rrh.application.service;

import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentTotalbestand;
import no.rrh.application.port.in.Innsynskall;
import no.rrh.application.port.in.TotalbestandMangler;
import no.rrh.application.port.in.Totalbestandformat;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.domain.tilgang.Operasjon;

/** Hands out the newest file of the archive, on one of the surfaces. */
public final class Totalbestandutlevering implements HentTotalbestand {
    private final Totalbestandarkiv arkiv;
    private final Operasjon operasjon;
    private final Adgangskontroll adgang;

    /**
     * One surface's.
     *
     * @param operasjon what the download is called there
     */
    public Totalbestandutlevering(Totalbestandarkiv arkiv, Operasjon operasjon, Adgangskontroll adgang) {
        this.adgang = adgang;
        this.arkiv = arkiv;
        this.operasjon = operasjon;
    }

    @Override
    public Totalbestandfil hent(Innsynskall kall, Forespoersel<Totalbestandformat> forespoersel) {
        adgang.krev(kall, operasjon);
        forespoersel.lest();
        Totalbestandfil fil = arkiv.siste().orElseThrow(TotalbestandMangler::new);
        kall.utleverer(fil);
        return fil;
    }
}
