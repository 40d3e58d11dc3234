package no.rrh.application.service;

import java.util.Iterator;
import java.util.Optional;
import no.rrh.application.port.in.FinnVirksomheter;
import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.Innsynskall;
import no.rrh.application.port.out.Personindeks;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Searches by the index, a page at a time, and reads each virksomhet that it names. */
public final class Personsoek implements FinnVirksomheter {
    private static final int SIDE = 100;

    private final Virksomhetsregister register;
    private final Personindeks indeks;
    private final Adgangskontroll adgang;

    public Personsoek(Virksomhetsregister register, Personindeks indeks, Adgangskontroll adgang) {
        this.adgang = adgang;
        this.register = register;
        this.indeks = indeks;
    }

    /** The register may have changed since the page was read, so a virksomhet is shown only if it does hold the person. */
    @Override
    public Iterator<VirksomhetInnsyn> finn(Innsynskall kall, Forespoersel<Foedselsnummer> forespoersel) {
        forespoersel.hvisLesbar(kall::soeker);
        Innsynsnivaa nivaa = adgang.krev(kall, Operasjon.SOEK_B);
        Foedselsnummer person = forespoersel.lest();
        Iterator<VirksomhetInnsyn> funn = Sidevis.<Organisasjonsnummer>les(
                        (siste, antall) -> indeks.virksomheter(person, siste, antall), Long.MAX_VALUE, SIDE)
                .map(register::hent)
                .flatMap(Optional::stream)
                .filter(virksomhet -> virksomhet.harHatt(person))
                .map(virksomhet -> Innsynspolicy.medHistorikk(virksomhet, nivaa))
                .peek(kall::viser)
                .iterator();
        funn.hasNext();
        return funn;
    }
}
