package no.rrh.benchmark.utholdenhet;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The ways in which a connection is used slowly. */
final class Klienter {
    private static final int TIDELER = 10;

    /** Of an answer by 200, up to its status. */
    private static final int STATUSLINJE = "HTTP/1.1 200".length();

    private Klienter() {}

    private static String oppslag(URI tjener, String sti, String token) {
        return "GET " + sti + " HTTP/1.1\r\nHost: " + tjener.getAuthority() + "\r\nAuthorization: Bearer " + token
                + "\r\n\r\n";
    }

    /** Opened, and never used: or after a look-up whose answer was read. */
    static final class Ledig extends Klient {
        /** Within these its answer has come; to ask ten thousand for more would be a load of its own. */
        private static final int LESER_TIDELER = 20;

        private final ByteBuffer inn = ByteBuffer.allocate(1 << 10);
        private int tideler;

        Ledig(URI tjener, String sti, String token) throws IOException {
            super(tjener);
            if (port() % 2 == 0) {
                send(oppslag(tjener, sti, token));
            }
        }

        @Override
        void tidel() throws IOException {
            if (tideler++ < LESER_TIDELER) {
                inn.clear();
                les(inn);
            }
        }
    }

    /** Sends something once a second, for as long as it lasts. */
    static final class Drypper extends Klient {
        private final String draape;
        private int tideler;

        private Drypper(URI tjener, String begynnelse, String draape) throws IOException {
            super(tjener);
            this.draape = draape;
            send(begynnelse);
        }

        /** A request whose headers never end. */
        static Drypper hode(URI tjener) throws IOException {
            return new Drypper(
                    tjener,
                    "GET /api/virksomheter HTTP/1.1\r\nHost: " + tjener.getAuthority() + "\r\nX-Langsom: ",
                    "a");
        }

        /** A request whose body never ends. */
        static Drypper kropp(URI tjener) throws IOException {
            return new Drypper(
                    tjener,
                    "POST /maskinporten/token HTTP/1.1\r\nHost: " + tjener.getAuthority()
                            + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000\r\n\r\na",
                    "a");
        }

        @Override
        void tidel() throws IOException {
            if (++tideler % TIDELER == 0) {
                send(draape);
            }
        }
    }

    /** Asks for the whole register, and reads nothing of it but that it is answered. */
    static final class LeserAldri extends Klient {
        private final ByteBuffer inn = ByteBuffer.allocate(STATUSLINJE);

        LeserAldri(URI tjener, String fil, String token) throws IOException {
            super(tjener);
            send(oppslag(tjener, fil, token));
        }

        @Override
        void tidel() throws IOException {
            if (inn.hasRemaining() && les(inn) > 0 && !inn.hasRemaining()) {
                krevOk(inn);
            }
        }
    }

    /** Downloads the whole register at an even speed. */
    static final class JevnLeser extends Klient {
        private static final byte[] ETTER_HODET = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

        private final ByteBuffer inn;
        private final long lengde;
        private final MessageDigest sha256;
        private final ByteBuffer status = ByteBuffer.allocate(STATUSLINJE);
        private int avHodetsSlutt;
        private long kropp;

        /**
         * @param fart bytes a second
         * @param lengde of the file, in bytes
         */
        JevnLeser(URI tjener, String fil, String token, int fart, long lengde) throws IOException {
            super(tjener);
            this.inn = ByteBuffer.allocate(fart / TIDELER);
            this.lengde = lengde;
            this.sha256 = sha256();
            send(oppslag(tjener, fil, token));
        }

        @Override
        void tidel() throws IOException {
            inn.clear();
            if (les(inn) < 0) {
                throw new IOException("the download ended after " + kropp + " bytes");
            }
            inn.flip();
            while (avHodetsSlutt < ETTER_HODET.length && inn.hasRemaining()) {
                byte tegn = inn.get();
                if (status.hasRemaining() && !status.put(tegn).hasRemaining()) {
                    krevOk(status);
                }
                avHodetsSlutt = tegn == ETTER_HODET[avHodetsSlutt] ? avHodetsSlutt + 1 : 0;
            }
            kropp += inn.remaining();
            sha256.update(inn);
        }

        /** Whether it has all of it. */
        boolean erFerdig() {
            return kropp >= lengde;
        }

        /** The SHA-256 of what it has, once. */
        String sum() {
            return HexFormat.of().formatHex(sha256.digest());
        }
    }

    private static void krevOk(ByteBuffer statuslinje) throws IOException {
        String svar = new String(statuslinje.array(), StandardCharsets.US_ASCII);
        if (!svar.equals("HTTP/1.1 200")) {
            throw new IOException("answered " + svar);
        }
    }

    /** Of the file itself. */
    static String sum(byte[] fil) {
        return HexFormat.of().formatHex(sha256().digest(fil));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
