package no.rrh.bootstrap.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** A JSON list of objects, as what a table has: each field as text, that of an inner object with the outer's name before it. */
final class Jsonliste {
    private static final JsonFactory JSON = new JsonFactory();

    private Jsonliste() {}

    static List<Map<String, String>> les(InputStream inn) throws IOException {
        List<Map<String, String>> objekter = new ArrayList<>();
        try (JsonParser json = JSON.createParser(inn)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.START_OBJECT) {
                Map<String, String> felter = new LinkedHashMap<>();
                les(json, "", felter);
                objekter.add(felter);
            }
        }
        return objekter;
    }

    private static void les(JsonParser json, String foran, Map<String, String> felter) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String felt = foran + json.currentName();
            JsonToken verdi = json.nextToken();
            if (verdi == JsonToken.START_OBJECT) {
                les(json, felt + ".", felter);
            } else if (verdi == JsonToken.START_ARRAY) {
                StringJoiner liste = new StringJoiner(",");
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    liste.add(json.getText());
                }
                felter.put(felt, liste.toString());
            } else {
                felter.put(felt, json.getText());
            }
        }
    }
}
