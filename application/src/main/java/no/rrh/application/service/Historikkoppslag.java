package no.rrh.application.service;

import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.application.port.in.IkkeRegistreringspliktig;
import no.rrh.application.port.in.Innsynskall;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Looks up in the register with history, on surface B. */
public final class Historikkoppslag implements HentVirksomhet {
    private final Virksomhetsregister register;
    private final Adgangskontroll adgang;

    public Historikkoppslag(Virksomhetsregister register, Adgangskontroll adgang) {
        this.adgang = adgang;
        this.register = register;
    }

    @Override
    public VirksomhetInnsyn hent(Innsynskall kall, Forespoersel<Organisasjonsnummer> forespoersel) {
        Innsynsnivaa nivaa = adgang.krev(kall, Operasjon.OPPSLAG_B);
        VirksomhetInnsyn innsyn = register.hent(forespoersel.lest())
                .map(virksomhet -> Innsynspolicy.medHistorikk(virksomhet, nivaa))
                .orElseThrow(IkkeRegistreringspliktig::new);
        kall.viser(innsyn);
        return innsyn;
    }
}
