package no.rrh.http.tjener;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A case of the files in {@code raa/}: what is sent on a connection, byte for byte, and all that is answered. It reads
 *
 * <pre>
 * --- what the case is about
 * RFC 9112 6.3 MUST: what the paragraph says, and what is chosen where it leaves a choice
 * POST /ekko HTTP/1.1\r\n
 * Content-Length: 5\r\n
 * \r\n
 * hallo
 * =&gt; 400 http
 * =&gt; closed
 * </pre>
 *
 * Lines are joined as they stand: a line end that is sent is written out, as is every byte that is not visible ASCII
 * ({@code \r \n \t \\ \xHH}), and <code>{20000*a}</code> is twenty thousand of what follows the asterisk. After
 * {@code <await 100>} nothing is sent until something has been answered; after {@code <end>} nothing more, and the server is
 * told so. The answers are the only ones, in order, and {@code perhaps} stands before one that need not come.
 *
 * @param kilder the paragraphs of the RFCs that say so
 * @param deler what is sent, in parts that wait for something to be answered
 * @param slutt whether the client ends its side
 * @param svar the answers to come
 * @param etter what has become of the connection
 */
record Raakall(
        String gruppe,
        String navn,
        List<String> kilder,
        List<String> deler,
        boolean slutt,
        List<Ventet> svar,
        Etter etter) {
    private static final List<String> GRUPPER = List.of(
            "request-line",
            "host",
            "field-lines",
            "content-length",
            "transfer-encoding",
            "chunks",
            "pipelining",
            "expect",
            "size",
            "upgrade");
    private static final Pattern KILDE =
            Pattern.compile("RFC (9110|9112) \\d+(\\.\\d+)*( (MUST|SHOULD|MAY)(, not followed)?)?: .+");
    private static final Pattern SVAR = Pattern.compile("(?:(\\d+)\\* )?(perhaps )?(HEAD )?(\\d{3})(?: (.+))?");
    private static final Pattern GJENTATT = Pattern.compile("\\{(\\d+)\\*([^}]*)}");
    private static final Pattern TEGN = Pattern.compile("\\\\(x[0-9A-F]{2}|.)");
    private static final String VENT = "<await 100>";
    private static final String SLUTT = "<end>";

    /** The connection after the answers. */
    enum Etter {
        /** The next request on it is answered. */
        OPEN,
        /** The server has closed it, as the last answer says. */
        CLOSED,
        /** The server has closed it without a word, after an HTTP/1.0 request, or where what follows an answer cannot be read. */
        CUT
    }

    /**
     * An answer to come.
     *
     * @param kanskje whether it need not come
     * @param paaHead whether it is to HEAD, and has no body
     * @param kjennetegn what else is known of it; empty for nothing
     */
    record Ventet(boolean kanskje, boolean paaHead, int status, String kjennetegn) {}

    static Stream<Raakall> alle() {
        return GRUPPER.stream().flatMap(Raakall::gruppe);
    }

    private static Stream<Raakall> gruppe(String gruppe) {
        try (InputStream fil = Objects.requireNonNull(Raakall.class.getResourceAsStream("/raa/" + gruppe + ".txt"))) {
            String[] deler = new String(fil.readAllBytes(), UTF_8).split("(?m)^--- ");
            return Arrays.stream(deler).skip(1).map(del -> les(gruppe, del));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Raakall les(String gruppe, String tekst) {
        List<String> linjer = tekst.strip().lines().toList();
        List<String> kilder = new ArrayList<>();
        List<Ventet> svar = new ArrayList<>();
        StringBuilder sendt = new StringBuilder();
        for (String linje : linjer.subList(1, linjer.size() - 1)) {
            if (linje.startsWith("RFC ")) {
                kilder.add(finn(KILDE, linje).group());
            } else if (linje.startsWith("=> ")) {
                svar.addAll(svar(finn(SVAR, linje.substring(3))));
            } else {
                sendt.append(linje);
            }
        }
        boolean slutt = sendt.indexOf(SLUTT) >= 0;
        List<String> deler = Arrays.stream(sendt.toString().replace(SLUTT, "").split(VENT))
                .map(Raakall::bytes)
                .toList();
        if (kilder.isEmpty()) {
            throw new IllegalArgumentException(gruppe + ": " + tekst);
        }
        Etter etter =
                Etter.valueOf(linjer.get(linjer.size() - 1).replace("=> ", "").toUpperCase(Locale.ROOT));
        return new Raakall(gruppe, linjer.get(0), kilder, deler, slutt, svar, etter);
    }

    private static List<Ventet> svar(MatchResult treff) {
        int antall = treff.group(1) == null ? 1 : Integer.parseInt(treff.group(1));
        boolean kanskje = treff.group(2) != null;
        boolean paaHead = treff.group(3) != null;
        String kjennetegn = treff.group(5) == null ? "" : bytes(treff.group(5));
        return Collections.nCopies(antall, new Ventet(kanskje, paaHead, Integer.parseInt(treff.group(4)), kjennetegn));
    }

    private static MatchResult finn(Pattern form, String linje) {
        Matcher treff = form.matcher(linje);
        if (!treff.matches()) {
            throw new IllegalArgumentException(linje);
        }
        return treff.toMatchResult();
    }

    /** Each byte as a character. */
    private static String bytes(String skrevet) {
        String alt = GJENTATT.matcher(skrevet)
                .replaceAll(treff -> Matcher.quoteReplacement(treff.group(2).repeat(Integer.parseInt(treff.group(1)))));
        return TEGN.matcher(alt).replaceAll(treff -> Matcher.quoteReplacement(tegn(treff.group(1))));
    }

    private static String tegn(String navn) {
        return switch (navn.charAt(0)) {
            case 'r' -> "\r";
            case 'n' -> "\n";
            case 't' -> "\t";
            case '\\' -> "\\";
            case 'x' -> new String(new byte[] {(byte) Integer.parseInt(navn.substring(1), 16)}, ISO_8859_1);
            default -> throw new IllegalArgumentException("\\" + navn);
        };
    }

    @Override
    public String toString() {
        return gruppe + ": " + navn + ". " + String.join(". ", kilder);
    }
}
