package no.rrh.bootstrap.system;

import static no.rrh.bootstrap.system.Ugyldig.FIL;
import static no.rrh.bootstrap.system.Ugyldig.VERT;
import static no.rrh.bootstrap.system.Ugyldig.VIRKSOMHET;
import static no.rrh.bootstrap.system.Ugyldig.bearer;
import static no.rrh.bootstrap.system.Ugyldig.get;
import static no.rrh.bootstrap.system.Ugyldig.iTakt;
import static no.rrh.bootstrap.system.Ugyldig.linje;
import static no.rrh.bootstrap.system.Ugyldig.lukket;
import static no.rrh.bootstrap.system.Ugyldig.med;
import static no.rrh.bootstrap.system.Ugyldig.uten;

import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import no.rrh.bootstrap.system.Ugyldig.Utfall;

/** What RFC 9112 has a word about: the request line, Host, headers, and where a body ends. */
final class UgyldigHttp {
    private static final String CHUNKED = "Transfer-Encoding: chunked";

    private UgyldigHttp() {}

    static Stream<Ugyldig> linjer() {
        return Stream.of(
                iTakt("nothing bad", get(VIRKSOMHET), Utfall.GODT),
                lukket("no version", med("GET " + VIRKSOMHET, VERT), Utfall.HTTP),
                lukket("no version, no headers", "GET " + VIRKSOMHET + "\r\n\r\n", Utfall.HTTP),
                lukket("HTTP/1.0 without Host", med("GET " + VIRKSOMHET + " HTTP/1.0", ""), Utfall.GODT),
                lukket("HTTP/0.9", linje("GET " + VIRKSOMHET + " HTTP/0.9"), Utfall.HTTP),
                lukket("HTTP/1.2", linje("GET " + VIRKSOMHET + " HTTP/1.2"), Utfall.HTTP),
                lukket("HTTP/2.0", linje("GET " + VIRKSOMHET + " HTTP/2.0"), Utfall.HTTP),
                lukket("HTTP/3", linje("GET " + VIRKSOMHET + " HTTP/3"), Utfall.HTTP),
                lukket("HTTP/9.9", linje("GET " + VIRKSOMHET + " HTTP/9.9"), Utfall.HTTP),
                lukket("HTTP/11", linje("GET " + VIRKSOMHET + " HTTP/11"), Utfall.HTTP),
                lukket("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", Utfall.HTTP),
                lukket(
                        "TLS to a port without",
                        "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\r\n\r\n",
                        Utfall.HTTP),
                lukket("one word", "tull\r\n\r\n", Utfall.HTTP),
                lukket("no method", linje(" " + VIRKSOMHET + " HTTP/1.1"), Utfall.HTTP),
                lukket("no URI", linje("GET  HTTP/1.1"), Utfall.HTTP),
                lukket("tabs for spaces", linje("GET\t" + VIRKSOMHET + "\tHTTP/1.1"), Utfall.HTTP),
                lukket("a space after the version", linje("GET " + VIRKSOMHET + " HTTP/1.1 "), Utfall.HTTP),
                lukket("a space before the method", linje(" GET " + VIRKSOMHET + " HTTP/1.1"), Utfall.HTTP),
                lukket("a space in the URI", linje("GET " + VIRKSOMHET + " 1 HTTP/1.1"), Utfall.HTTP),
                iTakt("two spaces before the URI", linje("GET  " + VIRKSOMHET + " HTTP/1.1"), Utfall.GODT),
                iTakt("two spaces after the URI", linje("GET " + VIRKSOMHET + "  HTTP/1.1"), Utfall.GODT),
                iTakt("empty lines first", "\r\n\r\n\r\n" + get(VIRKSOMHET), Utfall.GODT),
                iTakt("LF for CR LF", get(VIRKSOMHET).replace("\r\n", "\n"), Utfall.GODT),
                lukket("CR for CR LF", get(VIRKSOMHET).replace("\r\n", "\r"), Utfall.HTTP),
                lukket("a CR in the URI", linje("GET " + VIRKSOMHET + "\rX: y HTTP/1.1"), Utfall.HTTP),
                lukket("a NUL in the URI", linje("GET " + VIRKSOMHET + "\u0000 HTTP/1.1"), Utfall.HTTP),
                lukket("a NUL in the method", linje("G\u0000T " + VIRKSOMHET + " HTTP/1.1"), Utfall.HTTP),
                lukket("a parenthesis in the method", linje("G(T " + VIRKSOMHET + " HTTP/1.1"), Utfall.HTTP),
                lukket("a method that is not ASCII", linje("G\u00c6T " + VIRKSOMHET + " HTTP/1.1"), Utfall.HTTP),
                lukket(
                        "a request line of 20 KB by its method",
                        linje("A".repeat(20_000) + " / HTTP/1.1"),
                        Utfall.HEADERE),
                iTakt("an absolute URI", get("http://x" + VIRKSOMHET), Utfall.GODT),
                iTakt("an absolute URI in capitals", get("HTTP://X" + VIRKSOMHET), Utfall.GODT),
                iTakt(
                        "an absolute URI of another host than Host",
                        get("http://annen.example" + VIRKSOMHET),
                        Utfall.GODT),
                iTakt("an absolute URI of https", get("https://x" + VIRKSOMHET), Utfall.GODT),
                iTakt("an absolute URI of ftp", get("ftp://x" + VIRKSOMHET), Utfall.URI),
                iTakt("an absolute URI with a user", get("http://u:p@x" + VIRKSOMHET), Utfall.URI),
                iTakt("an absolute URI without host", get("http://" + VIRKSOMHET), Utfall.URI),
                iTakt("an absolute URI with ..", get("http://x/api/../api/virksomheter/1"), Utfall.URI),
                lukket("an absolute URI with half an IPv6 address", get("http://[x" + VIRKSOMHET), Utfall.HTTP),
                iTakt("CONNECT to a server", linje("CONNECT x:80 HTTP/1.1"), Utfall.METODE),
                lukket("CONNECT to a path", linje("CONNECT " + VIRKSOMHET + " HTTP/1.1"), Utfall.HTTP),
                lukket("GET of a server", get("x:80"), Utfall.URI),
                iTakt("OPTIONS of the server itself", linje("OPTIONS * HTTP/1.1"), Utfall.METODE),
                iTakt("GET of the server itself", get("*"), Utfall.URI));
    }

    /** Those that exist, those that do not, and those that look like GET. */
    static Stream<Ugyldig> metoder() {
        return Stream.of(
                        "POST",
                        "PUT",
                        "DELETE",
                        "PATCH",
                        "OPTIONS",
                        "TRACE",
                        "PROPFIND",
                        "M-SEARCH",
                        "PRI",
                        "FOO",
                        "get",
                        "Get",
                        "GETT",
                        "head",
                        "G!T",
                        "A".repeat(8000))
                .flatMap(metode -> Stream.of(VIRKSOMHET, FIL, "/api/virksomheter/1", "/helse/live", "/maskinporten/jwk")
                        .map(sti -> iTakt(
                                metode.substring(0, Math.min(metode.length(), 9)) + " " + sti,
                                linje(metode + " " + sti + " HTTP/1.1", "Content-Length: 5") + "hallo",
                                Utfall.METODE)));
    }

    static Stream<Ugyldig> verter() {
        String linje = "GET " + VIRKSOMHET + " HTTP/1.1";
        return Stream.concat(
                Stream.of(
                        lukket("no Host", med(linje, ""), Utfall.HTTP),
                        lukket("two Hosts", med(linje, VERT + "Host: y\r\n"), Utfall.HTTP),
                        lukket("two equal Hosts", med(linje, VERT + VERT), Utfall.HTTP),
                        iTakt("a Host with an IPv6 address", med(linje, "Host: [::1]:80\r\n"), Utfall.GODT),
                        iTakt("a Host of 5 KB", med(linje, "Host: " + "x".repeat(5000) + "\r\n"), Utfall.GODT),
                        iTakt("a list of Hosts", med(linje, "Host: x,y\r\n"), Utfall.HTTP)),
                Stream.of("", " ", "u:p@x", "u@x", "x y", "x:abc", "x:99999", "x/y", "x?y", "[::1", "\u00e6")
                        .map(vert -> lukket("Host: " + vert, med(linje, "Host: " + vert + "\r\n"), Utfall.HTTP)));
    }

    static Stream<Ugyldig> headere() {
        return Stream.of(
                lukket("no colon", get(VIRKSOMHET, "Tull"), Utfall.HTTP),
                lukket("no name", get(VIRKSOMHET, ": x"), Utfall.HTTP),
                lukket("a space first", get(VIRKSOMHET, " X: y"), Utfall.HTTP),
                lukket("a folded value", get(VIRKSOMHET, "X: y", "  z"), Utfall.HTTP),
                lukket("a folded token", uten(VIRKSOMHET, bearer().replace("Bearer ", "Bearer\r\n\t")), Utfall.HTTP),
                lukket("a space before the colon", get(VIRKSOMHET, "X : y"), Utfall.HTTP),
                lukket("a tab before the colon", get(VIRKSOMHET, "X\t: y"), Utfall.HTTP),
                lukket("a NUL in the name", get(VIRKSOMHET, "X\u0000: y"), Utfall.HTTP),
                lukket("a parenthesis in the name", get(VIRKSOMHET, "X(: y"), Utfall.HTTP),
                lukket("a name that is not ASCII", get(VIRKSOMHET, "\u00e6: y"), Utfall.HTTP),
                lukket("a NUL in the value", get(VIRKSOMHET, "X: a\u0000b"), Utfall.HTTP),
                lukket("a control character in the value", get(VIRKSOMHET, "X: a\u0001b"), Utfall.HTTP),
                lukket("a DEL in the value", get(VIRKSOMHET, "X: a\u007fb"), Utfall.HTTP),
                lukket("a CR in the value", get(VIRKSOMHET, "X: a\rb"), Utfall.HTTP),
                lukket("an LF in the value", get(VIRKSOMHET, "X: a\nb"), Utfall.HTTP),
                iTakt("a value that is not ASCII", get(VIRKSOMHET, "X: \u00c3\u00a6\u00ff"), Utfall.GODT),
                iTakt("12 KB in one header", get(VIRKSOMHET, "X: " + "x".repeat(12_000)), Utfall.GODT),
                lukket("16 KiB in one header", get(VIRKSOMHET, "X: " + "x".repeat(16_384)), Utfall.HEADERE),
                lukket("100 KB in one header", get(VIRKSOMHET, "X: " + "x".repeat(100_000)), Utfall.HEADERE),
                lukket("a name of 16 KiB", get(VIRKSOMHET, "X".repeat(16_384) + ": y"), Utfall.HEADERE),
                iTakt("1,500 headers", get(VIRKSOMHET, gjentatt(1500, "X: y")), Utfall.GODT),
                lukket("3,000 headers", get(VIRKSOMHET, gjentatt(3000, "X: y")), Utfall.HEADERE),
                lukket(
                        "headers over the limit on an unknown path",
                        get("/tull", gjentatt(3000, "X: y")),
                        Utfall.HEADERE));
    }

    static String[] gjentatt(int antall, String header) {
        return Collections.nCopies(antall, header).toArray(String[]::new);
    }

    /** Bodies that end where they say: nobody looks at them, and what follows them is the next request. */
    static Stream<Ugyldig> kropper() {
        String fem = "Content-Length: 5";
        return Stream.of(
                iTakt("a body on GET", get(VIRKSOMHET, fem) + "hallo", Utfall.GODT),
                iTakt(
                        "a body that is a request",
                        get(VIRKSOMHET, "Content-Length: 18") + "GET /a HTTP/1.1\r\n\r",
                        Utfall.GODT),
                iTakt("a body of 100 KB", get(VIRKSOMHET, "Content-Length: 100000") + "x".repeat(100_000), Utfall.GODT),
                iTakt("a length with zeros first", get(VIRKSOMHET, "Content-Length: 0000005") + "hallo", Utfall.GODT),
                iTakt("a body in chunks", get(VIRKSOMHET, CHUNKED) + "5\r\nhallo\r\n0\r\n\r\n", Utfall.GODT),
                iTakt(
                        "CHUNKED",
                        get(VIRKSOMHET, "Transfer-Encoding: CHUNKED") + "5\r\nhallo\r\n0\r\n\r\n",
                        Utfall.GODT),
                iTakt(
                        "a trailer",
                        get(VIRKSOMHET, CHUNKED) + "5\r\nhallo\r\n0\r\nAuthorization: x\r\n\r\n",
                        Utfall.GODT),
                iTakt("a chunk extension", get(VIRKSOMHET, CHUNKED) + "5;a=b\r\nhallo\r\n0\r\n\r\n", Utfall.GODT),
                iTakt("a body on the file", get(FIL, fem, "Range: bytes=0-0") + "hallo", Utfall.DEL),
                iTakt("a body on HEAD", linje("HEAD " + VIRKSOMHET + " HTTP/1.1", fem) + "hallo", Utfall.GODT),
                iTakt("a body without token", uten(VIRKSOMHET, fem) + "hallo", Utfall.UTEN_TOKEN),
                iTakt("a body on an unknown path", get("/tull", fem) + "hallo", Utfall.STI),
                iTakt("a body on a URI that cannot be read", get("/api//x", fem) + "hallo", Utfall.URI),
                iTakt("a body on a URI that Jetty refuses", get("/api/%2F", fem) + "hallo", Utfall.URI),
                iTakt("a body on /helse", get("/helse/klar", fem) + "hallo", Utfall.GODT),
                iTakt(
                        "chunks on POST",
                        linje("POST " + FIL + " HTTP/1.1", CHUNKED) + "1\r\nx\r\n0\r\n\r\n",
                        Utfall.METODE),
                lukket(
                        "Expect: 100-continue, and no body yet",
                        get(VIRKSOMHET, fem, "Expect: 100-continue"),
                        Utfall.GODT),
                lukket("another Expect", get(VIRKSOMHET, "Expect: 200-ok"), Utfall.EXPECT),
                iTakt(
                        "an upgrade to HTTP/2",
                        get(
                                VIRKSOMHET,
                                "Connection: Upgrade, HTTP2-Settings",
                                "Upgrade: h2c",
                                "HTTP2-Settings: AAMAAABkAAQAAP__"),
                        Utfall.GODT),
                iTakt(
                        "an upgrade to WebSocket",
                        get(VIRKSOMHET, "Connection: Upgrade", "Upgrade: websocket"),
                        Utfall.GODT));
    }

    /** Bodies of which nobody can tell where they end. Jetty answers what it has read, or refuses; it never reads on. */
    static Stream<Ugyldig> rammer() {
        Stream<Ugyldig> lengder = Stream.of(
                        "-1",
                        "+1",
                        "abc",
                        "1.0",
                        "0x1",
                        "",
                        "5 5",
                        "5,5",
                        "5;",
                        "99999999999999999999",
                        "9223372036854775808",
                        "\u00b2")
                .map(lengde -> lukket(
                        "Content-Length: " + lengde,
                        get(VIRKSOMHET, "Content-Length: " + lengde) + "hallo",
                        Utfall.HTTP));
        Stream<Ugyldig> kodinger = Stream.of(
                        "gzip",
                        "identity",
                        "chunked, gzip",
                        "chunked, chunked",
                        "xchunked",
                        "",
                        "chunked;q=1",
                        "\"chunked\"")
                .map(koding -> lukket(
                        "Transfer-Encoding: " + koding,
                        get(VIRKSOMHET, "Transfer-Encoding: " + koding) + "5\r\nhallo\r\n0\r\n\r\n",
                        Utfall.HTTP));
        Stream<Ugyldig> dobbelt = Stream.of(
                        List.of("Content-Length: 5", "Content-Length: 5"),
                        List.of("Content-Length: 5", "Content-Length: 6"),
                        List.of("Content-Length: 5", CHUNKED),
                        List.of(CHUNKED, "Content-Length: 5"),
                        List.of(CHUNKED, CHUNKED))
                .map(to -> lukket(
                        String.join(" and ", to),
                        get(VIRKSOMHET, to.toArray(String[]::new)) + "5\r\nhallo\r\n0\r\n\r\n",
                        Utfall.HTTP));
        Stream<Ugyldig> biter = Stream.of(
                        "zz\r\nhallo",
                        "-5\r\nhallo",
                        "0x5\r\nhallo",
                        "\r\nhallo",
                        "3\r\nhallo",
                        "FFFFFFFFFFFFFFFFFF\r\nhallo",
                        "7fffffff\r\nhallo",
                        "5\nhallo",
                        "5;a\nhallo")
                .map(bit -> lukket(
                        "chunk " + bit.replaceAll("\\s+", " "),
                        get(VIRKSOMHET, CHUNKED) + bit + "\r\n0\r\n\r\n",
                        Utfall.GODT));
        Stream<Ugyldig> resten = Stream.of(
                lukket(
                        "chunks in HTTP/1.0",
                        linje("GET " + VIRKSOMHET + " HTTP/1.0", CHUNKED) + "0\r\n\r\n",
                        Utfall.GODT),
                lukket("a trailer without colon", get(VIRKSOMHET, CHUNKED) + "0\r\ntull\r\n\r\n", Utfall.GODT),
                lukket(
                        "a body of 8 EiB",
                        get(VIRKSOMHET, "Content-Length: 9223372036854775807") + "hallo",
                        Utfall.GODT));
        return Stream.of(lengder, kodinger, dobbelt, biter, resten).flatMap(rader -> rader);
    }
}
