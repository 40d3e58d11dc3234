package no.rrh.http.sikkerhet;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static no.rrh.http.sikkerhet.Angrep.med;
import static no.rrh.http.sikkerhet.Angrep.raatt;
import static no.rrh.http.sikkerhet.Tokensmed.tekst;

import java.util.Base64;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.rrh.http.sikkerhet.Avvist.Grunn;

/** Attacks on the header field, the compact serialisation and the JSON. */
final class AngrepPaaFormen {
    private static final String BASE64URL = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    private final long naa;
    private final String token;

    AngrepPaaFormen(long naa) {
        this.naa = naa;
        this.token = smed().token();
    }

    private Tokensmed smed() {
        return new Tokensmed(naa);
    }

    Stream<Angrep> alle() {
        return Stream.of(hodefelt(), tegn(), base64url(), json()).flatMap(angrep -> angrep);
    }

    private Stream<Angrep> hodefelt() {
        Grunn grunn = Grunn.AUTHORIZATION;
        String god = "Bearer " + token;
        return Stream.of(
                raatt("two headers, both good", grunn, god, god),
                raatt("two headers, the second bad", grunn, god, "Bearer x"),
                raatt("two headers, the first bad", grunn, "Basic eDp5", god),
                raatt("two headers, the second empty", grunn, god, ""),
                raatt("empty header", grunn, ""),
                raatt("scheme alone", grunn, "Bearer"),
                raatt("empty bearer", grunn, "Bearer "),
                raatt("token without scheme", grunn, token),
                raatt("Basic with a token", grunn, "Basic " + token),
                raatt("Basic", grunn, "Basic eDp5"),
                raatt("DPoP", grunn, "DPoP " + token),
                raatt("Negotiate", grunn, "Negotiate " + token),
                raatt("two spaces", grunn, "Bearer  " + token),
                raatt("tab for a space", grunn, "Bearer\t" + token),
                raatt("no-break space for a space", grunn, "Bearer\u00a0" + token),
                raatt("no space", grunn, "Bearer" + token),
                raatt("colon", grunn, "Bearer: " + token),
                raatt("longer scheme", grunn, "Bearers " + token),
                raatt("space before the scheme", grunn, " " + god),
                raatt("space after the token", grunn, god + " "),
                raatt("line break after the token", grunn, god + "\n"),
                raatt("CR LF and a second header after the token", grunn, god + "\r\nX-Admin: 1"),
                raatt("NUL after the token", grunn, god + "\u0000"),
                raatt("quoted token", grunn, "Bearer \"" + token + "\""),
                raatt("two tokens after a space", grunn, god + " " + token),
                raatt("two tokens after a comma", grunn, god + "," + token),
                raatt("two credentials joined by a comma", grunn, god + ", " + god),
                raatt("8 KiB and one byte", grunn, medLengde(8193)),
                raatt("a megabyte", grunn, "Bearer " + "a".repeat(1_000_000)));
    }

    /** A good header value so padded that it has exactly the length; base64url skips some lengths of one part. */
    String medLengde(int lengde) {
        return IntStream.range(0, 3 * 8192)
                .mapToObj(nr -> smed().raattHode(smed().hodeJson() + " ".repeat(nr % 3))
                        .krav("fyll", tekst("x".repeat(nr / 3))))
                .filter(smed -> smed.lengde() == lengde)
                .findFirst()
                .orElseThrow()
                .bearer();
    }

    private Stream<Angrep> tegn() {
        Grunn grunn = Grunn.AUTHORIZATION;
        String[] deler = token.split("\\.");
        String utenSignatur = deler[0] + "." + deler[1];
        return Stream.of(
                raatt("two parts", grunn, "Bearer " + utenSignatur),
                raatt("one part", grunn, "Bearer " + deler[0]),
                raatt("empty signature", grunn, "Bearer " + utenSignatur + "."),
                raatt("empty header part", grunn, "Bearer ." + deler[1] + "." + deler[2]),
                raatt("empty payload part", grunn, "Bearer " + deler[0] + ".." + deler[2]),
                raatt("only dots", grunn, "Bearer .."),
                raatt("four parts", grunn, "Bearer " + token + ".AA"),
                raatt("JWE of five parts", grunn, "Bearer " + token + ".AA.AA"),
                raatt("JWE with zip", grunn, "Bearer " + jwe("{\"alg\":\"dir\",\"enc\":\"A128GCM\",\"zip\":\"DEF\"}")),
                raatt("JWE with PBES2", grunn, "Bearer " + jwe("{\"alg\":\"PBES2-HS256+A128KW\",\"p2c\":2147483647}")),
                raatt("JSON serialisation", grunn, "Bearer {\"payload\":\"" + deler[1] + "\"}"),
                raatt("padding ==", grunn, "Bearer " + token + "=="),
                raatt("padding =", grunn, "Bearer " + token + "="),
                raatt("padding in the header part", grunn, "Bearer " + deler[0] + "==." + deler[1] + "." + deler[2]),
                raatt("!! in the signature", grunn, "Bearer " + token + "!!"),
                raatt("* in the signature", grunn, "Bearer " + token.substring(0, token.length() - 1) + "*"),
                raatt("+ of the other alphabet", grunn, "Bearer " + medTegn('+')),
                raatt("/ of the other alphabet", grunn, "Bearer " + medTegn('/')),
                raatt("% encoding", grunn, "Bearer " + token.replaceFirst("\\.", "%2E")),
                raatt("space in the middle", grunn, "Bearer " + deler[0] + ". " + deler[1] + "." + deler[2]),
                raatt(
                        "line break in the signature",
                        grunn,
                        "Bearer " + token.substring(0, token.length() - 4) + "\nAAA"),
                raatt("full-width letter", grunn, "Bearer " + medTegn('\uff21')),
                raatt("Cyrillic letter", grunn, "Bearer " + medTegn('\u0430')),
                raatt("Arabic digit", grunn, "Bearer " + medTegn('\u0661')),
                raatt("zero-width space", grunn, "Bearer " + token + "\u200b"),
                raatt("byte order mark", grunn, "Bearer \ufeff" + token),
                raatt("lone surrogate", grunn, "Bearer " + medTegn('\ud800')),
                raatt("full stop of another script", grunn, "Bearer " + token.replaceFirst("\\.", "\u3002")));
    }

    private static String jwe(String hode) {
        return Tokensmed.base64(hode.getBytes(ISO_8859_1)) + ".AA.AA.AA.AA";
    }

    private String medTegn(char tegn) {
        return token.substring(0, token.length() - 8) + tegn + token.substring(token.length() - 7);
    }

    private Stream<Angrep> base64url() {
        Grunn grunn = Grunn.BASE64URL;
        String[] deler = token.split("\\.");
        String medSlakkIHodet = smed().raattHode(slakk(smed().hodeJson())).token();
        String medSlakkIKravene = smed().raaeKrav(slakk(smed().kravJson())).token();
        return Stream.of(
                raatt("non-canonical signature", grunn, "Bearer " + deler[0] + "." + deler[1] + "." + vri(deler[2])),
                raatt("non-canonical header", grunn, "Bearer " + vriDel(medSlakkIHodet, 0)),
                raatt("non-canonical payload", grunn, "Bearer " + vriDel(medSlakkIKravene, 1)),
                raatt("signature one character longer", grunn, "Bearer " + tilEnRest(token)),
                raatt("signature of one character", grunn, "Bearer " + deler[0] + "." + deler[1] + ".A"),
                raatt("payload of one character", grunn, "Bearer " + deler[0] + ".A." + deler[2]));
    }

    /** Pads with blanks until the last character has bits to spare. */
    private static String slakk(String json) {
        return json.getBytes(ISO_8859_1).length % 3 == 0 ? json + " " : json;
    }

    private static String vriDel(String token, int nr) {
        String[] deler = token.split("\\.");
        deler[nr] = vri(deler[nr]);
        return String.join(".", deler);
    }

    /** Another last character that the lenient decoder of Java reads as the same bytes. */
    private static String vri(String del) {
        int siste = BASE64URL.indexOf(del.charAt(del.length() - 1));
        String vridd = del.substring(0, del.length() - 1) + BASE64URL.charAt(siste + 1);
        if (!java.util.Arrays.equals(
                Base64.getUrlDecoder().decode(vridd), Base64.getUrlDecoder().decode(del))) {
            throw new IllegalStateException("the twist changed the content");
        }
        return vridd;
    }

    private static String tilEnRest(String token) {
        String signatur = token.substring(token.lastIndexOf('.') + 1);
        return token + "A".repeat((5 - signatur.length() % 4) % 4);
    }

    private Stream<Angrep> json() {
        String hode = smed().hodeJson();
        String krav = smed().kravJson();
        return Stream.concat(
                raaJson(hode).map(raa -> med("header: " + raa.navn, Grunn.JSON, smed().raattHode(raa.bytes))),
                raaJson(krav).map(raa -> med("payload: " + raa.navn, Grunn.JSON, smed().raaeKrav(raa.bytes))));
    }

    private static Stream<Raa> raaJson(String god) {
        String aapen = god.substring(0, god.length() - 1);
        return Stream.of(
                new Raa("array", "[" + god + "]"),
                new Raa("string", "\"x\""),
                new Raa("number", "1"),
                new Raa("null", "null"),
                new Raa("blank", " "),
                new Raa("cut off", aapen),
                new Raa("not JSON", "\u0000\u0001"),
                new Raa("something after it", god + "x"),
                new Raa("two objects", god + "{}"),
                new Raa("duplicate of what is there", aapen + "," + god.substring(1)),
                new Raa(
                        "duplicate name through an escape",
                        "{\"\\u0061lg\":\"none\",\"\\u0069ss\":\"x\"," + god.substring(1)),
                new Raa("duplicate within an object", aapen + ",\"x\":{\"a\":1,\"a\":2}}"),
                new Raa("trailing comma", aapen + ",}"),
                new Raa("double comma", aapen + ",,\"x\":1}"),
                new Raa("comment", god + "/* x */"),
                new Raa("single quotes", aapen + ",'x':1}"),
                new Raa("name without quotes", aapen + ",x:1}"),
                new Raa("NaN", aapen + ",\"x\":NaN}"),
                new Raa("Infinity", aapen + ",\"x\":-Infinity}"),
                new Raa("leading zero", aapen + ",\"x\":01}"),
                new Raa("hexadecimal number", aapen + ",\"x\":0x10}"),
                new Raa("number of 21 digits", aapen + ",\"x\":" + "9".repeat(21) + "}"),
                new Raa("number of 4000 digits", aapen + ",\"x\":" + "9".repeat(4000) + "}"),
                new Raa("fraction of 4000 digits", aapen + ",\"x\":0." + "9".repeat(4000) + "}"),
                new Raa("eleven deep", aapen + ",\"x\":" + "[".repeat(10) + "]".repeat(10) + "}"),
                new Raa("2000 deep", aapen + ",\"x\":" + "[".repeat(2000) + "]".repeat(2000) + "}"),
                new Raa("2000 objects deep and open", aapen + ",\"x\":" + "{\"\":".repeat(1000)),
                new Raa("control character in a text", aapen + ",\"x\":\"\n\"}"),
                new Raa("not UTF-8", (aapen + ",\"x\":\"\u00e5\"}").getBytes(ISO_8859_1)),
                new Raa("overlong UTF-8", (aapen + ",\"x\":\"\u00c0\u00af\"}").getBytes(ISO_8859_1)),
                new Raa("UTF-16", god.getBytes(UTF_16)),
                new Raa("byte order mark", "\ufeff" + god));
    }

    private record Raa(String navn, byte[] bytes) {
        Raa(String navn, String tekst) {
            this(navn, tekst.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
