package no.rrh.http.kall;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpURI;

/** Paths, and what of them may be repeated or logged. A caller may put a fødselsnummer or a name anywhere in one. */
public final class Sti {
    /** No path of the API is nearly so long. */
    public static final int LENGSTE = 2048;

    /** What Jetty calls the path of a request whose own it could not read. */
    private static final String JETTYS_EGEN = "/badMessage";

    private static final int LENGST_I_SVAR = 200;
    private static final int SIFRE_SOM_KAN_VAERE_FOEDSELSNUMMER = 10;
    private static final int LAG_AV_KODING = 3;
    private static final int FLEST_LEDD_I_LOGGEN = 8;
    private static final int LENGSTE_NUMMER = 9;
    private static final Set<String> VAARE_ORD = Set.of(
            "",
            "api",
            "virksomheter",
            "json",
            "oppslag",
            "v1",
            "totalbestand",
            "endringslogg",
            "sekvensnummer",
            "kodelister",
            "openapi",
            "swagger-ui",
            "swagger-ui-bundle.js",
            "swagger-ui.css",
            "oppstart.js",
            "tillegg.css",
            "docs",
            "CHANGELOG.html",
            "feltbeskrivelser.html",
            "TESTDATA.html",
            "maskinporten.html",
            "stil.css",
            "ikon.svg",
            "innsyn",
            "innsyn.css",
            "dagre.min.js",
            "side.js",
            "api.js",
            "foelg.js",
            "modell.js",
            "ord.js",
            "oppsett.js",
            "linjer.js",
            "tegning.js",
            "tekst.js",
            "bygg.js",
            "spraak.js",
            "ordbok.js",
            "nedlasting.js",
            "lokalt-token",
            "openapi.yaml",
            "openapi.json",
            "openapi.zip",
            "helse",
            "live",
            "klar",
            "maskinporten",
            ".well-known",
            "oauth-authorization-server",
            "jwk",
            "token");
    private static final Pattern UVELKOMMEN =
            Pattern.compile("//|[;\\\\\\p{Cntrl}]|%(?![0-9A-Fa-f]{2})|%(2[Ff5]|5[Cc]|3[Bb]|[01][0-9A-Fa-f]|7[Ff])"
                    + "|(^|/)(\\.|%2[Ee]){1,2}(/|$)");
    private static final Pattern UVELKOMMEN_I_SPOERRING = Pattern.compile("%(?![0-9A-Fa-f]{2})|[\"<>\\p{Cc}\\p{Z}]");
    private static final Pattern UFULLSTENDIG_KODING = Pattern.compile("%(?![0-9A-Fa-f]{2})");

    private Sti() {}

    /**
     * Whether path and query can be read at all: percent-encoding that is whole, a path from the root without empty,
     * {@code .} or {@code ..} parts, encoded slashes, matrix parameters or control characters, and a query without quotes, angle
     * brackets, and blanks or control characters of any kind (those above ASCII too), on which Jersey breaks.
     */
    public static boolean kanLeses(String sti, String spoerring) {
        return sti != null
                && sti.startsWith("/")
                && (erBareOrd(sti) || !UVELKOMMEN.matcher(sti).find())
                && (spoerring == null
                        || !UVELKOMMEN_I_SPOERRING.matcher(spoerring).find());
    }

    /** Letters and digits between single slashes, as all paths of look-ups are: the expression need not be asked. */
    private static boolean erBareOrd(String sti) {
        char forrige = 0;
        for (int i = 0; i < sti.length(); i++) {
            char tegn = sti.charAt(i);
            boolean ord = tegn >= 'a' && tegn <= 'z' || tegn >= 'A' && tegn <= 'Z' || tegn >= '0' && tegn <= '9';
            if (!ord && (tegn != '/' || forrige == '/')) {
                return false;
            }
            forrige = tegn;
        }
        return true;
    }

    /** Whether it can be read at all, and nothing in it is what Jetty lets nobody see. One that Jetty never read can. */
    public static boolean kanLeses(HttpURI uri) {
        return JETTYS_EGEN.equals(uri.getPath()) || !uri.hasViolations() && kanLeses(uri.getPath(), uri.getQuery());
    }

    static String forSvar(String sti) {
        String avkodet = avkod(sti == null || sti.equals(JETTYS_EGEN) ? "" : sti);
        String maskert = kanVaereFoedselsnummer(avkodet) ? utenSifre(avkodet) : avkodet;
        return maskert.length() <= LENGST_I_SVAR ? maskert : maskert.substring(0, LENGST_I_SVAR) + "…";
    }

    static String forLogg(String sti) {
        String trygg = sti == null || sti.equals(JETTYS_EGEN) ? "" : sti;
        boolean medNummer = !kanVaereFoedselsnummer(trygg);
        StringJoiner logget = new StringJoiner("/");
        int antall = 0;
        for (String del : ledd(trygg)) {
            if (antall++ == FLEST_LEDD_I_LOGGEN) {
                break;
            }
            logget.add(VAARE_ORD.contains(del) || medNummer && erNummer(del) ? del : "-");
        }
        return logget.toString();
    }

    private static boolean erNummer(String del) {
        if (del.isEmpty() || del.length() > LENGSTE_NUMMER) {
            return false;
        }
        for (int i = 0; i < del.length(); i++) {
            if (del.charAt(i) < '0' || del.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static String[] ledd(String sti) {
        return sti.split("/", -1);
    }

    /** Over the whole path, since a number may be split between its parts. */
    private static boolean kanVaereFoedselsnummer(String sti) {
        int sifre = 0;
        for (String del : ledd(sti)) {
            if (!VAARE_ORD.contains(del)) {
                sifre += (int) del.codePoints().filter(Character::isDigit).count();
            }
        }
        return sifre >= SIFRE_SOM_KAN_VAERE_FOEDSELSNUMMER;
    }

    private static String utenSifre(String sti) {
        return sti.codePoints()
                .map(tegn -> Character.isDigit(tegn) ? '*' : tegn)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** Decoded until nothing is encoded any more, so that a number cannot hide behind a layer of encoding. */
    private static String avkod(String sti) {
        String forrige = sti;
        for (int lag = 0; lag < LAG_AV_KODING; lag++) {
            String neste = UFULLSTENDIG_KODING.matcher(forrige).find()
                    ? forrige
                    : URLDecoder.decode(forrige.replace("+", "%2B"), StandardCharsets.UTF_8);
            if (neste.equals(forrige)) {
                return neste;
            }
            forrige = neste;
        }
        return forrige;
    }
}
