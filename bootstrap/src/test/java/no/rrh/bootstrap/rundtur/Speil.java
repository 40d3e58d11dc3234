package no.rrh.bootstrap.rundtur;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipInputStream;

/**
 * A consumer's copy of the gjeldende registrations, made as the contract says: the totalbestand, then the endringslogg from
 * the number that came with it, and a look-up of each virksomhet that a change names.
 */
final class Speil {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIDE = 1_000;

    private final Registertjener tjener;
    private final SortedMap<String, JsonNode> gjeldende = new TreeMap<>();
    private final List<JsonNode> hendelser = new ArrayList<>();
    private long sekvensnummer;

    Speil(Registertjener tjener) {
        this.tjener = tjener;
    }

    /** Begins with the totalbestand. */
    void begynn() {
        HttpResponse<byte[]> svar = tjener.hent("/api/virksomheter/json");
        assertThat(svar.statusCode()).isEqualTo(200);
        sekvensnummer = svar.headers().firstValueAsLong("RRH-Sekvensnummer").orElseThrow();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(svar.body()))) {
            zip.getNextEntry();
            lest(zip.readAllBytes()).forEach(this::ta);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Takes in what has been changed since the last time.
     *
     * @return whether there was anything
     */
    boolean foelg() {
        List<JsonNode> nye = endringer(tjener, sekvensnummer, SIDE);
        hendelser.addAll(nye);
        nye.forEach(hendelse -> sekvensnummer = hendelse.get("id").asLong());
        nye.stream()
                .map(hendelse -> hendelse.get("subject").asText())
                .distinct()
                .forEach(this::slaaOpp);
        return !nye.isEmpty();
    }

    /** The changes after a number, as the API hands them out. */
    static List<JsonNode> endringer(Registertjener tjener, long etter, int antall) {
        HttpResponse<byte[]> svar =
                tjener.hent("/api/oppslag/v1/endringslogg?sekvensnummer=" + etter + "&antall=" + antall);
        assertThat(svar.statusCode()).isEqualTo(200);
        List<JsonNode> endringer = new ArrayList<>();
        lest(svar.body()).forEach(endringer::add);
        return endringer;
    }

    /** By organisasjonsnummer, as the API shows them. */
    SortedMap<String, JsonNode> gjeldende() {
        return gjeldende;
    }

    /** Every change it was handed, in that order. */
    List<JsonNode> hendelser() {
        return hendelser;
    }

    /** The last change that it has. */
    long sekvensnummer() {
        return sekvensnummer;
    }

    private void slaaOpp(String nummer) {
        HttpResponse<byte[]> svar = tjener.hent("/api/oppslag/v1/virksomheter/" + nummer);
        assertThat(svar.statusCode()).isEqualTo(200);
        gjeldende.remove(nummer);
        ta(lest(svar.body()));
    }

    private void ta(JsonNode virksomhet) {
        for (JsonNode registrering : virksomhet.get("registreringer")) {
            if (registrering.get("erGjeldendeRegistrering").asBoolean()) {
                gjeldende.put(virksomhet.get("organisasjonsnummer").asText(), registrering);
            }
        }
    }

    static JsonNode lest(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
