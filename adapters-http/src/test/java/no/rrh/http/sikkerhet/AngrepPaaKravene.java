package no.rrh.http.sikkerhet;

import static no.rrh.http.sikkerhet.Angrep.med;
import static no.rrh.http.sikkerhet.Tokensmed.part;
import static no.rrh.http.sikkerhet.Tokensmed.tekst;

import java.util.stream.Stream;
import no.rrh.http.sikkerhet.Avvist.Grunn;

/** Claims that must not be let in, in tokens that are rightly signed. */
final class AngrepPaaKravene {
    private static final String EGEN = "https://rrh.example/api";
    private static final String ISO = "iso6523-actorid-upis";

    private final long naa;

    AngrepPaaKravene(long naa) {
        this.naa = naa;
    }

    private Tokensmed smed() {
        return new Tokensmed(naa);
    }

    private Angrep krav(Grunn grunn, String navn, Object raa) {
        String vist = raa.toString().length() > 60 ? raa.toString().substring(0, 60) + "…" : raa.toString();
        return med(navn + " " + vist, grunn, smed().krav(navn, raa));
    }

    private Stream<Angrep> alle(Grunn grunn, String navn, Object... raa) {
        return Stream.of(raa).map(verdi -> krav(grunn, navn, verdi));
    }

    Stream<Angrep> alle() {
        return Stream.of(iss(), exp(), iat(), nbf(), aud(), scope(), consumer(), supplier(), klient(), binding())
                .flatMap(angrep -> angrep);
    }

    private Stream<Angrep> iss() {
        return Stream.concat(
                Stream.of(med("no iss", Grunn.ISS, smed().uten("iss"))),
                alle(
                        Grunn.ISS,
                        "iss",
                        tekst("https://test.maskinporten.no"),
                        tekst("https://maskinporten.no/"),
                        tekst("http://test.maskinporten.no/"),
                        tekst("https://test.maskinporten.no//"),
                        tekst("https://test.maskinporten.no/x"),
                        tekst("https://test.maskinporten.no/ "),
                        tekst("https://TEST.maskinporten.no/"),
                        tekst("https://test.maskinporten.no:443/"),
                        tekst("https://test.maskinporten.no.example/"),
                        tekst("https://test.m\u0430skinporten.no/"),
                        tekst(""),
                        "null",
                        "1",
                        "[\"https://test.maskinporten.no/\"]"));
    }

    private Stream<Angrep> exp() {
        return Stream.concat(
                Stream.of(
                        med("no exp", Grunn.TID, smed().uten("exp")),
                        med(
                                "expired, skew used up",
                                Grunn.TID,
                                smed().krav("exp", naa - 10).krav("iat", naa - 130)),
                        med("expired long ago", Grunn.TID, smed().krav("exp", 1).krav("iat", 0)),
                        med("ended before it began", Grunn.TID, smed().krav("exp", naa - 1)),
                        med("ends as it begins", Grunn.TID, smed().krav("exp", naa))),
                alle(
                        Grunn.TID,
                        "exp",
                        naa + 7811,
                        naa + 8000,
                        naa + 10L * 365 * 86400,
                        (naa + 120) * 1000,
                        -1,
                        -naa,
                        0,
                        253402300800L,
                        Long.MAX_VALUE,
                        Long.MIN_VALUE,
                        "9223372036854775808",
                        "99999999999999999999",
                        "1e30",
                        "1e400",
                        "1E9999999",
                        "-1e400",
                        (naa + 120) + ".0",
                        (naa + 120) + ".5",
                        "1.796e9",
                        tekst("" + (naa + 120)),
                        tekst(""),
                        tekst("NaN"),
                        tekst("never"),
                        "null",
                        "true",
                        "[" + (naa + 120) + "]",
                        "{}"));
    }

    private Stream<Angrep> iat() {
        return Stream.concat(
                Stream.of(med("no iat", Grunn.TID, smed().uten("iat"))),
                alle(
                        Grunn.TID,
                        "iat",
                        naa + 11,
                        naa + 60,
                        naa - 7811,
                        naa * 1000,
                        0,
                        -1,
                        Long.MAX_VALUE,
                        Long.MIN_VALUE,
                        "1e9",
                        naa + ".5",
                        tekst("" + naa),
                        "null",
                        "[" + naa + "]"));
    }

    private Stream<Angrep> nbf() {
        return alle(
                Grunn.TID,
                "nbf",
                naa + 11,
                naa + 3600,
                Long.MAX_VALUE,
                -1,
                "1e400",
                naa + ".5",
                tekst("" + naa),
                "null",
                "[]");
    }

    private Stream<Angrep> aud() {
        return alle(
                Grunn.AUD,
                "aud",
                tekst("https://another.example/"),
                tekst(EGEN + "/"),
                tekst("x" + EGEN),
                tekst("Unspecified"),
                tekst("unspecified "),
                tekst(""),
                "null",
                "1",
                "true",
                "{}",
                "[]",
                "[\"https://another.example/\"]",
                "[\"unspecified\",\"https://another.example/\"]",
                "[\"" + EGEN + "\",1]",
                "[[\"" + EGEN + "\"]]");
    }

    private Stream<Angrep> scope() {
        String god = "brreg:reelle/offentlig";
        return Stream.concat(
                Stream.of(med("no scope", Grunn.SCOPE, smed().uten("scope"))),
                alle(
                        Grunn.SCOPE,
                        "scope",
                        "[\"" + god + "\"]",
                        "null",
                        "1",
                        "true",
                        "{\"" + god + "\":1}",
                        tekst("x\\t" + god),
                        tekst("x\\n" + god),
                        tekst("x\\r\\n" + god),
                        tekst("x\\u000b" + god),
                        tekst("x\\u0000 " + god),
                        tekst("x\\u00a0" + god),
                        tekst("x\\u2003" + god),
                        tekst("\\u200b" + god),
                        tekst("\\\"" + god + "\\\""),
                        tekst(god + "\\\\"),
                        tekst("brreg:reelle/offentli\u0261")));
    }

    private Stream<Angrep> consumer() {
        return Stream.concat(
                Stream.of(med("no consumer", Grunn.CONSUMER, smed().uten("consumer"))),
                parter(Grunn.CONSUMER, "consumer"));
    }

    private Stream<Angrep> supplier() {
        return parter(Grunn.SUPPLIER, "supplier");
    }

    private Stream<Angrep> parter(Grunn grunn, String navn) {
        return alle(
                grunn,
                navn,
                "null",
                tekst("0192:910753614"),
                tekst("910753614"),
                "910753614",
                "{}",
                "[" + Tokensmed.CONSUMER + "]",
                "{\"authority\":\"" + ISO + "\"}",
                "{\"ID\":\"0192:910753614\"}",
                "{\"authority\":\"" + ISO + "\",\"ID\":910753614}",
                "{\"authority\":\"" + ISO + "\",\"ID\":null}",
                "{\"authority\":[\"" + ISO + "\"],\"ID\":\"0192:910753614\"}",
                "{\"authority\":\"" + ISO + "\",\"id\":\"0192:910753614\"}",
                part("ISO6523-actorid-upis", "0192:910753614"),
                part("iso6523-actorid", "0192:910753614"),
                part("", "0192:910753614"),
                part(ISO, "910753614"),
                part(ISO, "0192:"),
                part(ISO, "0192:910753615"),
                part(ISO, "0192:91075361"),
                part(ISO, "0192:9107536140"),
                part(ISO, "0192: 910753614"),
                part(ISO, "0192:910753614 "),
                part(ISO, " 0192:910753614"),
                part(ISO, "0192:910753614\\n"),
                part(ISO, "0192:910 753 614"),
                part(ISO, "0192:910753614:991825827"),
                part(ISO, "0192:NO910753614"),
                part(ISO, "0192:\u0669\u0661\u0660\u0667\u0665\u0663\u0666\u0661\u0664"),
                part(ISO, "0007:910753614"),
                part(ISO, "9908:910753614"),
                part(ISO, "192:910753614"));
    }

    private Stream<Angrep> klient() {
        return Stream.concat(
                Stream.of(med("no client_id", Grunn.CLIENT_ID, smed().uten("client_id"))),
                alle(
                        Grunn.CLIENT_ID,
                        "client_id",
                        tekst(""),
                        tekst("x".repeat(257)),
                        tekst("x\\nINFO a forged line of log"),
                        tekst("x\\u001b[2J"),
                        tekst("\u00e5"),
                        "null",
                        "1",
                        "[\"x\"]"));
    }

    private Stream<Angrep> binding() {
        return Stream.concat(
                alle(Grunn.BUNDET, "cnf", "{\"jkt\":\"x\"}", "{\"x5t#S256\":\"x\"}", "null"),
                alle(Grunn.BUNDET, "token_type", tekst("DPoP"), tekst("N_A"), tekst(""), "null", "1"));
    }
}
