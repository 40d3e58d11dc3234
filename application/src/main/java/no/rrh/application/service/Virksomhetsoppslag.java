package no.rrh.application.service;

import no.rrh.application.port.in.Forespoersel;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.application.port.in.IkkeRegistrert;
import no.rrh.application.port.in.Innsynskall;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Looks up in the register, on surface A. */
public final class Virksomhetsoppslag implements HentVirksomhet {
    private final Virksomhetsregister register;
    private final Adgangskontroll adgang;

    public Virksomhetsoppslag(Virksomhetsregister register, Adgangskontroll adgang) {
        this.adgang = adgang;
        this.register = register;
    }

    @Override
    public VirksomhetInnsyn hent(Innsynskall kall, Forespoersel<Organisasjonsnummer> forespoersel) {
        Innsynsnivaa nivaa = adgang.krev(kall, Operasjon.OPPSLAG_A);
        VirksomhetInnsyn innsyn = register.hentGjeldende(forespoersel.lest())
                .filter(Virksomhetsoppslag::harMeldt)
                .flatMap(virksomhet -> Innsynspolicy.gjeldende(virksomhet, nivaa))
                .orElseThrow(IkkeRegistrert::new);
        kall.viser(innsyn);
        return innsyn;
    }

    private static boolean harMeldt(RegistreringspliktigVirksomhet virksomhet) {
        return virksomhet.gjeldende().filter(Registrering::erMeldt).isPresent();
    }
}
