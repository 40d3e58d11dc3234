package no.rrh.application.service;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import no.rrh.application.port.out.Innsynsfoering;
import no.rrh.application.port.out.Innsynsfoering.Fase;
import no.rrh.application.port.out.Innsynsfoering.Hva;
import no.rrh.application.port.out.Innsynslogg;
import no.rrh.application.port.out.Misbruksvarsel;
import no.rrh.application.port.out.Misbruksvarsel.Slag;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Sees what the innsynslogg is told, and tells when a consumer's look-ups begin to look like misuse. It holds nothing back. */
public final class Misbruksvakt implements Innsynslogg {
    /** Of fewer look-ups a share says nothing. */
    public static final int MINST_FOR_ANDEL = 100;

    private final Innsynslogg logg;
    private final Optional<Grense> sveip;
    private final Optional<Grense> unntatte;
    private final Misbruksvarsel varsel;
    private final LongSupplier nanotid;
    private final Map<Organisasjonsnummer, Konsumentens> konsumenter = new ConcurrentHashMap<>();

    /**
     * When to tell.
     *
     * @param antall of different virksomheter and persons, or of a hundred look-ups
     * @param vindu over how long
     */
    public record Grense(long antall, Duration vindu) {}

    /**
     * In front of a log.
     *
     * @param sveip how many different virksomheter and persons look like a sweep; absent for never
     * @param unntatte which share of look-ups that show persons unntatt innsyn is unusual; absent for none
     * @param nanotid a clock that never goes back, in nanoseconds
     */
    public Misbruksvakt(
            Innsynslogg logg,
            Optional<Grense> sveip,
            Optional<Grense> unntatte,
            Misbruksvarsel varsel,
            LongSupplier nanotid) {
        this.logg = logg;
        this.sveip = sveip;
        this.unntatte = unntatte;
        this.varsel = varsel;
        this.nanotid = nanotid;
    }

    @Override
    public CompletionStage<Void> foer(Innsynsfoering foering) {
        if (foering.fase() == Fase.HEL || foering.fase() == Fase.BEGYNT) {
            foering.hvem()
                    .consumer()
                    .ifPresent(consumer -> konsumenter
                            .computeIfAbsent(consumer, Konsumentens::new)
                            .se(foering.hva()));
        }
        return logg.foer(foering);
    }

    /** The look-ups of one consumer in the window that is open. */
    private final class Konsumentens {
        private final Organisasjonsnummer consumer;
        private final Set<Integer> forskjellige = new HashSet<>(); // this and what follows: guarded by this
        private long sveipBegynt = nanotid.getAsLong();
        private boolean sveipVarslet;
        private long unntatteBegynt = sveipBegynt;
        private long oppslag;
        private long medUnntatte;
        private boolean unntatteVarslet;

        Konsumentens(Organisasjonsnummer consumer) {
            this.consumer = consumer;
        }

        synchronized void se(Hva hva) {
            sveip.ifPresent(grense -> seEtterSveip(hva, grense));
            unntatte.ifPresent(grense -> seEtterUnntatte(hva, grense));
        }

        private void seEtterSveip(Hva hva, Grense grense) {
            if (nanotid.getAsLong() - sveipBegynt >= grense.vindu().toNanos()) {
                sveipBegynt = nanotid.getAsLong();
                sveipVarslet = false;
                forskjellige.clear();
            }
            if (sveipVarslet) {
                return;
            }
            hva.organisasjonsnummer().ifPresent(nummer -> forskjellige.add(nummer.tall()));
            // below zero, where no organisasjonsnummer is
            hva.soekt().ifPresent(person -> forskjellige.add(person.hashCode() | Integer.MIN_VALUE));
            if (forskjellige.size() >= grense.antall()) {
                sveipVarslet = true;
                varsel.varsle(Slag.SVEIP, consumer, forskjellige.size(), grense.vindu());
                forskjellige.clear();
            }
        }

        private void seEtterUnntatte(Hva hva, Grense grense) {
            if (nanotid.getAsLong() - unntatteBegynt >= grense.vindu().toNanos()) {
                unntatteBegynt = nanotid.getAsLong();
                unntatteVarslet = false;
                oppslag = 0;
                medUnntatte = 0;
            }
            if (unntatteVarslet || hva.viste().isEmpty()) {
                return;
            }
            oppslag++;
            medUnntatte += hva.unntatteIFull() ? 1 : 0;
            if (oppslag >= MINST_FOR_ANDEL && medUnntatte * 100 >= grense.antall() * oppslag) {
                unntatteVarslet = true;
                varsel.varsle(Slag.UNNTATTE, consumer, medUnntatte * 100 / oppslag, grense.vindu());
            }
        }
    }
}
