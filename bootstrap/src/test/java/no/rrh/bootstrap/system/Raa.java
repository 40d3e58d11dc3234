package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One request on a socket of its own, byte for byte as it stands, and the answer. */
final class Raa {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Raa() {}

    /** Sends a request with Host and Connection added. */
    static Svar send(URI server, String metode, String maal, String... headere) {
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
            return les(socket.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Svar les(InputStream inn) throws IOException {
        byte[] alt = inn.readAllBytes();
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
        return new Svar(Integer.parseInt(linjer[0].split(" ")[1]), headere, kropp);
    }

    record Svar(int status, Map<String, List<String>> headere, byte[] kropp) {
        Optional<String> header(String navn) {
            return Optional.ofNullable(headere.get(navn)).map(verdier -> String.join(", ", verdier));
        }

        String tekst() {
            return new String(kropp, UTF_8);
        }

        JsonNode json() {
            try {
                return JSON.readTree(kropp);
            } catch (IOException e) {
                throw new AssertionError("not JSON: " + tekst(), e);
            }
        }
    }
}
