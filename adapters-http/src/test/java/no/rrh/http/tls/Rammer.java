package no.rrh.http.tls;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.eclipse.jetty.http.MetaData;
import org.eclipse.jetty.http2.hpack.HpackDecoder;
import org.eclipse.jetty.http2.hpack.HpackException;

/** A connection of HTTP/2 (RFC 9113), frame by frame, by a client that may break every rule. */
final class Rammer implements Closeable {
    static final int DATA = 0;
    static final int HEADERS = 1;
    static final int PRIORITY = 2;
    static final int RST_STREAM = 3;
    static final int SETTINGS = 4;
    static final int PING = 6;
    static final int GOAWAY = 7;
    static final int WINDOW_UPDATE = 8;
    static final int CONTINUATION = 9;

    static final int END_STREAM = 1;
    static final int END_HEADERS = 4;
    static final int HELT_KALL = END_STREAM | END_HEADERS;

    static final int INITIAL_WINDOW_SIZE = 4;

    static final int PROTOCOL_ERROR = 1;
    static final int REFUSED_STREAM = 7;
    static final int ENHANCE_YOUR_CALM = 11;

    private static final byte[] BEGYNNELSE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(US_ASCII);

    private final Socket socket;
    private final DataInputStream inn;
    private final HpackDecoder hpack = new HpackDecoder(16 * 1024, System::nanoTime);
    private final ByteArrayOutputStream samlet = new ByteArrayOutputStream();
    private final BlockingQueue<Optional<Ramme>> mottatt = new LinkedBlockingQueue<>();

    /** Begins it, with the settings as pairs of key and value. */
    Rammer(Socket socket, int... innstillinger) throws IOException {
        this.socket = socket;
        this.inn = new DataInputStream(socket.getInputStream());
        samlet.write(BEGYNNELSE);
        ByteBuffer innhold = ByteBuffer.allocate(innstillinger.length * 3);
        for (int i = 0; i < innstillinger.length; i += 2) {
            innhold.putShort((short) innstillinger[i]).putInt(innstillinger[i + 1]);
        }
        legg(SETTINGS, 0, 0, innhold.array()).send();
    }

    /** What is received; the status is that of an answer's headers, else 0. */
    record Ramme(int type, int flagg, int stroem, byte[] innhold, int status) {
        /** The error code of one that ends a stream or the connection. */
        int feilkode() {
            return ByteBuffer.wrap(innhold).getInt(type == GOAWAY ? 4 : 0);
        }
    }

    /** Puts a frame with those that are sent together. */
    Rammer legg(int type, int flagg, int stroem, byte... innhold) {
        ByteBuffer hode = ByteBuffer.allocate(9);
        hode.putInt(innhold.length << 8 | type).put((byte) flagg).putInt(stroem);
        samlet.writeBytes(hode.array());
        samlet.writeBytes(innhold);
        return this;
    }

    Rammer legg(byte... raatt) {
        samlet.writeBytes(raatt);
        return this;
    }

    Rammer leggKall(int stroem, String sti) {
        return legg(HEADERS, HELT_KALL, stroem, kall(sti));
    }

    void send() throws IOException {
        byte[] alt = samlet.toByteArray();
        samlet.reset();
        socket.getOutputStream().write(alt);
        socket.getOutputStream().flush();
    }

    /** Sends what was put together, and tells whether the server took it all before it closed. */
    boolean sendSaaMyeSomTas() {
        try {
            send();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    static byte[] kall(String sti) {
        return headere(":method", "GET", ":scheme", "https", ":authority", "127.0.0.1", ":path", sti);
    }

    /** Header lines as literals that nobody is to remember (RFC 7541, 6.2.2), exactly as they stand. */
    static byte[] headere(String... navnOgVerdi) {
        ByteArrayOutputStream blokk = new ByteArrayOutputStream();
        for (int i = 0; i < navnOgVerdi.length; i += 2) {
            blokk.write(0);
            tekst(blokk, navnOgVerdi[i]);
            tekst(blokk, navnOgVerdi[i + 1]);
        }
        return blokk.toByteArray();
    }

    private static void tekst(ByteArrayOutputStream blokk, String tekst) {
        int rest = tekst.length();
        if (rest < 127) {
            blokk.write(rest);
        } else {
            blokk.write(127);
            for (rest -= 127; rest >= 128; rest >>= 7) {
                blokk.write(rest & 127 | 128);
            }
            blokk.write(rest);
        }
        blokk.writeBytes(tekst.getBytes(ISO_8859_1));
    }

    /** Reads as fast as the server sends from now on. Nothing is read before, nor what the server sends to one that is flooding it lost. */
    Rammer les() {
        return les(Duration.ZERO);
    }

    /** Reads as {@link #les()}, with a pause after each frame. */
    Rammer les(Duration pause) {
        Thread leser = new Thread(() -> lesAlt(pause), "rammer");
        leser.setDaemon(true);
        leser.start();
        return this;
    }

    private void lesAlt(Duration pause) {
        try {
            while (true) {
                int lengdeOgType = inn.readInt();
                int flagg = inn.readUnsignedByte();
                int stroem = inn.readInt();
                byte[] innhold = inn.readNBytes(lengdeOgType >>> 8);
                int type = lengdeOgType & 255;
                // each is written by those before it, so all are read in their order
                int status =
                        type == HEADERS ? ((MetaData.Response) hpack.decode(ByteBuffer.wrap(innhold))).getStatus() : 0;
                mottatt.add(Optional.of(new Ramme(type, flagg, stroem, innhold, status)));
                LockSupport.parkNanos(pause.toNanos());
            }
        } catch (IOException | HpackException e) {
            mottatt.add(Optional.empty());
        }
    }

    /** The next frame; absent when the server has closed. */
    Optional<Ramme> neste() {
        try {
            Optional<Ramme> ramme = mottatt.poll(30, TimeUnit.SECONDS);
            if (ramme == null) {
                throw new AssertionError("the server sent nothing, and did not close");
            }
            return ramme;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** The next frame of a kind, past the others; absent when the server closes first. */
    Optional<Ramme> neste(Predicate<Ramme> denne) {
        Optional<Ramme> ramme = neste();
        while (ramme.isPresent() && !denne.test(ramme.get())) {
            ramme = neste();
        }
        return ramme;
    }

    Optional<Ramme> neste(int type) {
        return neste(ramme -> ramme.type() == type);
    }

    /** The status of the next answer on the stream. */
    int status(int stroem) {
        return neste(ramme -> ramme.type() == HEADERS && ramme.stroem() == stroem)
                .orElseThrow(() -> new AssertionError("the server closed before it answered"))
                .status();
    }

    /** The error code that the server ends the connection with; absent when it just ends. */
    Optional<Integer> avsluttesMed() {
        Optional<Integer> kode = Optional.empty();
        for (Optional<Ramme> ramme = neste(GOAWAY); ramme.isPresent(); ramme = neste(GOAWAY)) {
            kode = Optional.of(ramme.get().feilkode());
        }
        return kode;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
