package no.rrh.application.service;

import java.time.Clock;
import no.rrh.application.port.in.BegynnGenerasjon;
import no.rrh.application.port.out.Generasjon;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Virksomhetsregister;

/**
 * Begins a new generation. How far the numbers had come when the register was lost nobody may know any more. So it begins
 * at a number that follows from the time: a register that makes fewer than 100,000 changes a second, taken over all of its
 * life, has never been there. It stays below 2⁵³, so exact in every JSON reader, until the year 4824.
 */
public final class Generasjonsskifte implements BegynnGenerasjon {
    private static final long NUMRE_PER_SEKUND = 100_000;

    private final Virksomhetsregister register;
    private final Totalbestandarkiv arkiv;
    private final Clock klokke;

    public Generasjonsskifte(Virksomhetsregister register, Totalbestandarkiv arkiv, Clock klokke) {
        this.register = register;
        this.arkiv = arkiv;
        this.klokke = klokke;
    }

    @Override
    public Generasjon begynn() {
        long etterKlokken = klokke.instant().getEpochSecond() * NUMRE_PER_SEKUND;
        long iArkivet = arkiv.siste().map(Totalbestandfil::sekvensnummer).orElse(0L);
        return register.skriv(skriving -> skriving.nyGenerasjon(Math.max(etterKlokken, iArkivet)));
    }
}
