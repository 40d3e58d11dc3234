package no.rrh.application.service;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.LagTotalbestand;
import no.rrh.application.port.out.Bestand;
import no.rrh.application.port.out.Representasjon;
import no.rrh.application.port.out.Representasjon.Bestandsskriver;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;

/** Streams the register through the representation into the archive. */
public final class Totalbestandproduksjon implements LagTotalbestand {
    /** Both scopes that may have the one file see this much. */
    private static final Innsynsnivaa NIVAA = Innsynsnivaa.PERSONER_I_FULL;

    private final Virksomhetsregister register;
    private final Representasjon representasjon;
    private final Totalbestandarkiv arkiv;
    private final Clock klokke;

    public Totalbestandproduksjon(
            Virksomhetsregister register, Representasjon representasjon, Totalbestandarkiv arkiv, Clock klokke) {
        this.register = register;
        this.representasjon = representasjon;
        this.arkiv = arkiv;
        this.klokke = klokke;
    }

    @Override
    public Totalbestandfil lag(Framdrift framdrift) {
        Instant laget = klokke.instant().truncatedTo(ChronoUnit.MILLIS);
        return register.lesBestand(
                bestand -> arkiv.lagre(bestand.sekvensnummer(), laget, ut -> skriv(bestand, ut, framdrift)));
    }

    private void skriv(Bestand bestand, OutputStream ut, Framdrift framdrift) throws IOException {
        try (Bestandsskriver skriver = representasjon.bestand(ut)) {
            long[] antall = {0};
            bestand.forHverGjeldende(virksomhet -> {
                skriv(skriver, Innsynspolicy.gjeldende(virksomhet, NIVAA).orElseThrow());
                framdrift.ferdig(++antall[0]);
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void skriv(Bestandsskriver skriver, VirksomhetInnsyn innsyn) {
        try {
            skriver.skriv(innsyn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
