package no.rrh.application.service;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.LagTotalbestand;
import no.rrh.application.port.in.Totalbestandstatus.Feiling;
import no.rrh.application.port.out.Bestand;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Representasjon;
import no.rrh.application.port.out.Representasjon.Bestandsskriver;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;

/**
 * Streams the register through the representation into the archive, one file at a time, and remembers how it went. All
 * who make a totalbestand of one register share one of these.
 */
public final class Totalbestandproduksjon implements LagTotalbestand {
    /** Both scopes that may have the one file see this much. */
    private static final Innsynsnivaa NIVAA = Innsynsnivaa.PERSONER_I_FULL;

    /** How long one waits for its turn before it asks again whether it is to go on. */
    private static final long PAUSE_MS = 200;

    private final Virksomhetsregister register;
    private final Representasjon representasjon;
    private final Totalbestandarkiv arkiv;
    private final Clock klokke;

    private final ReentrantLock tur = new ReentrantLock(true);
    private volatile Instant paagaarSiden;
    private volatile Feiling sisteFeil;

    /**
     * A production.
     *
     * @param klokke tells when an attempt began or failed; the file's own time is the archive's
     */
    public Totalbestandproduksjon(
            Virksomhetsregister register, Representasjon representasjon, Totalbestandarkiv arkiv, Clock klokke) {
        this.register = register;
        this.representasjon = representasjon;
        this.arkiv = arkiv;
        this.klokke = klokke;
    }

    @Override
    public Totalbestandfil lag(Framdrift framdrift) {
        ventPaaTur(framdrift);
        paagaarSiden = klokke.instant();
        String aarsak = "noe uventet feilet";
        try {
            Totalbestandfil fil = lagre(framdrift);
            aarsak = null;
            return fil;
        } catch (CancellationException e) {
            aarsak = "avbrutt";
            throw e;
        } catch (RegisteretSvarerIkke e) {
            aarsak = "registeret svarte ikke";
            throw e;
        } catch (DiskenErFull e) {
            aarsak = "disken er full";
            throw e;
        } catch (UncheckedIOException e) {
            aarsak = "filen kunne ikke skrives";
            throw e;
        } finally {
            sisteFeil = aarsak == null ? null : new Feiling(klokke.instant(), aarsak);
            paagaarSiden = null;
            tur.unlock();
        }
    }

    /** When the making began that goes on now. */
    Optional<Instant> paagaarSiden() {
        return Optional.ofNullable(paagaarSiden);
    }

    /** The last attempt, where it failed. */
    Optional<Feiling> sisteFeil() {
        return Optional.ofNullable(sisteFeil);
    }

    /** Before the register is touched: who waits holds no snapshot of it, and sees what is registered meanwhile. */
    private void ventPaaTur(Framdrift framdrift) {
        if (tur.isHeldByCurrentThread()) {
            throw new IllegalStateException("a totalbestand cannot be made within another");
        }
        try {
            while (!tur.tryLock(PAUSE_MS, TimeUnit.MILLISECONDS)) {
                framdrift.ferdig(0);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while it waited for its turn");
        }
    }

    private Totalbestandfil lagre(Framdrift framdrift) {
        AtomicLong antall = new AtomicLong();
        return arkiv.lagre(
                ut -> {
                    try {
                        return register.lesBestand(bestand -> {
                            skriv(bestand, ut, framdrift, antall);
                            return bestand.sekvensnummer();
                        });
                    } catch (UncheckedIOException e) {
                        throw e.getCause();
                    }
                },
                () -> framdrift.ferdig(antall.get()));
    }

    private void skriv(Bestand bestand, OutputStream ut, Framdrift framdrift, AtomicLong antall) {
        try (Bestandsskriver skriver = representasjon.bestand(ut)) {
            bestand.forHverGjeldende(virksomhet -> {
                skriv(skriver, Innsynspolicy.gjeldende(virksomhet, NIVAA).orElseThrow());
                framdrift.ferdig(antall.incrementAndGet());
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
