package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.rrh.bootstrap.system.Kontrakt.Operasjon;
import tools.jackson.databind.JsonNode;

/**
 * Holds an answer against the OpenAPI file: status, headers, type and content must be those that it has for the
 * operation. HEAD is judged as GET without its content, as the file says. An answer to what is no operation, or no
 * request at all, must be an error as the file has it.
 */
final class Kontraktsjekk {
    /** What is served beside the API, each by what its path begins with. Errors there are those of the API. */
    private static final List<String> UTENFOR =
            List.of("/api/oppslag/openapi/", "/api/oppslag/swagger-ui/", "/api/oppslag/v1/docs/", "/innsyn/");

    private static final Set<String> SIDER = Set.of("/", "/api/oppslag", "/api/oppslag/v1/docs", "/innsyn");

    /** Have answers of their own, errors too: Maskinporten's, and the details that the management port tells. */
    private static final List<String> EGNE_SVAR = List.of("/maskinporten/", "/helse/", "/metrikk");

    /** Refusals that come before the path is known, or because it is not. */
    private static final Set<Integer> UTEN_OPERASJON = Set.of(400, 403, 404, 405, 414, 417, 431, 503);

    /** Headers that belong to HTTP, or that only the management port sends, not to an operation. */
    private static final Set<String> FELLES = Set.of(
            "date",
            "connection",
            "content-type",
            "content-length",
            "transfer-encoding",
            "x-accel-buffering",
            "cross-origin-resource-policy",
            "x-content-type-options");

    private static final Pattern LINJE = Pattern.compile("[\\r\\n]*(\\S+)[ \\t]+(?:(?i:https?)://[^/\\s]*)?([^\\s?]*)");
    private static final Kontrakt KONTRAKT = Kontrakt.les();

    private final String sted;
    private final Raa.Svar svar;
    private final boolean medInnhold;

    private Kontraktsjekk(String metode, String sted, Raa.Svar svar) {
        this.sted = sted + " " + svar.status();
        this.svar = svar;
        this.medInnhold = !"HEAD".equals(metode) && svar.status() != 304;
    }

    /**
     * Checks the answer to a request.
     *
     * @param kall the request as it was sent; empty when it is not known
     * @return the answer
     * @throws AssertionError when the OpenAPI file does not have it. It tells no value of it
     */
    static Raa.Svar sjekk(String kall, Raa.Svar svar) {
        Matcher linje = LINJE.matcher(kall);
        boolean lesbar = linje.lookingAt();
        String metode = lesbar ? linje.group(1) : "";
        String sti = lesbar ? linje.group(2) : "";
        if (EGNE_SVAR.stream().anyMatch(sti::startsWith) || erUtenfor(sti) && svar.status() < 400) {
            return svar;
        }
        boolean hentes = Set.of("GET", "HEAD").contains(metode);
        Optional<Operasjon> operasjon = KONTRAKT.operasjon(sti).filter(o -> hentes || svar.status() >= 400);
        Kontraktsjekk sjekk =
                new Kontraktsjekk(metode, operasjon.map(Operasjon::id).orElse("no operation"), svar);
        sjekk.krev(operasjon.isPresent() || erUtenfor(sti) || UTEN_OPERASJON.contains(svar.status()), "is answered");
        sjekk.krev(hentes || UTEN_OPERASJON.contains(svar.status()), "is answered to a method that it does not have");
        sjekk.somI(operasjon.orElseGet(KONTRAKT::vilkaarlig));
        return svar;
    }

    private static boolean erUtenfor(String sti) {
        return SIDER.contains(sti) || UTENFOR.stream().anyMatch(sti::startsWith);
    }

    private void somI(Operasjon operasjon) {
        JsonNode beskrevet = operasjon
                .svar(svar.status())
                .orElseThrow(() -> new AssertionError(sted + " is not in the OpenAPI file"));
        JsonNode headere = beskrevet.path("headers");
        headere.properties().forEach(header -> header(header.getKey(), KONTRAKT.oppslag(header.getValue())));
        Set<String> kjente = headere.properties().stream()
                .map(header -> header.getKey().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        svar.headere()
                .keySet()
                .forEach(navn -> krev(kjente.contains(navn) || FELLES.contains(navn), "has the header " + navn));
        innhold(beskrevet.path("content"));
    }

    private void header(String navn, JsonNode beskrevet) {
        Optional<String> verdi = svar.header(navn);
        krev(verdi.isPresent() || !beskrevet.path("required").asBoolean(), "lacks the header " + navn);
        verdi.ifPresent(v -> gyldig(
                navn,
                KONTRAKT.skjema(beskrevet.get("schema")),
                "integer".equals(beskrevet.path("schema").path("type").asString()) ? v : Kontrakt.tekst(v)));
    }

    private void innhold(JsonNode typer) {
        Optional<String> type = svar.header("Content-Type").map(verdi -> verdi.replaceFirst(";.*", ""));
        if (typer.isEmpty()) {
            krev(svar.kropp().length == 0, "has content");
            return;
        }
        JsonNode beskrevet = typer.path(type.orElse("none"));
        krev(beskrevet.has("schema"), "has the type " + type.orElse("none"));
        if (!medInnhold) {
            krev(svar.kropp().length == 0, "has content");
        } else if (type.get().endsWith("json")) {
            krev(
                    svar.header("Content-Type").get().equals(type.get() + ";charset=UTF-8")
                            || !type.get().equals("application/json"),
                    "does not say that it is UTF-8");
            gyldig("the content", KONTRAKT.skjema(beskrevet.get("schema")), new String(svar.kropp(), UTF_8));
        }
    }

    private void gyldig(String hva, Schema skjema, String json) {
        List<Error> feil;
        try {
            feil = skjema.validate(json, InputFormat.JSON);
        } catch (RuntimeException e) {
            throw new AssertionError(sted + ": " + hva + " is not JSON");
        }
        krev(
                feil.isEmpty(),
                "has " + hva + " otherwise: "
                        + feil.stream().map(Kontraktsjekk::sted).toList());
    }

    /** Where it is and what rule it breaks, without the value. */
    private static String sted(Error feil) {
        return feil.getInstanceLocation() + " " + feil.getKeyword()
                + (feil.getProperty() == null ? "" : " " + feil.getProperty());
    }

    private void krev(boolean holder, String ellers) {
        if (!holder) {
            throw new AssertionError(sted + " " + ellers + ", which the OpenAPI file does not have");
        }
    }
}
