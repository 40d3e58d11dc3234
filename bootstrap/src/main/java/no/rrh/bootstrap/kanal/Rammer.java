package no.rrh.bootstrap.kanal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import no.rrh.bootstrap.utfall.Utfall;

/**
 * What goes over the channel, both ways: frames, each a kind, a length and as many bytes. The end of either direction is
 * a frame too, so that an end can be told from a break.
 */
final class Rammer {
    /** Both ends are of one JAR as a rule; where they are not, they say so instead of guessing. */
    private static final int VERSJON = 1;

    private static final int STOERST = 64 * 1024;
    private static final int HODE = 5;

    private final SocketChannel kanal;

    private final Object lesing = new Object();

    Rammer(SocketChannel kanal) {
        this.kanal = kanal;
    }

    /** The kinds, from the command and from the server. Their order is the protocol: a change of it raises VERSJON. */
    enum Slag {
        ORDRE,
        INN,
        INN_SLUTT,
        UT,
        MELDING,
        FRAMDRIFT,
        IALT,
        SLUTT
    }

    /** One frame. */
    record Ramme(Slag slag, byte[] innhold) {
        String tekst() {
            return new String(innhold, StandardCharsets.UTF_8);
        }

        long tall() {
            return ByteBuffer.wrap(innhold).getLong();
        }

        Utfall utfall() {
            ByteBuffer buffer = ByteBuffer.wrap(innhold);
            int kode = buffer.getInt();
            return new Utfall(kode, StandardCharsets.UTF_8.decode(buffer).toString());
        }

        Ordre ordre() throws IOException {
            DataInputStream data = new DataInputStream(new ByteArrayInputStream(innhold));
            if (slag != Slag.ORDRE || data.readInt() != VERSJON) {
                throw new IOException("an order of another version");
            }
            String navn = data.readUTF();
            Map<String, String> valg = new TreeMap<>();
            for (int igjen = data.readInt(); igjen > 0; igjen--) {
                valg.put(data.readUTF(), data.readUTF());
            }
            return new Ordre(navn, valg);
        }
    }

    void skriv(Ordre ordre) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeInt(VERSJON);
        data.writeUTF(ordre.navn());
        data.writeInt(ordre.valg().size());
        for (Map.Entry<String, String> valg : ordre.valg().entrySet()) {
            data.writeUTF(valg.getKey());
            data.writeUTF(valg.getValue());
        }
        skriv(Slag.ORDRE, bytes.toByteArray());
    }

    void skriv(Utfall utfall) throws IOException {
        byte[] melding = utfall.melding().getBytes(StandardCharsets.UTF_8);
        skriv(
                Slag.SLUTT,
                ByteBuffer.allocate(Integer.BYTES + melding.length)
                        .putInt(utfall.kode())
                        .put(melding)
                        .array());
    }

    void skriv(Slag slag, String tekst) throws IOException {
        skriv(slag, tekst.getBytes(StandardCharsets.UTF_8));
    }

    void skriv(Slag slag, long tall) throws IOException {
        skriv(slag, ByteBuffer.allocate(Long.BYTES).putLong(tall).array());
    }

    void skriv(Slag slag, byte... innhold) throws IOException {
        skriv(slag, innhold, 0, innhold.length);
    }

    private synchronized void skriv(Slag slag, byte[] innhold, int fra, int antall) throws IOException {
        ByteBuffer[] ramme = {
            ByteBuffer.allocate(HODE).put((byte) slag.ordinal()).putInt(antall).flip(),
            ByteBuffer.wrap(innhold, fra, antall)
        };
        while (ramme[0].hasRemaining() || ramme[1].hasRemaining()) {
            kanal.write(ramme);
        }
    }

    /** The next frame, whole, whoever else reads; null when the other end has gone. */
    Ramme les() throws IOException {
        synchronized (lesing) {
            return lesNeste();
        }
    }

    private Ramme lesNeste() throws IOException {
        ByteBuffer hode = ByteBuffer.allocate(HODE);
        if (!fyll(hode)) {
            return null;
        }
        int slag = hode.flip().get();
        int lengde = hode.getInt();
        if (slag < 0 || slag >= Slag.values().length || lengde < 0 || lengde > STOERST) {
            throw new IOException("not a frame");
        }
        ByteBuffer innhold = ByteBuffer.allocate(lengde);
        return fyll(innhold) ? new Ramme(Slag.values()[slag], innhold.array()) : null;
    }

    private boolean fyll(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (kanal.read(buffer) < 0) {
                return false;
            }
        }
        return true;
    }

    /** A stream whose bytes go out as frames of the kind. */
    OutputStream stroem(Slag slag) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int fra, int antall) throws IOException {
                for (int sendt = 0; sendt < antall; sendt += STOERST) {
                    skriv(slag, bytes, fra + sendt, Math.min(STOERST, antall - sendt));
                }
            }
        };
    }
}
