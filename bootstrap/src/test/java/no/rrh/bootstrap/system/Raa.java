package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Requests on a socket of their own, byte for byte as they stand, and the answers. */
public final class Raa {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Raa() {}

    /** Sends a request with Host and Connection added. */
    public static Svar send(URI server, String metode, String maal, String... headere) {
        return send(server, tekst(server, metode, maal, headere));
    }

    static Svar send(URI server, String tekst) {
        return send(new InetSocketAddress(0), server, tekst);
    }

    /** As {@link #send(URI, String, String, String...)}, from one of this machine's own addresses. */
    static Svar fra(String egenAdresse, URI server, String metode, String maal, String... headere) {
        return fra(egenAdresse, server, tekst(server, metode, maal, headere));
    }

    static Svar fra(String egenAdresse, URI server, String tekst) {
        return send(new InetSocketAddress(egenAdresse, 0), server, tekst);
    }

    private static String tekst(URI server, String metode, String maal, String... headere) {
        StringBuilder tekst = new StringBuilder(
                metode + " " + maal + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n");
        for (String header : headere) {
            tekst.append(header).append("\r\n");
        }
        return tekst.append("\r\n").toString();
    }

    private static Svar send(SocketAddress fra, URI server, String tekst) {
        try (Socket socket = new Socket()) {
            socket.bind(fra);
            socket.connect(new InetSocketAddress(server.getHost().replaceAll("[\\[\\]]", ""), server.getPort()));
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(tekst.getBytes(ISO_8859_1));
            socket.getOutputStream().flush();
            return Kontraktsjekk.sjekk(tekst, les(socket.getInputStream()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Sends the bytes, which may be several requests, and reads all answers until the server closes. The answers must have
     * a length.
     */
    static List<Svar> alle(URI server, String tekst) {
        try (Socket socket = new Socket(server.getHost().replaceAll("[\\[\\]]", ""), server.getPort())) {
            socket.setSoTimeout(20_000);
            byte[] alt = ordveksling(socket, tekst.getBytes(ISO_8859_1));
            List<Svar> svar = new ArrayList<>();
            boolean uten = tekst.startsWith("HEAD ");
            while (alt.length > 0) {
                Svar neste = les(alt);
                int lengde = uten || neste.status() == 304
                        ? 0
                        : Integer.parseInt(neste.header("Content-Length").orElseThrow());
                svar.add(Kontraktsjekk.sjekk(
                        svar.isEmpty() ? tekst : "",
                        new Svar(neste.status(), neste.headere(), Arrays.copyOf(neste.kropp(), lengde))));
                alt = Arrays.copyOfRange(neste.kropp(), lengde, neste.kropp().length);
                uten = false;
            }
            return svar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server that answers before it has read all resets the connection, after the answer. */
    private static byte[] ordveksling(Socket socket, byte[] sendt) throws IOException {
        ByteArrayOutputStream mottatt = new ByteArrayOutputStream();
        try {
            socket.getOutputStream().write(sendt);
        } catch (SocketException e) {
            // it has closed already: what it said before stands
        }
        byte[] del = new byte[8192];
        try {
            for (int n = socket.getInputStream().read(del);
                    n >= 0;
                    n = socket.getInputStream().read(del)) {
                mottatt.write(del, 0, n);
            }
        } catch (SocketException e) {
            // closed
        }
        return mottatt.toByteArray();
    }

    private static Svar les(InputStream inn) throws IOException {
        return les(inn.readAllBytes());
    }

    private static Svar les(byte[] alt) throws IOException {
        String tekst = new String(alt, ISO_8859_1);
        int slutt = tekst.indexOf("\r\n\r\n");
        if (slutt < 0) {
            throw new IOException("no HTTP answer, but " + alt.length + " bytes");
        }
        String[] linjer = tekst.substring(0, slutt).split("\r\n");
        Map<String, List<String>> headere = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int i = 1; i < linjer.length; i++) {
            String[] del = linjer[i].split(":", 2);
            headere.merge(
                    del[0].toLowerCase(Locale.ROOT),
                    List.of(del[1].trim()),
                    (a, b) -> Stream.concat(a.stream(), b.stream()).toList());
        }
        byte[] kropp = Arrays.copyOfRange(alt, slutt + 4, alt.length);
        boolean iBiter = kropp.length > 0 && List.of("chunked").equals(headere.get("Transfer-Encoding"));
        return new Svar(Integer.parseInt(linjer[0].split(" ")[1]), headere, iBiter ? sattSammen(kropp) : kropp);
    }

    /** The content of chunks (RFC 9112, 7.1). Without the last one it is not whole, and no answer. */
    private static byte[] sattSammen(byte[] biter) throws IOException {
        ByteArrayOutputStream innhold = new ByteArrayOutputStream();
        String tekst = new String(biter, ISO_8859_1);
        int fra = 0;
        while (true) {
            int linjeslutt = tekst.indexOf("\r\n", fra);
            if (linjeslutt < 0) {
                throw new IOException("the last chunk never came, after " + innhold.size() + " bytes");
            }
            int lengde = Integer.parseInt(tekst.substring(fra, linjeslutt), 16);
            if (lengde == 0) {
                return innhold.toByteArray();
            }
            innhold.write(biter, linjeslutt + 2, Math.min(lengde, biter.length - linjeslutt - 2));
            fra = linjeslutt + 2 + lengde + 2;
        }
    }

    public record Svar(int status, Map<String, List<String>> headere, byte[] kropp) {
        public Optional<String> header(String navn) {
            return Optional.ofNullable(headere.get(navn)).map(verdier -> String.join(", ", verdier));
        }

        public String tekst() {
            return new String(kropp, UTF_8);
        }

        public JsonNode json() {
            try {
                return JSON.readTree(kropp);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + tekst(), e);
            }
        }
    }
}
