package no.rrh.http.dokumentasjon;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.rrh.http.representasjon.Kodenavn;
import no.rrh.http.representasjon.Spraak;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/** The page of fields, made of the schemas of the OpenAPI file, so that the two never say different things. */
final class Feltbeskrivelser {
    private static final String YTTERST = "RegistreringspliktigVirksomhet";
    private static final String REF = "#/components/schemas/";

    private final Map<String, Map<String, Object>> skjemaer;

    private Feltbeskrivelser(Map<String, Map<String, Object>> skjemaer) {
        this.skjemaer = skjemaer;
    }

    static Dokument side() {
        return Sidemal.side("Feltbeskrivelser", new Feltbeskrivelser(les()).html());
    }

    private static Map<String, Map<String, Object>> les() {
        try {
            Map<String, Object> fil =
                    JsonUtil.parseJson(new String(Dokument.les("openapi.json"), StandardCharsets.UTF_8));
            return somTabell(somTabell(fil.get("components")).get("schemas")).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            skjema -> somTabell(skjema.getValue()),
                            (en, annen) -> en,
                            LinkedHashMap::new));
        } catch (JoseException e) {
            throw new IllegalStateException("the OpenAPI file is not JSON", e);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> somTabell(Object verdi) {
        return verdi instanceof Map<?, ?> tabell ? (Map<String, Object>) tabell : Map.of();
    }

    private String html() {
        return "<p>Feltene i svarene, slik OpenAPI-filen beskriver dem. Et felt som ikke er påkrevd, er utelatt når det er"
                + " tomt; lister er alltid med.</p>\n"
                + iRekkefoelge().stream()
                        .filter(this::erKlasse)
                        .map(this::klasse)
                        .collect(Collectors.joining("\n"));
    }

    /** The virksomhet and what it holds, from the outside in, and then the rest. */
    private Set<String> iRekkefoelge() {
        Set<String> rekkefoelge = new LinkedHashSet<>();
        leggTil(YTTERST, rekkefoelge);
        rekkefoelge.addAll(skjemaer.keySet());
        return rekkefoelge;
    }

    private void leggTil(String navn, Set<String> rekkefoelge) {
        if (rekkefoelge.add(navn)) {
            somTabell(skjemaer.get(navn).get("properties")).values().stream()
                    .map(felt -> viser(somTabell(somTabell(felt).getOrDefault("items", felt))))
                    .filter(skjemaer::containsKey)
                    .forEach(skjema -> leggTil(skjema, rekkefoelge));
        }
    }

    private boolean erKlasse(String navn) {
        return skjemaer.get(navn).containsKey("properties");
    }

    private String klasse(String navn) {
        Map<String, Object> skjema = skjemaer.get(navn);
        List<?> paakrevd = skjema.get("required") instanceof List<?> liste ? liste : List.of();
        return "<section>\n<h2 id=\"" + navn + "\">" + navn + "</h2>\n<p>" + beskrivelse(skjema) + "</p>\n"
                + valg(skjema)
                + "<table>\n<thead><tr><th scope=\"col\">Felt</th><th scope=\"col\">Type</th><th scope=\"col\">Påkrevd</th>"
                + "<th scope=\"col\">Beskrivelse</th></tr></thead>\n<tbody>\n"
                + somTabell(skjema.get("properties")).entrySet().stream()
                        .map(felt -> rad(felt.getKey(), somTabell(felt.getValue()), paakrevd.contains(felt.getKey())))
                        .collect(Collectors.joining("\n"))
                + "\n</tbody>\n</table>\n</section>";
    }

    private String rad(String navn, Map<String, Object> felt, boolean paakrevd) {
        return "<tr><td><code>" + navn + "</code></td><td>" + type(felt) + "</td><td>" + (paakrevd ? "ja" : "")
                + "</td><td>" + beskrivelse(felt) + verdier(felt) + "</td></tr>";
    }

    /** Which fields of the class are there in each other's place. */
    private static String valg(Map<String, Object> skjema) {
        return skjema.get("oneOf") instanceof List<?> alternativer
                ? alternativer.stream()
                        .map(alternativ ->
                                somTabell(alternativ).get("required") instanceof List<?> felt ? felt.get(0) : "")
                        .map(felt -> "<code>" + felt + "</code>")
                        .collect(Collectors.joining(", ", "<p>Nøyaktig ett av disse feltene er med: ", ".</p>\n"))
                : "";
    }

    /** What the field may hold, and what that is called where it is a code. */
    private static String verdier(Map<String, Object> felt) {
        return felt.get("enum") instanceof List<?> verdier
                ? verdier.stream()
                        .map(verdi -> "<li><code>" + verdi + "</code>" + kodenavn(verdi.toString()) + "</li>")
                        .collect(Collectors.joining("\n", "<ul>\n", "\n</ul>"))
                : "";
    }

    private static String kodenavn(String kode) {
        String navn = Kodenavn.alle(Spraak.BOKMAAL).get(kode);
        return navn == null ? "" : "<br>" + Sidemal.tekst(navn);
    }

    private String beskrivelse(Map<String, Object> skjema) {
        Object egen = skjema.get("description");
        Object dens = egen == null ? somTabell(skjemaer.get(viser(skjema))).get("description") : egen;
        return dens == null ? "" : Sidemal.tekst(dens.toString().strip()).replaceAll("`([^`]+)`", "<code>$1</code>");
    }

    private String type(Map<String, Object> felt) {
        if (felt.containsKey("items")) {
            return "liste av " + type(somTabell(felt.get("items")));
        }
        String skjema = viser(felt);
        if (!skjema.isEmpty()) {
            return erKlasse(skjema) ? "<a href=\"#" + skjema + "\">" + skjema + "</a>" : type(skjemaer.get(skjema));
        }
        Object format = felt.get("format");
        return Sidemal.tekst(felt.getOrDefault("type", "") + (format == null ? "" : " (" + format + ")"));
    }

    /** The name of the schema that this one is a reference to; empty when it is none. */
    private static String viser(Map<String, Object> skjema) {
        Object ref = skjema.get("$ref");
        return ref == null ? "" : ref.toString().substring(REF.length());
    }
}
