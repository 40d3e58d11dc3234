package no.rrh.persistence.sikkerhetskopi;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rrh.persistence.fil.Sjekksum;
import no.rrh.persistence.register.Kontrollsum;
import no.rrh.persistence.sikkerhetskopi.Manifest.Fil;

/** The JSON of a {@link Manifest}. Fields that are not known are let be, so that a later version can say more. */
final class Manifestform {
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final String FORM = "form";
    private static final String LAGET = "laget";
    private static final String MILJOE = "miljoe";
    private static final String SKJEMA = "skjema";
    private static final String SEKVENSNUMMER = "sekvensnummer";
    private static final String KONTROLLSUM = "kontrollsum";
    private static final String TABELLER = "tabeller";
    private static final String FILER = "filer";
    private static final String NAVN = "navn";
    private static final String RADER = "rader";
    private static final String SUM = "sum";
    private static final String STOERRELSE = "stoerrelse";
    private static final String SHA256 = "sha256";

    private Manifestform() {}

    static byte[] skriv(Manifest manifest) throws IOException {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(ut).useDefaultPrettyPrinter()) {
            Kontrollsum sum = manifest.kontrollsum();
            json.writeStartObject();
            json.writeNumberField(FORM, Manifest.FORM);
            json.writeStringField(LAGET, manifest.laget().toString());
            json.writeStringField(MILJOE, manifest.miljoe());
            json.writeStringField(SKJEMA, sum.skjema());
            json.writeNumberField(SEKVENSNUMMER, sum.sekvensnummer());
            json.writeStringField(KONTROLLSUM, sum.sum());
            json.writeArrayFieldStart(TABELLER);
            for (Kontrollsum.Tabell tabell : sum.tabeller()) {
                json.writeStartObject();
                json.writeStringField(NAVN, tabell.navn());
                json.writeNumberField(RADER, tabell.rader());
                json.writeStringField(SUM, tabell.sum());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart(FILER);
            for (Fil fil : manifest.filer()) {
                json.writeStartObject();
                json.writeStringField(NAVN, fil.navn());
                json.writeNumberField(STOERRELSE, fil.sjekksum().byter());
                json.writeStringField(SHA256, fil.sjekksum().sha256());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return ut.toByteArray();
    }

    /**
     * What it says; absent when it says it in the form of a newer version.
     *
     * @throws IOException when it is not a manifest
     */
    static Optional<Manifest> les(byte[] byter) throws IOException {
        try (JsonParser json = JSON.createParser(byter)) {
            krev(json.nextToken() == JsonToken.START_OBJECT);
            Map<String, Object> lest = objekt(json);
            krev(json.nextToken() == null);
            if (tall(lest, FORM) > Manifest.FORM) {
                return Optional.empty();
            }
            List<Kontrollsum.Tabell> tabeller = liste(lest, TABELLER).stream()
                    .map(tabell -> new Kontrollsum.Tabell(tekst(tabell, NAVN), tall(tabell, RADER), tekst(tabell, SUM)))
                    .toList();
            Kontrollsum sum = new Kontrollsum(tall(lest, SEKVENSNUMMER), tekst(lest, SKJEMA), tabeller);
            krev(sum.sum().equals(tekst(lest, KONTROLLSUM)));
            List<Fil> filer = liste(lest, FILER).stream()
                    .map(fil -> new Fil(tekst(fil, NAVN), new Sjekksum(tall(fil, STOERRELSE), tekst(fil, SHA256))))
                    .toList();
            Manifest manifest = new Manifest(Instant.parse(tekst(lest, LAGET)), tekst(lest, MILJOE), sum, filer);
            krev(filer.stream().allMatch(fil -> fil.sjekksum().byter() >= 0)
                    && filer.stream().map(Fil::navn).distinct().count() == filer.size()
                    && manifest.byter() >= 0);
            return Optional.of(manifest);
        } catch (ClassCastException | IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new IOException("not a manifest", e);
        }
    }

    /** Of what is known there are only text, whole numbers, and lists of objects of these. */
    private static Map<String, Object> objekt(JsonParser json) throws IOException {
        Map<String, Object> felter = new HashMap<>();
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String navn = json.currentName();
            JsonToken verdi = json.nextToken();
            if (verdi == JsonToken.VALUE_STRING) {
                felter.put(navn, json.getText());
            } else if (verdi == JsonToken.VALUE_NUMBER_INT) {
                felter.put(navn, json.getLongValue());
            } else if (verdi == JsonToken.START_ARRAY && (navn.equals(TABELLER) || navn.equals(FILER))) {
                felter.put(navn, objekter(json));
            } else {
                json.skipChildren();
            }
        }
        return felter;
    }

    private static List<Map<String, Object>> objekter(JsonParser json) throws IOException {
        List<Map<String, Object>> objekter = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            objekter.add(objekt(json));
        }
        krev(json.currentToken() == JsonToken.END_ARRAY);
        return objekter;
    }

    private static String tekst(Map<String, Object> objekt, String navn) {
        return felt(objekt, navn, String.class);
    }

    private static long tall(Map<String, Object> objekt, String navn) {
        return felt(objekt, navn, Long.class);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> liste(Map<String, Object> objekt, String navn) {
        return felt(objekt, navn, List.class);
    }

    private static <T> T felt(Map<String, Object> objekt, String navn, Class<T> type) {
        Object verdi = objekt.get(navn);
        if (verdi == null) {
            throw new IllegalArgumentException("without " + navn);
        }
        return type.cast(verdi);
    }

    private static void krev(boolean stemmer) throws IOException {
        if (!stemmer) {
            throw new IOException("not a manifest");
        }
    }
}
