package no.rrh.application.service;

import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.application.port.in.IkkeRegistreringspliktig;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Tilgang;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Looks up in the register with history, on surface B. */
public final class Historikkoppslag implements HentVirksomhet {
    private final Virksomhetsregister register;

    public Historikkoppslag(Virksomhetsregister register) {
        this.register = register;
    }

    @Override
    public VirksomhetInnsyn hent(Kaller kaller, Forespoersel<Organisasjonsnummer> forespoersel) {
        Innsynsnivaa nivaa = Tilgang.krev(kaller, Operasjon.OPPSLAG_B);
        return register.hent(forespoersel.lest())
                .map(virksomhet -> Innsynspolicy.medHistorikk(virksomhet, nivaa))
                .orElseThrow(IkkeRegistreringspliktig::new);
    }
}
