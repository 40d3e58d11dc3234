package no.rrh.bootstrap.kanal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import jdk.net.ExtendedSocketOptions;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.bootstrap.utfall.Utfall;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server's end of the channel. Whoever can open the data folder can give orders: the socket is the owner's alone, and
 * so is the folder. The process that has the register open is the one that listens, so a socket that is there already
 * was left by one that was killed.
 */
public final class Kanaltjener implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Kanaltjener.class);
    private static final int SAMTIDIGE = 4;
    private static final Duration FRIST = Duration.ofSeconds(5);
    private static final Duration ETTER_FEIL = Duration.ofMillis(500);

    private final Path fil;
    private final ServerSocketChannel mottak;
    private final Map<String, Oppdrag> oppdrag;
    private final Duration frist;
    private final Map<Thread, Forbindelse> forbindelser = new HashMap<>();
    private boolean stanset;

    private Kanaltjener(Path fil, ServerSocketChannel mottak, Map<String, Oppdrag> oppdrag, Duration frist) {
        this.fil = fil;
        this.frist = frist;
        this.mottak = mottak;
        this.oppdrag = Map.copyOf(oppdrag);
    }

    /**
     * Listens in the folder from now on.
     *
     * @param oppdrag what can be ordered, by name
     * @throws UncheckedIOException when it cannot
     */
    public static Kanaltjener start(Path mappe, Map<String, Oppdrag> oppdrag) {
        return start(mappe, oppdrag, FRIST);
    }

    /**
     * @param frist how long work that is given up may take to end, before its connection is closed, and once more after
     */
    static Kanaltjener start(Path mappe, Map<String, Oppdrag> oppdrag, Duration frist) {
        Path fil = Kanaladresse.fil(mappe);
        try (Kanaladresse adresse = Kanaladresse.av(mappe)) {
            Files.deleteIfExists(fil);
            ServerSocketChannel mottak = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            Kanaltjener tjener = new Kanaltjener(fil, mottak, oppdrag, frist);
            try {
                mottak.bind(adresse.adresse());
                Files.setPosixFilePermissions(fil, PosixFilePermissions.fromString("rw-------"));
                traad(tjener::lytt, "kommandokanal").start();
                return tjener;
            } catch (IOException | RuntimeException e) {
                tjener.stans();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lytt() {
        while (mottak.isOpen()) {
            try {
                ta(mottak.accept());
            } catch (IOException e) {
                if (mottak.isOpen()) {
                    LOG.warn("A command could not be received", e);
                    // out of files, perhaps: not again at once
                    LockSupport.parkNanos(ETTER_FEIL.toNanos());
                }
            }
        }
    }

    private synchronized void ta(SocketChannel kanal) throws IOException {
        if (stanset) {
            kanal.close();
            return;
        }
        Forbindelse forbindelse = new Forbindelse(kanal, forbindelser.size() >= SAMTIDIGE);
        Thread traad = traad(forbindelse, "kommando");
        forbindelser.put(traad, forbindelse);
        try {
            traad.start();
        } catch (OutOfMemoryError ingenTraader) {
            forbindelser.remove(traad);
            kanal.close();
        }
    }

    private static Thread traad(Runnable arbeid, String navn) {
        Thread traad = new Thread(arbeid, navn);
        traad.setDaemon(true);
        return traad;
    }

    private synchronized void ferdig() {
        forbindelser.remove(Thread.currentThread());
        notifyAll();
    }

    /** Takes no more orders, and has those under way given up and undone. Does not wait for it. */
    public synchronized void stans() {
        if (stanset) {
            return;
        }
        stanset = true;
        lukk(mottak);
        try {
            Files.deleteIfExists(fil);
        } catch (IOException e) {
            LOG.warn("The socket of the commands could not be removed", e);
        }
        forbindelser.values().forEach(Forbindelse::stans);
    }

    /** Stops, and waits until nothing works on the register any more; never by interrupt, which reaches
     * none of it. */
    @Override
    public void close() {
        stans();
        if (!ventPaaAlle()) {
            synchronized (this) {
                forbindelser.values().forEach(forbindelse -> lukk(forbindelse.kanal));
            }
            if (!ventPaaAlle()) {
                LOG.warn("A command did not end in time");
            }
        }
    }

    private synchronized boolean ventPaaAlle() {
        long slutt = System.nanoTime() + frist.toNanos();
        try {
            while (!forbindelser.isEmpty()) {
                long igjen = TimeUnit.NANOSECONDS.toMillis(slutt - System.nanoTime());
                if (igjen <= 0) {
                    return false;
                }
                wait(igjen);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return forbindelser.isEmpty();
    }

    private static void lukk(AutoCloseable kanal) {
        try {
            kanal.close();
        } catch (Exception e) {
            LOG.warn("A channel could not be closed", e);
        }
    }

    /** One command that has connected. */
    private final class Forbindelse implements Runnable {
        private final SocketChannel kanal;
        private final boolean forMange;
        private Samtale samtale;
        private boolean stanset;

        Forbindelse(SocketChannel kanal, boolean forMange) {
            this.kanal = kanal;
            this.forMange = forMange;
        }

        @Override
        public void run() {
            long start = System.nanoTime();
            try (kanal) {
                Samtale denne = Samtale.med(kanal);
                begynn(denne);
                String navn = oppdrag.containsKey(denne.navn()) ? denne.navn() : "-";
                LOG.atInfo()
                        .addKeyValue("command", navn)
                        .addKeyValue("user", bruker())
                        .log("Carrying out a command");
                Utfall utfall = utfoer(denne);
                LOG.atInfo()
                        .addKeyValue("command", navn)
                        .addKeyValue("code", utfall.kode())
                        .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                        .log("Carried out a command");
                denne.avslutt(utfall);
            } catch (IOException borte) {
                LOG.debug("A command went away", borte);
            } finally {
                ferdig();
            }
        }

        private Utfall utfoer(Samtale denne) {
            try {
                if (forMange) {
                    throw new Kommandofeil("serveren utfører allerede " + SAMTIDIGE + " kommandoer; prøv igjen siden");
                }
                Optional.ofNullable(oppdrag.get(denne.navn()))
                        .orElseThrow(() -> new Kommandofeil(
                                "serveren kjenner ikke kommandoen; den kjører trolig en annen versjon av rrh"))
                        .utfoer(denne);
                return Utfall.ok();
            } catch (IOException e) {
                return Utfall.av(new UncheckedIOException(e));
            } catch (RuntimeException | Error e) {
                return Utfall.av(e);
            }
        }

        /** Who gave the order, as the system knows it. */
        private String bruker() {
            try {
                return kanal.getOption(ExtendedSocketOptions.SO_PEERCRED).user().getName();
            } catch (IOException | UnsupportedOperationException ikkeKjent) {
                return "-";
            }
        }

        private synchronized void begynn(Samtale denne) {
            samtale = denne;
            if (stanset) {
                denne.stans();
            }
        }

        synchronized void stans() {
            stanset = true;
            if (samtale == null) {
                lukk(kanal);
            } else {
                samtale.stans();
            }
        }
    }
}
