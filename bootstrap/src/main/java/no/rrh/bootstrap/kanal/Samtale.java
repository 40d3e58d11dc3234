package no.rrh.bootstrap.kanal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import no.rrh.application.port.in.Framdrift;
import no.rrh.bootstrap.kanal.Rammer.Ramme;
import no.rrh.bootstrap.kanal.Rammer.Slag;
import no.rrh.bootstrap.utfall.Avbrutt;
import no.rrh.bootstrap.utfall.Utfall;

/** The server's end of one connection: an order, and its execution. */
final class Samtale implements Utfoering {
    private static final long MELLOM_FRAMDRIFT_NS = Duration.ofMillis(200).toNanos();

    private final SocketChannel kanal;
    private final Rammer rammer;
    private final Ordre ordre;
    private final Inndata inn = new Inndata();
    private final Framdrift framdrift = new Fortalt();
    private volatile boolean stanset;

    private Samtale(SocketChannel kanal, Rammer rammer, Ordre ordre) {
        this.kanal = kanal;
        this.rammer = rammer;
        this.ordre = ordre;
    }

    /** Reads the order. */
    static Samtale med(SocketChannel kanal) throws IOException {
        Rammer rammer = new Rammer(kanal);
        Ramme foerste = rammer.les();
        if (foerste == null) {
            throw new IOException("gone before it had given an order");
        }
        try {
            return new Samtale(kanal, rammer, foerste.ordre());
        } catch (IOException e) {
            rammer.skriv(Utfall.feilet("serveren kjører en annen versjon av rrh enn kommandoen"));
            throw e;
        }
    }

    String navn() {
        return ordre.navn();
    }

    @Override
    public Map<String, String> valg() {
        return ordre.valg();
    }

    @Override
    public InputStream inn() {
        return inn;
    }

    @Override
    public OutputStream ut() {
        OutputStream til = rammer.stroem(Slag.UT);
        return new OutputStream() {
            @Override
            public void write(int b) {
                fortell(() -> til.write(b));
            }

            @Override
            public void write(byte[] bytes, int fra, int antall) {
                fortell(() -> til.write(bytes, fra, antall));
            }
        };
    }

    @Override
    public void melding(String linje) {
        try {
            rammer.skriv(Slag.MELDING, linje);
        } catch (IOException borte) {
            // what is done is done, though nobody hears of it
        }
    }

    @Override
    public Framdrift framdrift() {
        return framdrift;
    }

    /** Has the work given up at the next occasion; what waits for input is woken. */
    void stans() {
        stanset = true;
        try {
            kanal.shutdownInput();
        } catch (IOException alleredeLukket) {
            // then nothing waits on it
        }
    }

    /** Tells the outcome, and waits for the other end to go, so that nothing it has not read yet is thrown away. */
    void avslutt(Utfall utfall) throws IOException {
        rammer.skriv(utfall);
        kanal.shutdownOutput();
        Ramme ramme;
        do {
            ramme = rammer.les();
        } while (ramme != null);
    }

    private void fortell(Sending sending) {
        try {
            sending.send();
        } catch (IOException borte) {
            throw avbrutt();
        }
    }

    private Avbrutt avbrutt() {
        return new Avbrutt(stanset ? "serveren stopper, så arbeidet ble gitt opp" : "kommandoen ble avbrutt");
    }

    private interface Sending {
        void send() throws IOException;
    }

    /** Progress, told now and then, and the place where work that has neither input nor output is given up. */
    private final class Fortalt implements Framdrift {
        private long sist = System.nanoTime();

        @Override
        public void ferdig(long antall) {
            if (stanset) {
                throw avbrutt();
            }
            long naa = System.nanoTime();
            if (naa - sist >= MELLOM_FRAMDRIFT_NS) {
                sist = naa;
                fortell(() -> rammer.skriv(Slag.FRAMDRIFT, antall));
            }
        }

        @Override
        public void ialt(long antall) {
            fortell(() -> rammer.skriv(Slag.IALT, antall));
        }
    }

    private final class Inndata extends InputStream {
        private byte[] bit = {};
        private int brukt;
        private boolean slutt;

        @Override
        public int read() throws IOException {
            byte[] en = new byte[1];
            return read(en, 0, 1) < 0 ? -1 : en[0] & 0xFF;
        }

        @Override
        public int read(byte[] til, int fra, int antall) throws IOException {
            while (brukt == bit.length && !slutt) {
                neste();
            }
            if (slutt) {
                return -1;
            }
            int lest = Math.min(antall, bit.length - brukt);
            System.arraycopy(bit, brukt, til, fra, lest);
            brukt += lest;
            return lest;
        }

        private void neste() {
            Ramme ramme = les();
            if (ramme == null || stanset) {
                throw avbrutt();
            }
            slutt = ramme.slag() == Slag.INN_SLUTT;
            bit = ramme.innhold();
            brukt = 0;
        }

        private Ramme les() {
            try {
                return rammer.les();
            } catch (IOException brutt) {
                return null;
            }
        }
    }
}
