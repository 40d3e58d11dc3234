package no.rrh.application.service;

import no.rrh.application.port.in.Innsynskall;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.tilgang.Adgang;
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.IngenTilgang;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Tilgang;

/** Decides on access for every use case, and notes the decision for the innsynslogg. */
public final class Adgangskontroll {
    private final Avtaler avtaler;

    public Adgangskontroll(Avtaler avtaler) {
        this.avtaler = avtaler;
    }

    /**
     * Decides, once per call.
     *
     * @return what the caller sees
     * @throws IngenTilgang when it may not call the operation
     */
    Innsynsnivaa krev(Innsynskall kall, Operasjon operasjon) {
        Adgang adgang = Tilgang.krev(kall.kaller(), operasjon, avtaler);
        kall.innvilget(adgang);
        return adgang.nivaa();
    }

    /** Whether a caller that was let in still would be. */
    boolean harFortsatt(Innsynskall kall, Operasjon operasjon) {
        try {
            Tilgang.krev(kall.kaller(), operasjon, avtaler);
            return true;
        } catch (IngenTilgang trukket) {
            return false;
        }
    }
}
