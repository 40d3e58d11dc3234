package no.rrh.persistence.innsynslogg;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A signed statement about the chain of an instance, one line of JSON.
 *
 * @param slag what it states
 * @param instans whose chain
 * @param nummer of the entry it is about
 * @param kjede the link of that entry
 */
record Sjekkpunkt(Slag slag, String instans, long nummer, String kjede, Instant tidspunkt, String signatur) {
    private static final JsonFactory JSON = new JsonFactory();

    /** What one states. */
    enum Slag {
        /** That the chain came to the entry. */
        SJEKKPUNKT("sjekkpunkt"),
        /** That the entries up to and including this one were pruned, as their time was out. */
        BESKJAERING("beskjaering");

        private final String verdi;

        Slag(String verdi) {
            this.verdi = verdi;
        }
    }

    static Sjekkpunkt signert(
            Signering signering, Slag slag, String instans, long nummer, String kjede, Instant tidspunkt) {
        Sjekkpunkt usignert = new Sjekkpunkt(slag, instans, nummer, kjede, tidspunkt, "");
        return new Sjekkpunkt(slag, instans, nummer, kjede, tidspunkt, signering.signer(usignert.utsagn()));
    }

    /** What is signed. */
    String utsagn() {
        return "rrh innsynslogg 1\n" + slag.verdi + "\n" + instans + "\n" + nummer + "\n" + kjede + "\n" + tidspunkt
                + "\n";
    }

    String linje() {
        StringWriter ut = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ut)) {
            json.writeStartObject();
            json.writeStringField("slag", slag.verdi);
            json.writeStringField("instans", instans);
            json.writeNumberField("nr", nummer);
            json.writeStringField("kjede", kjede);
            json.writeStringField("tid", tidspunkt.toString());
            json.writeStringField("signatur", signatur);
            json.writeEndObject();
        } catch (IOException umulig) {
            throw new UncheckedIOException(umulig);
        }
        return ut + "\n";
    }

    /** What stands on a line; absent when that is no checkpoint. */
    static Optional<Sjekkpunkt> les(String linje) {
        Map<String, String> felter = new HashMap<>();
        try (JsonParser json = JSON.createParser(linje)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String felt = json.currentName();
                json.nextToken();
                felter.put(felt, json.getText());
            }
            for (Slag slag : Slag.values()) {
                if (slag.verdi.equals(felter.get("slag"))) {
                    return Optional.of(new Sjekkpunkt(
                            slag,
                            felter.getOrDefault("instans", ""),
                            Long.parseLong(felter.getOrDefault("nr", "")),
                            felter.getOrDefault("kjede", ""),
                            Instant.parse(felter.getOrDefault("tid", "")),
                            felter.getOrDefault("signatur", "")));
                }
            }
            return Optional.empty();
        } catch (IOException | NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
