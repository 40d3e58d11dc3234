package no.rrh.application.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import no.rrh.application.port.in.FornyTotalbestand;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.LagTotalbestand;
import no.rrh.application.port.in.Totalbestandstatus.Feiling;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.application.port.out.Linjerepresentasjon;
import no.rrh.application.port.out.Produksjonsrett;
import no.rrh.application.port.out.Produksjonsrett.ErTattOver;
import no.rrh.application.port.out.Produksjonsrett.Rett;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Representasjon;
import no.rrh.application.port.out.Representasjon.Bestandsskriver;
import no.rrh.application.port.out.Representasjon.Del;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandarkiv.Mottaker;
import no.rrh.application.port.out.Totalbestandarkiv.Utganger;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/**
 * Streams the register through its representations into the archive, in one pass for the files of all formats, one
 * totalbestand at a time, and remembers how it went. All
 * in a process who make a totalbestand of one register share one of these; among processes they take turns by the right to.
 */
public final class Totalbestandproduksjon implements LagTotalbestand, FornyTotalbestand {
    /** Both scopes that may have the one file see this much. */
    private static final Innsynsnivaa NIVAA = Innsynsnivaa.PERSONER_I_FULL;

    /** How long one waits for its turn before it asks again whether it is to go on. */
    private static final long PAUSE_MS = 200;

    private final Virksomhetsregister register;
    private final Representasjon representasjon;
    private final Optional<Linjerepresentasjon> bods;
    private final Totalbestandarkiv arkiv;
    private final Produksjonsrett produksjonsrett;
    private final Clock klokke;

    private final ReentrantLock tur = new ReentrantLock(true);
    private volatile Instant paagaarSiden;
    private volatile Feiling sisteFeil;

    /**
     * A production.
     *
     * @param bods absent where there is to be no file of it
     * @param klokke tells when an attempt began or failed; the file's own time is the archive's
     */
    public Totalbestandproduksjon(
            Virksomhetsregister register,
            Representasjon representasjon,
            Optional<Linjerepresentasjon> bods,
            Totalbestandarkiv arkiv,
            Produksjonsrett produksjonsrett,
            Clock klokke) {
        this.register = register;
        this.representasjon = representasjon;
        this.bods = bods;
        this.arkiv = arkiv;
        this.produksjonsrett = produksjonsrett;
        this.klokke = klokke;
    }

    @Override
    public Totalbestandfil lag(Framdrift framdrift) {
        return utfoer(framdrift, () -> true).orElseThrow();
    }

    @Override
    public Optional<Totalbestandfil> forny(Optional<Totalbestandfil> forrige, Framdrift framdrift) {
        return utfoer(framdrift, () -> arkiv.siste().equals(forrige));
    }

    private Optional<Totalbestandfil> utfoer(Framdrift framdrift, BooleanSupplier trengs) {
        ventPaaTur(framdrift);
        String aarsak = "noe uventet feilet";
        try (Rett rett = ventPaaRett(framdrift)) {
            paagaarSiden = klokke.instant();
            Optional<Totalbestandfil> fil = trengs.getAsBoolean() ? lagre(framdrift, rett, trengs) : Optional.empty();
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
        } catch (ErTattOver e) {
            aarsak = "en annen instans tok over";
            throw e;
        } finally {
            sisteFeil = aarsak == null ? null : new Feiling(klokke.instant(), aarsak);
            paagaarSiden = null;
            tur.unlock();
        }
    }

    /** Those that it makes. */
    public Set<Totalbestandformat> formater() {
        return bods.isPresent() ? EnumSet.allOf(Totalbestandformat.class) : EnumSet.of(Totalbestandformat.JSON);
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

    private Rett ventPaaRett(Framdrift framdrift) {
        try {
            Optional<Rett> rett = produksjonsrett.ta();
            while (rett.isEmpty()) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
                framdrift.ferdig(0);
                rett = produksjonsrett.ta();
            }
            return rett.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while another instance made one");
        }
    }

    /** Whether it is needed is asked once more when nobody else can be writing, not even one whose right had lapsed. */
    private Optional<Totalbestandfil> lagre(Framdrift framdrift, Rett rett, BooleanSupplier trengs) {
        AtomicLong antall = new AtomicLong();
        Framdrift underveis = ferdige -> {
            rett.hold();
            framdrift.ferdig(ferdige);
        };
        try {
            return Optional.of(arkiv.lagre(
                    formater(),
                    fil -> {
                        if (!trengs.getAsBoolean()) {
                            throw new TrengsIkke();
                        }
                        return skriv(fil, underveis, antall);
                    },
                    () -> underveis.ferdig(antall.get()),
                    rett::bekreft));
        } catch (TrengsIkke e) {
            return Optional.empty();
        }
    }

    private long skriv(Mottaker fil, Framdrift framdrift, AtomicLong antall) throws IOException {
        try {
            return register.lesBestand(bestand -> {
                bestand.forHvertUtsnitt(utsnitt -> {
                    gi(fil, antall.get() == 0 ? Del.FOERSTE : Del.MIDTRE, utsnitt::forHver);
                    framdrift.ferdig(antall.addAndGet(utsnitt.antall()));
                });
                gi(fil, antall.get() == 0 ? Del.HELE : Del.SISTE, ingen -> {});
                return bestand.sekvensnummer();
            });
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** What is left to do is all for the threads that write: to understand what was read, to shield it, and to render it. */
    private void gi(Mottaker fil, Del del, Consumer<Consumer<RegistreringspliktigVirksomhet>> virksomheter) {
        try {
            fil.ta(ut -> skriv(ut, del, virksomheter));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void skriv(Utganger ut, Del del, Consumer<Consumer<RegistreringspliktigVirksomhet>> virksomheter)
            throws IOException {
        try (Bestandsskriver json = representasjon.bestand(ut.til(Totalbestandformat.JSON), del)) {
            // the last part only ends the array, and lines have no end
            if (bods.isEmpty() || del == Del.SISTE) {
                skriv(virksomheter, List.of(json));
            } else {
                try (Bestandsskriver linjer = bods.get().linjer(ut.til(Totalbestandformat.BODS))) {
                    skriv(virksomheter, List.of(json, linjer));
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Understood and shielded once, however many write it. */
    private static void skriv(
            Consumer<Consumer<RegistreringspliktigVirksomhet>> virksomheter, List<Bestandsskriver> skrivere) {
        virksomheter.accept(virksomhet -> {
            VirksomhetInnsyn innsyn = Innsynspolicy.gjeldende(virksomhet, NIVAA).orElseThrow();
            skrivere.forEach(skriver -> skriv(skriver, innsyn));
        });
    }

    private static void skriv(Bestandsskriver skriver, VirksomhetInnsyn innsyn) {
        try {
            skriver.skriv(innsyn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Somebody else has made it. */
    private static final class TrengsIkke extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TrengsIkke() {
            super("somebody else has made it", null, false, false);
        }
    }
}
