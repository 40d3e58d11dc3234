package no.rrh.persistence.innsynslogg;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
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
 * The innsynslogg of one instance. One thread writes: what has come while it put the entries before on the disk, it writes and
 * puts on the disk at once; it then has those who wait go on, who must not keep it. The file is as large as it will be before the first entry comes, and the next one lies ready, so
 * that a disk that others have filled does not stop it for a while yet.
 */
public final class Segmentlogg implements Innsynslogg, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Segmentlogg.class);

    /** More than there are connections; who comes after would wait for longer than anybody does. */
    private static final int LENGSTE_KOE = 20_000;

    private static final int STOERSTE_SENDING = 2_000;

    /** Has the thread that writes see that it is to stop. */
    private static final Ventende VEKKING = new Ventende(new byte[0], new CompletableFuture<>());

    private static final Duration LENGST_I_ET_SEGMENT = Duration.ofDays(1);
    private static final Duration NYTT_FORSOEK = Duration.ofSeconds(10);

    /** Commands have it for a moment. */
    private static final Duration LENGSTE_VENTING_PAA_ANDRE = Duration.ofSeconds(10);

    private static final Duration MELLOM_FORSOEK = Duration.ofMillis(50);
    private static final Duration LENGSTE_SKRIVING = Duration.ofSeconds(10);

    /** So long the log waits after it found no room, so that who else needs the last of it is not kept from it. */
    private static final Duration UTEN_PLASS = Duration.ofSeconds(1);

    private static final Duration LENGSTE_STENGING = Duration.ofSeconds(10);

    private final Loggmappe mappe;
    private final Loggvalg valg;
    private final Clock klokke;
    private final String instans;
    private final FileChannel laas;
    private final Signering signering;
    private final Soekenoekler noekler;
    private final BlockingQueue<Ventende> koe = new LinkedBlockingQueue<>(LENGSTE_KOE);
    private final ScheduledExecutorService reserve =
            Executors.newSingleThreadScheduledExecutor(traad("innsynslogg-reserve"));
    private final ExecutorService kopierer = Executors.newSingleThreadExecutor(traad("innsynslogg-kopi"));
    private final Thread skriver = new Thread(this::skrivAlt, "innsynslogg");

    // what follows belongs to the thread that writes, once it has been started
    private final Avtrykk avtrykk = new Avtrykk();
    private FileChannel segment;
    private Segmenthode hode;
    private int hodelengde;
    private long plass;

    /** Up to where the segment has been written to, by something that failed too. */
    private long beroert;

    private long siste;
    private String kjede = Avtrykk.INGEN;

    /** The last entry that is on the disk, and may have been told of. */
    private long varigNummer;

    private String varigKjede = Avtrykk.INGEN;
    private long sjekket;
    private boolean harVaertUtenPlass;
    private long utenPlassSiden;
    private Instant nesteSjekkpunkt;

    private volatile boolean stenger;
    private volatile boolean sierFra;

    /** When what is being written was begun; 0 while nothing is. */
    private volatile long skriverSiden;

    private volatile boolean feiler;

    private Segmentlogg(Loggmappe mappe, Loggvalg valg, Clock klokke, FileChannel laas) throws IOException {
        this.mappe = mappe;
        this.valg = valg;
        this.klokke = klokke;
        this.laas = laas;
        this.instans = Loggmappe.lesEllerLag(mappe.instans(), UUID.randomUUID().toString());
        this.signering = Signering.i(mappe);
        this.noekler = Soekenoekler.iBruk(mappe.sti(), klokke);
        this.nesteSjekkpunkt = klokke.instant().plus(valg.sjekkpunkt());
    }

    private static ThreadFactory traad(String navn) {
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
        skriver.setDaemon(true);
        skriver.start();
        reserve.execute(this::lagReserve);
    }

    /** Goes on after the last whole entry of the segment. */
    private void fortsett(Path fil) throws IOException {
        long ende;
        try (Segmentleser leser = new Segmentleser(fil)) {
            hode = leser.neste()
                    .flatMap(Segmenthode::les)
                    .orElseThrow(() -> new IOException("the last segment of the innsynslogg has no beginning: " + fil));
            siste = hode.foerste() - 1;
            kjede = hode.forrige();
            hodelengde = (int) leser.plass();
            boolean stemmer = true;
            for (Optional<byte[]> linje = leser.neste(); linje.isPresent(); linje = leser.neste()) {
                Optional<Linje> lest = Linje.les(linje.get());
                if (lest.isEmpty()) {
                    stemmer = false;
                    continue;
                }
                stemmer &= lest.get()
                        .kjede()
                        .equals(avtrykk.etter(
                                kjede, lest.get().nummer(), lest.get().innhold()));
                siste = lest.get().nummer();
                kjede = lest.get().kjede();
            }
            plass = leser.plass();
            ende = leser.ende();
            sjekket = sisteSjekkpunkt();
            if (!stemmer || siste < sjekket) {
                LOG.error("The innsynslogg has been changed by something else: verify it");
            }
        }
        varigNummer = siste;
        varigKjede = kjede;
        segment = Eierrettigheter.aapne(fil, Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE));
        beroert = ende;
        if (plass < ende) {
            leggTilSide(fil, ende);
        }
    }

    /** The number of the last checkpoint there is; 0 when there is none. */
    private long sisteSjekkpunkt() throws IOException {
        if (!Files.exists(mappe.sjekkpunkter())) {
            return 0;
        }
        try (Stream<String> linjer = Files.lines(mappe.sjekkpunkter(), StandardCharsets.ISO_8859_1)) {
            return linjer.flatMap(linje -> Sjekkpunkt.les(linje).stream())
                    .filter(punkt -> punkt.slag() == Sjekkpunkt.Slag.SJEKKPUNKT
                            && punkt.instans().equals(instans))
                    .mapToLong(Sjekkpunkt::nummer)
                    .reduce(0, (foer, nummer) -> nummer);
        }
    }

    /** An entry that was not written to its end is kept beside the log, and its place is made free. */
    private void leggTilSide(Path fil, long ende) throws IOException {
        byte[] ufullstendig = new byte[(int) (ende - plass)];
        ByteBuffer del = ByteBuffer.wrap(ufullstendig);
        while (del.hasRemaining() && segment.read(del, plass + del.position()) >= 0) {
            // until all of it is there
        }
        Loggmappe.skrivHel(
                mappe.sti()
                        .resolve("rest-" + (siste + 1) + "-" + klokke.instant().toEpochMilli()),
                ufullstendig);
        toemEtter(plass);
        segment.force(false);
        LOG.warn(
                "The innsynslogg ended in the midst of an entry that was never told of: {} bytes of {} are put aside",
                ufullstendig.length,
                fil.getFileName());
    }

    /** Has the process's own log tell of checkpoints from now on. */
    public void siFraOmSjekkpunkter() {
        sierFra = true;
    }

    /** Whether the last entries could be written, and those that are being written are not held up. */
    public boolean skriver() {
        long begynt = skriverSiden;
        return !feiler && (begynt == 0 || System.nanoTime() - begynt < LENGSTE_SKRIVING.toNanos());
    }

    /** Whether there is room for when the segment is full. */
    public boolean harReserve() {
        return Files.exists(mappe.reserve());
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
            if (!segment.isOpen()) {
                nyttSegment();
            }
            if (Duration.between(hode.tidspunkt(), klokke.instant()).compareTo(LENGST_I_ET_SEGMENT) > 0
                    && siste >= hode.foerste()) {
                avsluttSegment();
                nyttSegment();
            }
            ByteArrayOutputStream ut = new ByteArrayOutputStream(512 * sending.size());
            for (Ventende en : sending) {
                String neste = avtrykk.etter(kjede, siste + 1, en.innhold);
                byte[] linje = new Linje(siste + 1, neste, en.innhold).skriv();
                if (plass + ut.size() + linje.length > valg.segment() && (plass > hodelengde || ut.size() > 0)) {
                    tilDisk(ut);
                    avsluttSegment();
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
        // by this thread: to wake others for it costs more than a look-up has left
        sending.forEach(en -> en.varig.complete(null));
    }

    private void tilDisk(ByteArrayOutputStream ut) throws IOException {
        if (ut.size() == 0) {
            return;
        }
        long slutt = plass + ut.size();
        skrivVed(plass, ut.toByteArray());
        toemEtter(slutt);
        segment.force(false);
        plass = slutt;
        beroert = slutt;
        varigNummer = siste;
        varigKjede = kjede;
        ut.reset();
    }

    private void skrivVed(long fra, byte[] innhold) throws IOException {
        beroert = Math.max(beroert, fra + innhold.length);
        ByteBuffer rest = ByteBuffer.wrap(innhold);
        while (rest.hasRemaining()) {
            fra += segment.write(rest, fra);
        }
    }

    /** Of a longer sending that failed, nothing may be left behind a shorter one. */
    private void toemEtter(long slutt) throws IOException {
        long fra = slutt;
        while (fra < beroert) {
            int antall = (int) Math.min(64 * 1024, beroert - fra);
            fra += segment.write(ByteBuffer.allocate(antall), fra);
        }
    }

    private void nyttSegment() throws IOException {
        if (System.nanoTime() - utenPlassSiden < UTEN_PLASS.toNanos() && harVaertUtenPlass) {
            throw new IOException("there was no room for the innsynslogg a moment ago");
        }
        try {
            begynnSegment();
            harVaertUtenPlass = false;
        } catch (IOException e) {
            harVaertUtenPlass = true;
            utenPlassSiden = System.nanoTime();
            throw e;
        }
    }

    private void begynnSegment() throws IOException {
        Path fil = mappe.segment(siste + 1);
        Segmenthode nytt = new Segmenthode(instans, siste + 1, kjede, klokke.instant());
        if (!Files.exists(mappe.reserve())) {
            lagTom(mappe.reserve());
        }
        FileChannel ny = Eierrettigheter.aapne(mappe.reserve(), Set.of(StandardOpenOption.WRITE));
        try {
            byte[] begynnelse = nytt.skriv();
            ny.write(ByteBuffer.wrap(begynnelse), 0);
            ny.force(true);
            Files.move(mappe.reserve(), fil, StandardCopyOption.ATOMIC_MOVE);
            Loggmappe.tilDisk(mappe.sti());
            segment = ny;
            hode = nytt;
            hodelengde = begynnelse.length;
            plass = hodelengde;
            beroert = plass;
            varigNummer = siste;
            varigKjede = kjede;
        } catch (IOException e) {
            ny.close();
            throw e;
        }
        reserve.execute(this::lagReserve);
    }

    /** Gives back what was reserved and not needed. */
    private void avsluttSegment() throws IOException {
        if (segment.isOpen()) {
            segment.truncate(plass);
            segment.force(true);
            segment.close();
        }
    }

    private void lagReserve() {
        if (harReserve() || stenger) {
            return;
        }
        try {
            lagTom(mappe.reserve());
        } catch (IOException e) {
            if (stenger) {
                return;
            }
            LOG.warn(
                    "No room is reserved for the next part of the innsynslogg; look-ups go on until this part is full",
                    e);
            reserve.schedule(this::lagReserve, NYTT_FORSOEK.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** Zeros are written, since a file of that length alone would have no room on the disk. */
    private synchronized void lagTom(Path fil) throws IOException {
        if (Files.exists(fil)) {
            return;
        }
        Path utkast = fil.resolveSibling(fil.getFileName() + ".ny");
        try (FileChannel kanal = Eierrettigheter.aapne(
                utkast,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING))) {
            ByteBuffer nuller = ByteBuffer.allocateDirect((int) Math.min(1 << 20, valg.segment()));
            for (long igjen = valg.segment(); igjen > 0; ) {
                nuller.clear().limit((int) Math.min(nuller.capacity(), igjen));
                igjen -= kanal.write(nuller);
            }
            kanal.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(utkast);
            throw e;
        }
        Files.move(utkast, fil, StandardCopyOption.ATOMIC_MOVE);
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
        Sjekkpunkt nytt =
                Sjekkpunkt.signert(signering, Sjekkpunkt.Slag.SJEKKPUNKT, instans, siste, kjede, klokke.instant());
        skriv(nytt);
        sjekket = siste;
        LOG.atLevel(sierFra ? Level.INFO : Level.DEBUG)
                .addKeyValue("instans", instans)
                .addKeyValue("nr", siste)
                .addKeyValue("kjede", kjede)
                .addKeyValue("tid", nytt.tidspunkt())
                .addKeyValue("signatur", nytt.signatur())
                .log("Checkpoint of the innsynslogg");
    }

    /** The copy may lie on a share that answers late or never: nothing here waits for it. */
    private void skriv(Sjekkpunkt nytt) throws IOException {
        Loggmappe.leggTil(mappe.sjekkpunkter(), nytt.linje());
        valg.sjekkpunktkopi()
                .ifPresent(kopi -> kopierer.execute(() -> {
                    try {
                        Loggmappe.leggTil(kopi, nytt.linje());
                    } catch (IOException e) {
                        LOG.error("A checkpoint of the innsynslogg could not be written to its copy", e);
                    }
                }));
    }

    /**
     * Deletes whole segments whose last entry is older than entries are kept, the oldest first, once it is signed that it
     * does. The time of an entry counts, which the chain vouches for, and not that of the segment alone.
     */
    private void beskjaer() throws IOException {
        Instant grense = klokke.instant().minus(valg.oppbevaring());
        List<Path> segmenter = mappe.segmenter();
        int foerste = 0;
        while (foerste + 1 < segmenter.size() && erEldre(segmenter, foerste, grense)) {
            Segmenthode neste = lesHode(segmenter.get(foerste + 1));
            skriv(Sjekkpunkt.signert(
                    signering,
                    Sjekkpunkt.Slag.BESKJAERING,
                    instans,
                    neste.foerste() - 1,
                    neste.forrige(),
                    klokke.instant()));
            Files.delete(segmenter.get(foerste));
            LOG.atInfo()
                    .addKeyValue("nr", neste.foerste() - 1)
                    .log("Pruned the innsynslogg up to and including the entry");
            foerste++;
        }
        noekler.slettEldreEnn(lesHode(segmenter.get(foerste)).tidspunkt());
    }

    private static boolean erEldre(List<Path> segmenter, int nummer, Instant grense) throws IOException {
        return !lesHode(segmenter.get(nummer + 1)).tidspunkt().isAfter(grense)
                && Loggarkiv.sisteTidspunkt(segmenter.get(nummer))
                        .filter(siste -> !siste.isAfter(grense))
                        .isPresent();
    }

    private static Segmenthode lesHode(Path segment) throws IOException {
        try (Segmentleser leser = new Segmentleser(segment)) {
            return leser.neste()
                    .flatMap(Segmenthode::les)
                    .orElseThrow(() -> new IOException("a segment of the innsynslogg has no beginning: " + segment));
        }
    }

    /** Writes what waits, signs a checkpoint, and lets the folder go. */
    @Override
    public void close() {
        stenger = true;
        koe.offer(VEKKING);
        try {
            skriver.join(LENGSTE_STENGING.toMillis());
            reserve.shutdownNow();
            reserve.awaitTermination(LENGSTE_STENGING.toMillis(), TimeUnit.MILLISECONDS);
            koe.forEach(en -> en.varig.completeExceptionally(
                    new InnsynsloggenSvarerIkke(new IOException("the innsynslogg is closed"))));
            kopierer.shutdown();
            kopierer.awaitTermination(LENGSTE_STENGING.toMillis(), TimeUnit.MILLISECONDS);
            segment.close();
            laas.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new InnsynsloggenSvarerIkke(e);
        }
    }

    /** An entry that is not on the disk yet. */
    private record Ventende(byte[] innhold, CompletableFuture<Void> varig) {}
}
