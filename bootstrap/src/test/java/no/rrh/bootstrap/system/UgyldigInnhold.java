package no.rrh.bootstrap.system;

import static no.rrh.bootstrap.system.Ugyldig.FIL;
import static no.rrh.bootstrap.system.Ugyldig.VIRKSOMHET;
import static no.rrh.bootstrap.system.Ugyldig.get;
import static no.rrh.bootstrap.system.Ugyldig.iTakt;
import static no.rrh.bootstrap.system.Ugyldig.linje;
import static no.rrh.bootstrap.system.Ugyldig.lukket;
import static no.rrh.bootstrap.system.Ugyldig.uten;

import java.util.Arrays;
import java.util.Collections;
import java.util.stream.Stream;
import no.rrh.bootstrap.system.Ugyldig.Utfall;

/** What the contract has a word about: the method, the URI, the number, the token, and the headers that are read. */
final class UgyldigInnhold {
    private static final String V1 = "application/vnd.brreg.reelle.virksomheter.v1+json";

    private UgyldigInnhold() {}

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

    private static Stream<Ugyldig> nummer(Utfall utfall, String... numre) {
        return Arrays.stream(numre)
                .map(nummer -> iTakt("number " + nummer, get("/api/virksomheter/" + nummer), utfall));
    }

    static Stream<Ugyldig> numre() {
        return Stream.of(
                        nummer(
                                Utfall.SIFRE,
                                "31351340",
                                "3135134080",
                                "0313513408",
                                "abcdefghi",
                                "null",
                                "NaN",
                                "1e9",
                                "0x12B012B0",
                                "-13513408",
                                "+313513408",
                                "313513408+",
                                "3135134.8",
                                "313513408.0",
                                "NO313513408",
                                "%20313513408",
                                "313513408%20",
                                "313%20513%20408",
                                "%E2%80%8B313513408",
                                "313513408%C2%A0",
                                "%EF%BB%BF313513408",
                                "%F0%9F%98%80",
                                "%D9%A3%D9%A1%D9%A3%D9%A5%D9%A1%D9%A3%D9%A4%D9%A0%D9%A8",
                                "%EF%BC%93%EF%BC%91%EF%BC%93%EF%BC%95%EF%BC%91%EF%BC%93%EF%BC%94%EF%BC%90%EF%BC%98",
                                "%22313513408%22",
                                "'",
                                "1'%20or%20'1'='1",
                                "%27;%20DROP".replace(";", ""),
                                "%27%20OR%201=1--",
                                "%3Cscript%3Ealert(1)",
                                "$%7Bjndi:ldap:x%7D",
                                "%7B%7D",
                                "~",
                                "@",
                                "*",
                                "!",
                                "a:b",
                                "a=b",
                                "a&b",
                                "a,b",
                                "...",
                                "JSON",
                                "json.",
                                "json%2e",
                                ".json",
                                "json%20",
                                // a path has one spelling: what need not be encoded is not the word that it encodes
                                "%6Ason"),
                        nummer(Utfall.KONTROLLSIFFER, "313513409", "123456789", "310000050"),
                        nummer(Utfall.UREGISTRERT, "974760673", "000000000", "999999999"),
                        nummer(Utfall.GODT, "%33%31%33%35%31%33%34%30%38"),
                        nummer(Utfall.STI, "", "313513408/", "313513408/json", "json/313513408", "json/"))
                .flatMap(rader -> rader);
    }

    private static Stream<Ugyldig> mot(Utfall utfall, String... uri) {
        return Arrays.stream(uri).map(maal -> iTakt("URI " + kort(maal), get(maal), utfall));
    }

    private static String kort(String tekst) {
        String synlig = tekst.replace("\t", "<TAB>");
        return synlig.length() <= 60 ? synlig : synlig.substring(0, 40) + "… of " + tekst.length();
    }

    static Stream<Ugyldig> urier() {
        return Stream.of(
                        mot(
                                Utfall.URI,
                                "//",
                                "///",
                                "/api//virksomheter/313513408",
                                "//api/virksomheter/313513408",
                                VIRKSOMHET + "//",
                                "/.",
                                "/api/.",
                                "/api/..",
                                "/api/./virksomheter/1",
                                "/api/../etc/passwd",
                                VIRKSOMHET + "/..",
                                "/api/virksomheter/..",
                                "/api/virksomheter/.",
                                "/api/virksomheter/%2e",
                                "/api/virksomheter/%2e%2E/json",
                                "/api/virksomheter/.%2e",
                                "/..%2f",
                                "/api/virksomheter/..%2fjson",
                                "/api%2Fvirksomheter/1",
                                "/api/virksomheter%2f313513408",
                                "/api/virksomheter/%2F",
                                VIRKSOMHET + ";",
                                VIRKSOMHET + ";jsessionid=1",
                                "/api;x/virksomheter/1",
                                "/api/virksomheter/;",
                                FIL + ";x=1",
                                VIRKSOMHET + "%3B",
                                "/helse/klar;x",
                                "/helse//klar",
                                "/helse/./klar",
                                "/helse/live/../klar",
                                VIRKSOMHET + "\\",
                                "/api/virksomheter/%5C",
                                "/api\\virksomheter",
                                "/api/virksomheter/%09313513408",
                                "/api/virksomheter/313513408%0A",
                                "/api/virksomheter/a%0d%0aX:%20y",
                                "/api/virksomheter/%7F",
                                "/api/virksomheter/%1f",
                                "/api/virksomheter/%25",
                                "/api/virksomheter/%2525",
                                "/api/virksomheter/%2531",
                                "/api/virksomheter/%252e%252e",
                                "/api/virksomheter/%25252F",
                                "/api/virksomheter/%253Cscript%253E",
                                "/api/virksomheter/%C0%AF",
                                "/api/virksomheter/%C0%AE",
                                "/api/virksomheter/%E0%80%AF",
                                "/api/virksomheter/%FF",
                                "/api/virksomheter/%ED%A0%80",
                                "/api/virksomheter/%F4%90%80%80",
                                "/api/virksomheter/%u0031",
                                "/api/virksomheter/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
                                "/api/virksomheter/<script>",
                                "/api/virksomheter/{organisasjonsnummer}",
                                "/api/virksomheter/[",
                                "/api/virksomheter/|",
                                "/api/virksomheter/^",
                                "/api/virksomheter/`",
                                "/api/virksomheter/\"",
                                "/api/virksomheter/\u00e6",
                                "/api/virksomheter/\u00c3\u00a6",
                                "/api/virksomheter/\u0080",
                                "/api/virksomheter/\u00ef\u00bc\u0093\u00ef\u00bc\u0091",
                                VIRKSOMHET + "#",
                                VIRKSOMHET + "#x",
                                FIL + "#x",
                                "/api/virksomheter/#",
                                "#",
                                "?",
                                "?x",
                                VIRKSOMHET + "?x=%zz",
                                VIRKSOMHET + "?%",
                                VIRKSOMHET + "?x=%4",
                                FIL + "?x=%zz",
                                "/tull?x=%zz",
                                "/helse/klar?x=%zz",
                                "/helse/live?%"),
                        Stream.of("api", "x", "\\api", "api/virksomheter/313513408")
                                .map(uri -> lukket("URI " + uri, get(uri), Utfall.URI)),
                        // Jetty gives these up before it has a path
                        Stream.of(
                                        "/api/virksomheter/%00",
                                        "/api/virksomheter/313513408%00",
                                        "/%00/..",
                                        "/%",
                                        "/%zz",
                                        "/api/virksomheter/313513408%",
                                        "/api/virksomheter/%4",
                                        "/..",
                                        "/../",
                                        "/%2e%2e/",
                                        "/..;/",
                                        "/a\tb",
                                        VIRKSOMHET + "?x=a b")
                                .map(uri -> lukket("URI " + kort(uri), get(uri), Utfall.HTTP)),
                        mot(
                                Utfall.STI,
                                "/api",
                                "/api/",
                                "/api/virksomheter",
                                "/api/virksomheter?x",
                                "/API/virksomheter/313513408",
                                "/api/Virksomheter/313513408",
                                "/%61pi/virksomheter/313513408",
                                "/robots.txt",
                                "/.well-known/x",
                                "/HELSE/KLAR",
                                "/helse",
                                "/helse/%6blar",
                                "/maskinporten/%6Awk"),
                        mot(
                                Utfall.GODT,
                                VIRKSOMHET + "?",
                                VIRKSOMHET + "?x",
                                VIRKSOMHET + "??",
                                VIRKSOMHET + "?foedselsnummer=05910298382",
                                VIRKSOMHET + "?x=%00",
                                VIRKSOMHET + "?x=%FF",
                                VIRKSOMHET + "?;",
                                VIRKSOMHET + "?x=../..//",
                                VIRKSOMHET + "?" + "x".repeat(9000),
                                FIL + "?format=xml",
                                FIL + "?",
                                "/helse/klar?x"),
                        mot(Utfall.SIFRE, "/api/virksomheter/" + "1".repeat(2030)),
                        mot(
                                Utfall.LANG_URI,
                                "/api/virksomheter/" + "1".repeat(2031),
                                "/api/virksomheter/" + "1".repeat(8192 - 18),
                                "/" + "a".repeat(8191),
                                "/api/virksomheter/" + "%41".repeat(2000),
                                "/a".repeat(4096)),
                        Stream.of("/" + "a".repeat(16_384), VIRKSOMHET + "?" + "x".repeat(16_384))
                                .map(uri -> lukket("URI " + kort(uri), get(uri), Utfall.LANG_URI)))
                .flatMap(rader -> rader);
    }

    private static String[] gjentatt(int antall, String header) {
        return Collections.nCopies(antall, header).toArray(String[]::new);
    }

    private static Stream<Ugyldig> beggeMed(Utfall utfall, String... headere) {
        return Arrays.stream(headere)
                .flatMap(header -> Stream.of(VIRKSOMHET, FIL)
                        .map(sti -> iTakt(sti.substring(18) + " " + kort(header), get(sti, header), utfall)));
    }

    static Stream<Ugyldig> aksepter() {
        String a = "Accept: ";
        String json = a + "application/json";
        return Stream.of(
                        beggeMed(
                                Utfall.FORMAT,
                                a + "*",
                                a + "*/json",
                                a + "a/*/b",
                                a + "text/html",
                                a + "text/html, */*;q=0",
                                a + "*/*;q=0",
                                json + ";q=0",
                                json + ";q=0.000",
                                json + ";q=1.5",
                                json + ";q=-1",
                                json + ";q=",
                                json + ";q",
                                json + ";q=0.0001",
                                json + ";q=.5",
                                json + ";Q=0",
                                json + ";q=\"0.5\"",
                                json + ";q=0;q=1",
                                json + ";q=NaN",
                                json + ";q=99999999999999999999",
                                a + "application / json",
                                a + "application/ json",
                                a + "app\u00e6/json",
                                a + "\"application/json\"",
                                a + "text/html;x=\"a,application/json\"",
                                json + ";x=\"a,b\";q=0",
                                json + ";x=\"",
                                json + ";x=\"\\\", text/html",
                                json + ";x=\"a\"b",
                                json + ";=",
                                a + V1.replace("v1", "v2"),
                                a + V1.replace(".v1", ""),
                                a + "application/xml",
                                a + "tull",
                                a + "/",
                                a + "application/",
                                a + "/json",
                                a + "a/b/c",
                                a + ";;;",
                                json + " text/html",
                                json + "\ttext/html",
                                a + "application/*;q=0",
                                json + ";x=\"" + "\\\"".repeat(5000),
                                a + "text/html," + "a/b,".repeat(3000)),
                        beggeMed(
                                Utfall.GODT,
                                a,
                                a + ",",
                                a + ",,, ,",
                                a + "*/*",
                                a + "application/*",
                                json,
                                json + ";",
                                json + ";;",
                                json + ";q=1.",
                                json + ";q=0.001",
                                json + "; q = 0.5",
                                json + ";q=1,5",
                                json + ";q=0.5;q=0",
                                json + ";x=\"a;q=0\"",
                                json + ";x=\"a,b\"",
                                json + ";x=\"\\\",\", text/html",
                                json + ";version=1",
                                json + ";charset=tull",
                                a + V1 + ";charset=x",
                                a + "application/*;q=0, application/json",
                                a + "text/html, tull, application/json",
                                "aCCEPT: APPLICATION/JSON",
                                a + "a/b,".repeat(3000) + "application/json"),
                        Stream.of(VIRKSOMHET, FIL)
                                .flatMap(sti -> Stream.of(
                                        iTakt("1,000 Accepts", get(sti, gjentatt(1000, a + "a/b")), Utfall.FORMAT),
                                        iTakt(
                                                "a good Accept after a bad one",
                                                get(sti, a + "text/html", a + "application/json"),
                                                Utfall.GODT),
                                        lukket(
                                                "10,000 Accepts",
                                                get(sti, gjentatt(10_000, a + "a/b")),
                                                Utfall.HEADERE))))
                .flatMap(rader -> rader);
    }

    private static Stream<Ugyldig> paa(String sti, Utfall utfall, String... headere) {
        return Arrays.stream(headere)
                .map(header -> iTakt(sti.substring(18) + " " + kort(header), get(sti, header), utfall));
    }

    static Stream<Ugyldig> omraader() {
        String r = "Range: ";
        String mange = r + "bytes=" + "0-0,".repeat(3000) + "0-0";
        return Stream.of(
                        paa(
                                FIL,
                                Utfall.DEL,
                                r + "bytes=0-0",
                                r + "bytes=0-",
                                r + "bytes=-1",
                                r + "bytes= 0-0",
                                r + "bytes=0-99999999999"),
                        paa(FIL, Utfall.OMRAADE, r + "bytes=-0", r + "bytes=99999999-", r + "bytes=99999999-999999999"),
                        paa(
                                FIL,
                                Utfall.GODT,
                                r,
                                r + "bytes",
                                r + "bytes=",
                                r + "bytes=-",
                                r + "x=1-2",
                                r + "tull",
                                r + "bytes=1-0",
                                r + "bytes=99999999999999999999999-",
                                r + "bytes=-99999999999999999999",
                                r + "bytes=0-99999999999999999999",
                                r + "bytes=0-0,1-1",
                                mange,
                                r + "bytes=0x1-2",
                                r + "bytes=+1-2",
                                r + "bytes=1--2",
                                r + "bytes=--1",
                                r + "bytes =0-0",
                                r + "bytes=0 -0",
                                r + "bytes=0-0;q=1",
                                r + "bytes=0-0,",
                                r + "bytes=\u00d9\u00a1-",
                                r + "bytes=1.5-2",
                                r + "bytes=0-0\tx"),
                        paa(VIRKSOMHET, Utfall.GODT, r + "bytes=0-0", r + "bytes=99999999-", r + "tull", mange),
                        Stream.of(
                                iTakt("two Ranges", get(FIL, r + "bytes=0-0", r + "bytes=1-1"), Utfall.GODT),
                                iTakt(
                                        "a range on HEAD",
                                        "HEAD "
                                                + get(FIL, r + "bytes=99999999-")
                                                        .substring(4),
                                        Utfall.GODT)),
                        Stream.of(
                                        "",
                                        "tull",
                                        "\"x\"",
                                        "W/\"x\"",
                                        "*",
                                        "\"",
                                        "Mon, 99 Jan 2024 00:00:00 GMT",
                                        "x".repeat(9000))
                                .map(v -> iTakt(
                                        "If-Range: " + kort(v),
                                        get(FIL, r + "bytes=0-0", "If-Range: " + v),
                                        Utfall.GODT)))
                .flatMap(rader -> rader);
    }

    static Stream<Ugyldig> vilkaar() {
        String fortid = "Since: Mon, 01 Jan 2024 00:00:00 GMT";
        String framtid = "Since: Fri, 01 Jan 2038 00:00:00 GMT";
        String[] tullball = {
            "Since: ",
            "Since: tull",
            "Since: Mon, 99 Jan 2024 00:00:00 GMT",
            "Since: Fri, 30 Feb 2038 00:00:00 GMT",
            "Since: Mon, 01 Jan 2038 00:00:00 GMT",
            "Since: Fri, 01 Jan 2038 00:00:00 +0000",
            "Since: 2038-01-01T00:00:00Z",
            "Since: 9999999999",
            "Since: Fri, 01 Jan 2038 25:00:00 GMT",
            framtid + ", " + framtid.substring(7),
        };
        return Stream.of(
                        beggeMed(
                                Utfall.VILKAAR,
                                "If-Match: \"x\"",
                                "If-Match: W/\"x\"",
                                "If-Match: abc",
                                "If-Match: ",
                                "If-Match: \"",
                                "If-Match: " + "\"x\",".repeat(3000),
                                "If-Match: " + "x".repeat(9000)),
                        beggeMed(Utfall.GODT, "If-Match: *"),
                        beggeMed(
                                Utfall.GODT,
                                "If-None-Match: ",
                                "If-None-Match: abc",
                                "If-None-Match: \"",
                                "If-None-Match: W/*",
                                "If-None-Match: \"x",
                                "If-None-Match: " + "x".repeat(12_000),
                                "If-None-Match: " + "\"x\",".repeat(3000)),
                        beggeMed(Utfall.KJENT, "If-None-Match: *"),
                        beggeMed(
                                Utfall.GODT,
                                Arrays.stream(tullball)
                                        .map("If-Modified-"::concat)
                                        .toArray(String[]::new)),
                        beggeMed(
                                Utfall.GODT,
                                Arrays.stream(tullball)
                                        .map("If-Unmodified-"::concat)
                                        .toArray(String[]::new)),
                        paa(FIL, Utfall.VILKAAR, "If-Unmodified-" + fortid),
                        paa(FIL, Utfall.GODT, "If-Unmodified-" + framtid, "If-Modified-" + fortid),
                        paa(
                                FIL,
                                Utfall.KJENT,
                                "If-Modified-" + framtid,
                                "If-Modified-Since: Friday, 01-Jan-38 00:00:00 GMT",
                                "If-Modified-Since: Fri Jan  1 00:00:00 2038"),
                        // a look-up tells no time of change, and conditions on it are ignored
                        paa(VIRKSOMHET, Utfall.GODT, "If-Unmodified-" + fortid, "If-Modified-" + framtid),
                        Stream.of(
                                iTakt(
                                        "a tag before a time",
                                        get(FIL, "If-Match: *", "If-Unmodified-" + fortid),
                                        Utfall.GODT),
                                iTakt(
                                        "412 before 304",
                                        get(FIL, "If-Match: \"x\"", "If-None-Match: *"),
                                        Utfall.VILKAAR),
                                iTakt(
                                        "412 before 416",
                                        get(FIL, "If-Match: \"x\"", "Range: bytes=99999999-"),
                                        Utfall.VILKAAR),
                                iTakt(
                                        "304 before 416",
                                        get(FIL, "If-None-Match: *", "Range: bytes=99999999-"),
                                        Utfall.KJENT)))
                .flatMap(rader -> rader);
    }

    static Stream<Ugyldig> tokener() {
        String token = Felles.token(Felles.OFFENTLIG);
        String a = "Authorization: ";
        String b = a + "Bearer ";
        Stream<Ugyldig> daarlige = Stream.of(
                        a,
                        a + "Bearer",
                        b,
                        b + " ",
                        b + " " + token,
                        a + "Bearer\t" + token,
                        b + token + " x",
                        b + token + "," + token,
                        b + token + ", " + token,
                        b + token + "==",
                        b + "\"" + token + "\"",
                        b + token.substring(0, 50) + " " + token.substring(50),
                        b + "\u00ff",
                        b + "a".repeat(9000),
                        b + "..",
                        b + "a.b.c",
                        b + "eyJhbGciOiJub25lIn0.e30.",
                        a + token,
                        a + "Basic eDp5",
                        a + "DPoP " + token,
                        a + "BearerX " + token,
                        a + "Bearer:" + token,
                        a + "Bearer" + token,
                        a + "Bearer token=" + token)
                .map(header ->
                        iTakt("token " + kort(header.replace(token, "T")), uten(VIRKSOMHET, header), Utfall.TOKEN));
        return Stream.of(
                        daarlige,
                        Stream.of(
                                iTakt("two good tokens", uten(VIRKSOMHET, b + token, b + token), Utfall.TOKEN),
                                iTakt("a good token and an empty one", uten(FIL, b + token, a), Utfall.TOKEN),
                                iTakt(
                                        "bearer in small letters",
                                        uten(VIRKSOMHET, "authorization: bearer " + token),
                                        Utfall.GODT),
                                iTakt("spaces after the token", uten(VIRKSOMHET, b + token + "  "), Utfall.GODT),
                                iTakt(
                                        "the token in the query",
                                        uten(VIRKSOMHET + "?access_token=" + token),
                                        Utfall.UTEN_TOKEN),
                                iTakt(
                                        "the token in a cookie",
                                        uten(FIL, "Cookie: access_token=" + token),
                                        Utfall.UTEN_TOKEN),
                                iTakt("a token for a proxy", uten(FIL, "Proxy-" + b + token), Utfall.UTEN_TOKEN),
                                iTakt(
                                        "a scope for others",
                                        uten(FIL, b + Felles.token("brreg:reelle/media")),
                                        Utfall.SCOPE),
                                lukket(
                                        "a line break in the token",
                                        uten(FIL, b + token.substring(0, 9), " x"),
                                        Utfall.HTTP)))
                .flatMap(rader -> rader);
    }

    /** Headers that nobody asked for, and one whose nonsense is no error: the answer is as without them. */
    static Stream<Ugyldig> uvedkommende() {
        String spraak = "Accept-Language: ";
        return beggeMed(
                Utfall.GODT,
                spraak,
                spraak + "*",
                spraak + "tull;;;q=q",
                spraak + "en;q=2",
                spraak + "\u00ff",
                spraak + ",".repeat(5000),
                spraak + "en-" + "x".repeat(5000),
                spraak + "nb;q=0, nn;q=0, en;q=0",
                "X-HTTP-Method-Override: DELETE",
                "X-HTTP-Method: DELETE",
                "X-Original-URL: /helse/live",
                "X-Rewrite-URL: /tull",
                "Content-Type: ///",
                "Content-Encoding: tull",
                "Accept-Encoding: identity;q=0",
                "Accept-Encoding: tull;q=9",
                "Accept-Charset: utf-8;q=0",
                "Cookie: =;=; a=\"",
                "TE: tull",
                "Max-Forwards: 0",
                "Date: tull",
                "Forwarded: tull",
                "X-Forwarded-For: tull",
                "Via: ",
                "Trailer: Authorization",
                "Connection: ,,;tull",
                "Connection: Authorization",
                "Keep-Alive: timeout=-1",
                "Origin: null",
                "traceparent: tull",
                "X-Request-Id: " + "x".repeat(5000));
    }
}
