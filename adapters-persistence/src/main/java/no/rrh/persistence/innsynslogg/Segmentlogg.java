package no.rrh.persistence.innsynslogg;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import no.rrh.application.port.out.Innsynsfoering;
import no.rrh.application.port.out.Innsynslogg;
import no.rrh.application.port.out.InnsynsloggenSvarerIkke;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.persistence.fil.Eierrettigheter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The innsynslogg of one instance. One thread writes: what has come since it wrote last, it writes and puts on the disk at
 * once, at most once a millisecond; it then has those who wait go on, who must not keep it. The file is as large as it will be
 * before the first entry comes, and the next one lies ready, so that a disk that others have filled does not stop it for a
 * while yet.
 */
public final class Segmentlogg implements Innsynslogg, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Segmentlogg.class);

    /** More than there are connections; who comes after would wait for longer than anybody does. */
    private static final int LENGSTE_KOE = 20_000;

    private static final int STOERSTE_SENDING = 2_000;

    /**
     * From one writing to the next, where they follow each other closely. Under load a flush of the disk is then shared by more
     * entries, and those who read have the processors for themselves meanwhile; who comes alone waits for nothing.
     */
    private static final Duration MELLOM_SENDINGER = Duration.ofMillis(1);

    /** Has the thread that writes see that it is to stop. */
    private static final Ventende VEKKING = new Ventende(new byte[0], new CompletableFuture<>());

    private static final Duration LENGST_I_ET_SEGMENT = Duration.ofDays(1);
    /** Commands have it for a moment. */
    private static final Duration LENGSTE_VENTING_PAA_ANDRE = Duration.ofSeconds(10);

    private static final Duration MELLOM_FORSOEK = Duration.ofMillis(50);
    private static final Duration LENGSTE_SKRIVING = Duration.ofSeconds(10);

    /** So long the log waits after it found no room, so that who else needs the last of it is not kept from it. */
    private static final Duration UTEN_PLASS = Duration.ofSeconds(1);

    private static final Duration LENGSTE_STENGING = Duration.ofSeconds(10);
    private static final Duration[] SKRIVETIDER = Stream.of(1, 2, 5, 10, 50, 100, 1000, 10_000)
            .map(Duration::ofMillis)
            .toArray(Duration[]::new);

    private final Loggmappe mappe;
    private final Loggvalg valg;
    private final Clock klokke;
    private final String instans;
    private final FileChannel laas;
    private final Sjekkpunktbok sjekkpunkter;
    private final Beskjaering beskjaering;
    private final Soekenoekler noekler;
    private final Reserve reserve;
    private final BlockingQueue<Ventende> koe = new LinkedBlockingQueue<>(LENGSTE_KOE);
    private final Thread skriver = traad("innsynslogg").newThread(this::skrivAlt);

    // what follows belongs to the thread that writes, once it has been started
    private final Avtrykk avtrykk = new Avtrykk();
    private Segment segment;
    private long siste;
    private String kjede = Avtrykk.INGEN;

    /** The last entry that is on the disk, and may have been told of. */
    private long varigNummer;

    private String varigKjede = Avtrykk.INGEN;
    private long sjekket;
    private long sisteSending = System.nanoTime();
    private boolean harVaertUtenPlass;
    private long utenPlassSiden;
    private Instant nesteSjekkpunkt;

    private volatile boolean stenger;
    private volatile boolean sierFra;

    /** When what is being written was begun; 0 while nothing is. */
    private volatile long skriverSiden;

    private volatile boolean feiler;
    private volatile Optional<Maaling> maaling = Optional.empty();

    private Segmentlogg(Loggmappe mappe, Loggvalg valg, Clock klokke, FileChannel laas) throws IOException {
        this.mappe = mappe;
        this.valg = valg;
        this.klokke = klokke;
        this.laas = laas;
        this.instans = Loggmappe.lesEllerLag(mappe.instans(), UUID.randomUUID().toString());
        this.sjekkpunkter = new Sjekkpunktbok(mappe, valg.sjekkpunktkopi(), instans, klokke);
        this.beskjaering = new Beskjaering(mappe, sjekkpunkter);
        this.reserve = new Reserve(mappe.reserve(), valg.segment());
        this.noekler = Soekenoekler.iBruk(mappe.sti(), klokke);
        this.nesteSjekkpunkt = klokke.instant().plus(valg.sjekkpunkt());
    }

    static ThreadFactory traad(String navn) {
        return arbeid -> {
            Thread ny = new Thread(arbeid, navn);
            ny.setDaemon(true);
            return ny;
        };
    }

    /**
     * Opens the log in the folder, and makes it (0700) where there is none. What a process that was killed had not written to
     * its end, and so never told of, is put aside.
     *
     * @throws InnsynsloggenErIBruk when another process has it open, and still has after ten seconds
     * @throws UgyldigVerdi when a key in the folder is not one
     * @throws InnsynsloggenSvarerIkke when it cannot be read or written
     */
    public static Segmentlogg aapne(Path sti, Loggvalg valg, Clock klokke) {
        Loggmappe mappe = new Loggmappe(sti);
        try {
            Eierrettigheter.lagMappe(sti);
            FileChannel laas = laas(mappe);
            try {
                Segmentlogg logg = new Segmentlogg(mappe, valg, klokke, laas);
                logg.begynn();
                return logg;
            } catch (IOException | RuntimeException e) {
                laas.close();
                throw e;
            }
        } catch (IOException | UncheckedIOException e) {
            throw new InnsynsloggenSvarerIkke(e);
        }
    }

    private static FileChannel laas(Loggmappe mappe) throws IOException {
        FileChannel kanal =
                Eierrettigheter.aapne(mappe.laas(), Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE));
        long frist = System.nanoTime() + LENGSTE_VENTING_PAA_ANDRE.toNanos();
        try {
            FileLock laas = kanal.tryLock();
            while (laas == null && System.nanoTime() < frist) {
                LockSupport.parkNanos(MELLOM_FORSOEK.toNanos());
                laas = kanal.tryLock();
            }
            if (laas != null) {
                return kanal;
            }
        } catch (OverlappingFileLockException denneProsessen) {
            throw new InnsynsloggenErIBruk(mappe.sti());
        }
        kanal.close();
        throw new InnsynsloggenErIBruk(mappe.sti());
    }

    private void begynn() throws IOException {
        List<Path> segmenter = mappe.segmenter();
        if (segmenter.isEmpty()) {
            nyttSegment();
        } else {
            fortsett(segmenter.get(segmenter.size() - 1));
        }
        if (siste > sjekket) {
            signer();
        }
        beskjaer();
        skriver.start();
        reserve.bestill();
    }

    /** Goes on after the last whole entry of the segment. What comes after that was not written to its end. */
    private void fortsett(Path fil) throws IOException {
        sjekket = sjekkpunkter.siste();
        try (Segmentleser leser = new Segmentleser(fil)) {
            Segmenthode hode = leser.hode();
            siste = hode.foerste() - 1;
            kjede = hode.forrige();
            boolean stemmer = true;
            for (Optional<byte[]> linje = leser.neste(); linje.isPresent(); linje = leser.neste()) {
                Optional<Linje> lest = Linje.les(linje.get());
                stemmer &= lest.isPresent() && foelger(lest.get());
                siste = lest.map(Linje::nummer).orElse(siste);
                kjede = lest.map(Linje::kjede).orElse(kjede);
            }
            if (!stemmer || siste < sjekket) {
                LOG.error("The innsynslogg has been changed by something else: verify it");
            }
            varigNummer = siste;
            varigKjede = kjede;
            segment = Segment.fortsett(fil, hode, leser.plass(), leser.ende());
            if (leser.harRest()) {
                leggTilSide(fil);
            }
        }
    }

    private boolean foelger(Linje linje) {
        return linje.kjede().equals(avtrykk.etter(kjede, linje.nummer(), linje.innhold()));
    }

    /** An entry that was not written to its end is kept beside the log, and its place is made free. */
    private void leggTilSide(Path fil) throws IOException {
        byte[] rest = segment.rest();
        String navn = "rest-" + (siste + 1) + "-" + klokke.instant().toEpochMilli();
        Loggmappe.skrivHel(mappe.sti().resolve(navn), rest);
        segment.toemRest();
        LOG.warn(
                "The innsynslogg ended in the midst of an entry that was never told of: {} bytes of {} are put aside",
                rest.length,
                fil.getFileName());
    }

    /** Has the process's own log tell of checkpoints from now on. */
    public void siFraOmSjekkpunkter() {
        sierFra = true;
    }

    /** Tells of its queue, its writings and its room from now on. */
    public void maal(MeterRegistry maalere) {
        Gauge.builder("rrh.innsynslogg.skriver", this, en -> en.skriver() ? 1 : 0)
                .description("1 while entries of the innsynslogg can be written, 0 when look-ups are refused")
                .register(maalere);
        Gauge.builder("rrh.innsynslogg.reserve", this, en -> en.harReserve() ? 1 : 0)
                .description("1 while room lies ready for the innsynslogg to go on in")
                .register(maalere);
        Gauge.builder("rrh.innsynslogg.koe", koe, BlockingQueue::size)
                .description("How many entries wait to be written")
                .register(maalere);
        maaling = Optional.of(new Maaling(
                Timer.builder("rrh.innsynslogg.skriving")
                        .description("How long it took to write entries and have them on the disk")
                        .serviceLevelObjectives(SKRIVETIDER)
                        .register(maalere),
                Counter.builder("rrh.innsynslogg.foeringer")
                        .description("How many entries have been written")
                        .register(maalere)));
    }

    /** Whether the last entries could be written, and those that are being written are not held up. */
    public boolean skriver() {
        long begynt = skriverSiden;
        return !feiler && (begynt == 0 || System.nanoTime() - begynt < LENGSTE_SKRIVING.toNanos());
    }

    /** Whether there is room for when the segment is full. */
    public boolean harReserve() {
        return reserve.erKlar();
    }

    @Override
    public CompletionStage<Void> foer(Innsynsfoering foering) {
        Ventende ny = new Ventende(Foeringsform.skriv(foering, noekler), new CompletableFuture<>());
        if (stenger || !koe.offer(ny)) {
            ny.varig.completeExceptionally(new InnsynsloggenSvarerIkke(
                    new IOException(stenger ? "the innsynslogg is closed" : "too many entries wait to be written")));
        }
        return ny.varig;
    }

    private void skrivAlt() {
        while (!stenger || !koe.isEmpty()) {
            List<Ventende> sending = new ArrayList<>();
            try {
                Ventende foerste = koe.poll(ventetid(), TimeUnit.MILLISECONDS);
                if (foerste != null && foerste != VEKKING) {
                    sending.add(foerste);
                    samleFlere();
                    koe.drainTo(sending, STOERSTE_SENDING);
                    sending.remove(VEKKING);
                    skriverSiden = System.nanoTime();
                    skriv(sending);
                }
                if (!klokke.instant().isBefore(nesteSjekkpunkt)) {
                    nesteSjekkpunkt = klokke.instant().plus(valg.sjekkpunkt());
                    stell();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error e) {
                LOG.error("The thread that writes the innsynslogg met something unexpected, and goes on", e);
                InnsynsloggenSvarerIkke feil = new InnsynsloggenSvarerIkke(e);
                sending.forEach(en -> en.varig.completeExceptionally(feil));
            } finally {
                skriverSiden = 0;
            }
        }
        signer();
    }

    private void samleFlere() {
        LockSupport.parkNanos(sisteSending + MELLOM_SENDINGER.toNanos() - System.nanoTime());
        sisteSending = System.nanoTime();
    }

    /** No longer than a second, so that a stop is seen. */
    private long ventetid() {
        return Math.max(
                1,
                Math.min(
                        1000,
                        Duration.between(klokke.instant(), nesteSjekkpunkt).toMillis()));
    }

    private void skriv(List<Ventende> sending) {
        try {
            if (!segment.erAapent()) {
                nyttSegment();
            }
            if (erGammelt(segment.hode())) {
                segment.avslutt();
                nyttSegment();
            }
            ByteArrayOutputStream ut = new ByteArrayOutputStream(512 * sending.size());
            for (Ventende en : sending) {
                String neste = avtrykk.etter(kjede, siste + 1, en.innhold);
                byte[] linje = new Linje(siste + 1, neste, en.innhold).skriv();
                boolean harFoeringer = siste >= segment.hode().foerste();
                if (harFoeringer && segment.plass() + ut.size() + linje.length > valg.segment()) {
                    tilDisk(ut);
                    segment.avslutt();
                    nyttSegment();
                }
                ut.writeBytes(linje);
                siste++;
                kjede = neste;
            }
            tilDisk(ut);
        } catch (IOException | RuntimeException | Error e) {
            siste = varigNummer;
            kjede = varigKjede;
            if (!feiler) {
                LOG.error("The innsynslogg cannot be written to: look-ups are refused until it can", e);
            }
            feiler = true;
            InnsynsloggenSvarerIkke feil = new InnsynsloggenSvarerIkke(e);
            sending.forEach(en -> en.varig.completeExceptionally(feil));
            return;
        }
        if (feiler) {
            feiler = false;
            LOG.warn("The innsynslogg can be written to again");
        }
        maaling.ifPresent(en -> en.skrevet(System.nanoTime() - skriverSiden, sending.size()));
        // by this thread: to wake others for it costs more than a look-up has left
        sending.forEach(en -> en.varig.complete(null));
    }

    private boolean erGammelt(Segmenthode hode) {
        return siste >= hode.foerste()
                && Duration.between(hode.tidspunkt(), klokke.instant()).compareTo(LENGST_I_ET_SEGMENT) > 0;
    }

    private void tilDisk(ByteArrayOutputStream ut) throws IOException {
        if (ut.size() > 0) {
            segment.leggTil(ut.toByteArray());
            varigNummer = siste;
            varigKjede = kjede;
            ut.reset();
        }
    }

    private void nyttSegment() throws IOException {
        if (harVaertUtenPlass && System.nanoTime() - utenPlassSiden < UTEN_PLASS.toNanos()) {
            throw new IOException("there was no room for the innsynslogg a moment ago");
        }
        try {
            segment = Segment.begynn(
                    reserve.hent(),
                    mappe.segment(siste + 1),
                    new Segmenthode(instans, siste + 1, kjede, klokke.instant()));
            reserve.bestill();
            harVaertUtenPlass = false;
        } catch (IOException e) {
            harVaertUtenPlass = true;
            utenPlassSiden = System.nanoTime();
            throw e;
        }
    }

    /** What is done every hour. Nothing of it may end the thread that writes. */
    private void stell() {
        signer();
        try {
            noekler.byttOmGammel();
            beskjaer();
        } catch (IOException | RuntimeException e) {
            LOG.error("The innsynslogg could not be pruned, or given a new key", e);
        }
    }

    private void beskjaer() throws IOException {
        Instant eldste = beskjaering.beskjaer(klokke.instant().minus(valg.oppbevaring()));
        noekler.slettEldreEnn(eldste);
    }

    private void signer() {
        try {
            sjekkpunkt();
        } catch (IOException | RuntimeException e) {
            LOG.error("A checkpoint of the innsynslogg could not be written, and will be tried again", e);
        }
    }

    /** In the log of a server too, since that is kept elsewhere. */
    private void sjekkpunkt() throws IOException {
        if (siste <= sjekket) {
            return;
        }
        Sjekkpunkt nytt = sjekkpunkter.signer(Sjekkpunkt.Slag.SJEKKPUNKT, siste, kjede);
        sjekket = siste;
        LOG.atLevel(sierFra ? Level.INFO : Level.DEBUG)
                .addKeyValue("instans", instans)
                .addKeyValue("nr", siste)
                .addKeyValue("kjede", kjede)
                .addKeyValue("tid", nytt.tidspunkt())
                .addKeyValue("signatur", nytt.signatur())
                .log("Checkpoint of the innsynslogg");
    }

    /** Writes what waits, signs a checkpoint, and lets the folder go. */
    @Override
    public void close() {
        stenger = true;
        koe.offer(VEKKING);
        try {
            skriver.join(LENGSTE_STENGING.toMillis());
            reserve.steng();
            koe.forEach(en -> en.varig.completeExceptionally(
                    new InnsynsloggenSvarerIkke(new IOException("the innsynslogg is closed"))));
            sjekkpunkter.steng();
            segment.lukk();
            laas.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new InnsynsloggenSvarerIkke(e);
        }
    }

    private record Maaling(Timer tid, Counter foeringer) {
        void skrevet(long nanosekunder, int antall) {
            tid.record(nanosekunder, TimeUnit.NANOSECONDS);
            foeringer.increment(antall);
        }
    }

    /** An entry that is not on the disk yet. */
    private record Ventende(byte[] innhold, CompletableFuture<Void> varig) {}
}
