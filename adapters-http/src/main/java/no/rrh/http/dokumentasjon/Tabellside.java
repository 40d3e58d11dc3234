package no.rrh.http.dokumentasjon;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The page of the test data, from the two tables that tell what it shows. */
final class Tabellside {
    private static final String VIRKSOMHETER = "/no/rrh/http/testdata.tsv";
    private static final String PERSONER = "/no/rrh/http/testpersoner.tsv";

    private Tabellside() {}

    static Dokument testdata() {
        return Sidemal.side("Testdata", """
                <p>En ny datamappe i miljøet <code>lokal</code> fylles med disse virksomhetene. De ti første er registerets egne
                fra testmiljøet; resten viser det de ti ikke viser. Alle personer er syntetiske, og numrene deres finnes ikke i
                Folkeregisteret: fødselsmåneden er lagt 80 til.</p>
                <h2>Virksomheter</h2>
                %s
                <h2>Personer å søke på</h2>
                <p>Søk med <code>GET /api/oppslag/v1/virksomheter?foedselsnummer=…</code>. Også virksomheter der personen har
                vært reell rettighetshaver, blir funnet.</p>
                %s
                """.formatted(
                        tabell(VIRKSOMHETER, "Organisasjonsnummer", "Hva den viser"),
                        tabell(PERSONER, "Fødselsnummer eller D-nummer", "Hvem det er")));
    }

    private static String tabell(String fil, String nummer, String tekst) {
        return rader(fil).stream()
                .map(rad -> "<tr><td><code>" + rad[0] + "</code></td><td>" + Sidemal.tekst(rad[1]) + "</td></tr>")
                .collect(Collectors.joining(
                        "\n",
                        "<table>\n<thead><tr><th scope=\"col\">" + nummer + "</th><th scope=\"col\">" + tekst
                                + "</th></tr></thead>\n<tbody>\n",
                        "\n</tbody>\n</table>"));
    }

    private static List<String[]> rader(String fil) {
        return new String(Dokument.les(fil), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .map(linje -> linje.split("\t", 2))
                .toList();
    }
}
