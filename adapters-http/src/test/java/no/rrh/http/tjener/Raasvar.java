package no.rrh.http.tjener;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An answer as it came on a socket, each byte a character. It has been held against RFC 9112: a status line, field lines, and
 * a body as long as they say.
 *
 * @param rest what came after it
 */
record Raasvar(int status, List<String> hode, String kropp, String rest) {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) [\\x20-\\x7e]*");
    private static final Pattern FELT = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+: [\\t\\x20-\\x7e\\x80-\\xff]*");
    private static final List<String> FEILKROPP = List.of("timestamp", "status", "error", "message", "path", "trace");

    /**
     * Sends the parts on a connection of its own, and returns all that comes until the server closes.
     *
     * @param slutt whether to tell that no more will be sent
     * @param deler each is sent when something has been answered to the one before
     */
    static String veksle(int port, boolean slutt, List<String> deler) throws IOException {
        return veksle(port, slutt, deler, Integer.MAX_VALUE);
    }

    /** As {@link #veksle(int, boolean, List)}, with so many bytes at a time, each in a packet of its own where the system will. */
    static String veksle(int port, boolean slutt, List<String> deler, int stykke) throws IOException {
        String mottatt = "";
        // once in a hundred thousand, a reset overtakes the answer
        for (int forsoek = 0; mottatt.isEmpty() && forsoek < 3; forsoek++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            boolean avbrutt = veksle(port, slutt, deler, stykke, bytes);
            mottatt = bytes.toString(ISO_8859_1);
            if (!avbrutt) {
                break;
            }
        }
        return mottatt;
    }

    private static boolean veksle(
            int port, boolean slutt, List<String> deler, int stykke, ByteArrayOutputStream mottatt) throws IOException {
        boolean avbrutt = false;
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(20_000);
            socket.setTcpNoDelay(true);
            try {
                send(socket, deler.get(0), stykke);
                for (String del : deler.subList(1, deler.size())) {
                    ventPaaSvar(socket, mottatt);
                    send(socket, del, stykke);
                }
                if (slutt) {
                    socket.shutdownOutput();
                }
            } catch (SocketException e) {
                avbrutt = true; // it has answered and closed already
            }
            try {
                byte[] del = new byte[8192];
                for (int n = socket.getInputStream().read(del);
                        n >= 0;
                        n = socket.getInputStream().read(del)) {
                    mottatt.write(del, 0, n);
                }
            } catch (SocketException e) {
                avbrutt = true; // it closes on what it has not read
            }
        }
        return avbrutt;
    }

    private static void send(Socket socket, String del, int stykke) throws IOException {
        byte[] bytes = del.getBytes(ISO_8859_1);
        for (int sendt = 0; sendt < bytes.length; sendt += stykke) {
            socket.getOutputStream().write(bytes, sendt, Math.min(stykke, bytes.length - sendt));
        }
    }

    private static void ventPaaSvar(Socket socket, ByteArrayOutputStream mottatt) throws IOException {
        while (!mottatt.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int neste = socket.getInputStream().read();
            if (neste < 0) {
                throw new SocketException("closed");
            }
            mottatt.write(neste);
        }
    }

    /** The first of the answers. */
    static Raasvar foerste(String mottatt, boolean paaHead) {
        int slutt = mottatt.indexOf("\r\n\r\n");
        assertThat(slutt).as(mottatt).isPositive();
        List<String> hode = List.of(mottatt.substring(0, slutt).split("\r\n"));
        Matcher linje = STATUS.matcher(hode.get(0));
        assertThat(linje.matches()).as(mottatt).isTrue();
        assertThat(hode.subList(1, hode.size())).allMatch(FELT.asMatchPredicate());
        int status = Integer.parseInt(linje.group(1));
        Raasvar svar = new Raasvar(status, hode, "", mottatt.substring(slutt + 4));
        if (status >= 200) {
            assertThat(svar.felt("Date")).as(mottatt).isPresent();
            assertThat(svar.felt("Content-Length")).as(mottatt).isPresent();
            assertThat(svar.felt("Transfer-Encoding")).as(mottatt).isEmpty();
        }
        boolean utenKropp = status < 200 || status == 304 || paaHead;
        return utenKropp
                ? svar
                : svar.medKropp(Integer.parseInt(svar.felt("Content-Length").orElseThrow()));
    }

    private Raasvar medKropp(int lengde) {
        assertThat(rest.length()).isGreaterThanOrEqualTo(lengde);
        return new Raasvar(status, hode, rest.substring(0, lengde), rest.substring(lengde));
    }

    /** The value of a field, which stands at most once. */
    Optional<String> felt(String navn) {
        List<String> verdier = hode.stream()
                .filter(linje -> linje.regionMatches(true, 0, navn + ": ", 0, navn.length() + 2))
                .map(linje -> linje.substring(navn.length() + 2))
                .toList();
        assertThat(verdier).hasSizeLessThan(2);
        return verdier.stream().findFirst();
    }

    /** Holds it against the contract's error body, and returns the fields of that. */
    Map<String, String> feil() throws IOException {
        assertThat(felt("Content-Type")).as(kropp).contains("application/json;charset=UTF-8");
        Map<String, String> felt = json();
        assertThat(felt.keySet()).containsExactlyElementsOf(FEILKROPP);
        assertThat(felt).containsEntry("status", Integer.toString(status));
        assertThat(felt.get("message")).isNotBlank();
        return felt;
    }

    /** The members of a body that is an object of plain values. */
    Map<String, String> json() throws IOException {
        Map<String, String> felt = new LinkedHashMap<>();
        try (JsonParser json = new JsonFactory().createParser(kropp.getBytes(ISO_8859_1))) {
            assertThat(json.nextToken()).isEqualTo(JsonToken.START_OBJECT);
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                json.nextToken();
                felt.put(json.currentName(), json.getText());
            }
        }
        assertThat(new String(kropp.getBytes(ISO_8859_1), UTF_8)).doesNotContain("<");
        return felt;
    }
}
