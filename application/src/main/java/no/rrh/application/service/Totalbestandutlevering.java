package no.rrh.application.service;

import java.util.Set;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.FormatetLagesIkke;
import no.rrh.application.port.in.HentTotalbestand;
import no.rrh.application.port.in.Innsynskall;
import no.rrh.application.port.in.TotalbestandMangler;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.domain.tilgang.Operasjon;

/** Hands out the newest file of the archive, in one of its formats, on one of the surfaces. */
public final class Totalbestandutlevering implements HentTotalbestand {
    private final Totalbestandarkiv arkiv;
    private final Set<Totalbestandformat> formater;
    private final Operasjon operasjon;
    private final Adgangskontroll adgang;

    /**
     * One surface's.
     *
     * @param formater those that are made here
     * @param operasjon what the download is called there
     */
    public Totalbestandutlevering(
            Totalbestandarkiv arkiv, Set<Totalbestandformat> formater, Operasjon operasjon, Adgangskontroll adgang) {
        this.adgang = adgang;
        this.arkiv = arkiv;
        this.formater = Set.copyOf(formater);
        this.operasjon = operasjon;
    }

    @Override
    public Totalbestandfil hent(Innsynskall kall, Forespoersel<Totalbestandformat> forespoersel) {
        adgang.krev(kall, operasjon);
        Totalbestandformat format = forespoersel.lest();
        if (!formater.contains(format)) {
            throw new FormatetLagesIkke(format);
        }
        Totalbestandfil fil =
                arkiv.siste().flatMap(siste -> siste.som(format)).orElseThrow(() -> new TotalbestandMangler(format));
        kall.utleverer(fil);
        return fil;
    }
}
