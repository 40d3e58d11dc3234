package no.rrh.bootstrap.kanal;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.net.StandardProtocolFamily;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import no.rrh.bootstrap.kanal.Rammer.Ramme;
import no.rrh.bootstrap.kanal.Rammer.Slag;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.bootstrap.utfall.Utfall;

/** The command's end of the channel. */
public final class Kanalklient implements AutoCloseable {
    private static final int BIT = 32 * 1024;

    private final SocketChannel kanal;
    private final Rammer rammer;

    private Kanalklient(SocketChannel kanal) {
        this.kanal = kanal;
        this.rammer = new Rammer(kanal);
    }

    /** Connects to the server that runs on the data folder; absent when none does. */
    public static Optional<Kanalklient> koble(Path mappe) throws IOException {
        if (!Files.exists(Kanaladresse.fil(mappe))) {
            return Optional.empty();
        }
        SocketChannel kanal = SocketChannel.open(StandardProtocolFamily.UNIX);
        try (Kanaladresse adresse = Kanaladresse.av(mappe)) {
            kanal.connect(adresse.adresse());
            return Optional.of(new Kanalklient(kanal));
        } catch (SocketException ingenHoerer) {
            // what a killed server left, or one that is just going
            kanal.close();
            return Optional.empty();
        } catch (IOException e) {
            kanal.close();
            throw e;
        }
    }

    /** Gives the order; false when the server is just going, and has not taken it. */
    public boolean gi(Ordre ordre) {
        try {
            rammer.skriv(ordre);
            return true;
        } catch (IOException serverenGaar) {
            return false;
        }
    }

    /**
     * Has the order that was given carried out, and returns when it is.
     *
     * @param inn is sent as it is read
     * @throws IOException when {@code inn} cannot be read or {@code mottaker} cannot write; the work is then given up
     * @throws Kommandofeil when the server goes away before it has told the outcome
     */
    public Utfall utfoer(InputStream inn, Mottaker mottaker) throws IOException {
        AtomicReference<IOException> lesefeil = new AtomicReference<>();
        try {
            Thread sender = new Thread(() -> send(inn, lesefeil), "inndata");
            sender.setDaemon(true);
            sender.start();
            Optional<Utfall> utfall = motta(mottaker);
            if (lesefeil.get() != null) {
                throw lesefeil.get();
            }
            return utfall.orElseThrow(() ->
                    new Kommandofeil("serveren ble borte før arbeidet var ferdig; se i loggen dens om det ble gjort"));
        } finally {
            close();
        }
    }

    /** A failure to read is told by a break; a failure to send means that the server has ended the conversation. */
    private void send(InputStream inn, AtomicReference<IOException> lesefeil) {
        byte[] bit = new byte[BIT];
        try {
            for (int lest = les(inn, bit, lesefeil); lest >= 0; lest = les(inn, bit, lesefeil)) {
                rammer.stroem(Slag.INN).write(bit, 0, lest);
            }
            if (lesefeil.get() == null) {
                rammer.skriv(Slag.INN_SLUTT);
            } else {
                kanal.shutdownOutput();
            }
        } catch (IOException serverenErFerdig) {
            // the outcome is read by the other thread
        }
    }

    private static int les(InputStream inn, byte[] bit, AtomicReference<IOException> lesefeil) {
        try {
            return inn.read(bit);
        } catch (IOException e) {
            lesefeil.set(e);
            return -1;
        }
    }

    private Optional<Utfall> motta(Mottaker mottaker) throws IOException {
        while (true) {
            Ramme ramme = les();
            if (ramme == null) {
                return Optional.empty();
            }
            switch (ramme.slag()) {
                case UT -> mottaker.ut().write(ramme.innhold());
                case MELDING -> mottaker.melding(ramme.tekst());
                case FRAMDRIFT -> mottaker.framdrift().ferdig(ramme.tall());
                case IALT -> mottaker.framdrift().ialt(ramme.tall());
                case SLUTT -> {
                    return Optional.of(ramme.utfall());
                }
                default -> throw new IOException("not a frame of the server's");
            }
        }
    }

    private Ramme les() {
        try {
            return rammer.les();
        } catch (IOException brutt) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        kanal.close();
    }
}
