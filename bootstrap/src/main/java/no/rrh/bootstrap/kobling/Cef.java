package no.rrh.bootstrap.kobling;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.StringJoiner;
import no.rrh.application.port.out.Innsynsarkiv.LestFoering;

/** An entry of the innsynslogg in the Common Event Format, version 0, which log systems for security read. */
final class Cef {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String HODE = "CEF:0|rrh|rrh|1|";

    /** Of 10: refused and failed ones, those that showed persons unntatt innsyn, all others. */
    private static final int AVVIST = 5;

    private static final int UNNTATTE = 4;
    private static final int ANNET = 2;

    private Cef() {}

    static String linje(LestFoering foering) {
        Map<String, String> felter = felter(foering.json());
        String operasjon = foering.operasjon() + " " + felter.getOrDefault("fase", "");
        StringJoiner ut = new StringJoiner(" ");
        ut.add("rt=" + foering.tidspunkt().toEpochMilli());
        ut.add("deviceExternalId=" + foering.instans());
        ut.add("externalId=" + foering.nummer());
        legg(ut, "outcome", felter.get("utfall"));
        legg(ut, "suser", felter.getOrDefault("bruker", felter.get("klient")));
        legg(ut, "fileHash", felter.get("fil"));
        legg(ut, "cn1", "status", felter.get("status"));
        legg(ut, "cn2", "avtale", felter.get("avtale"));
        legg(ut, "cn3", "sekvensnummer", felter.get("sekvensnummer"));
        legg(ut, "cs1", "consumer", felter.get("consumer"));
        legg(ut, "cs2", "supplier", felter.get("supplier"));
        legg(ut, "cs3", "scope", felter.get("scope"));
        legg(ut, "cs4", "hjemmel", felter.get("hjemmel"));
        legg(ut, "cs5", "organisasjonsnummer", felter.get("organisasjonsnummer"));
        legg(ut, "cs6", "vist", felter.get("vist"));
        legg(ut, "flexString1", "soekt", felter.get("soekt.merke"));
        legg(ut, "flexString2", "soekenoekkel", felter.get("soekt.noekkel"));
        legg(ut, "requestContext", felter.get("sporing"));
        legg(ut, "msg", felter.get("detaljer"));
        return HODE + hode(foering.operasjon()) + "|" + hode(operasjon.strip()) + "|" + alvor(felter) + "|" + ut;
    }

    private static int alvor(Map<String, String> felter) {
        String utfall = felter.getOrDefault("utfall", "");
        if (utfall.equals("avvist") || utfall.equals("feilet")) {
            return AVVIST;
        }
        return "true".equals(felter.get("unntatteIFull")) ? UNNTATTE : ANNET;
    }

    private static void legg(StringJoiner ut, String noekkel, String etikett, String verdi) {
        if (verdi != null) {
            ut.add(noekkel + "=" + verdi(verdi));
            ut.add(noekkel + "Label=" + etikett);
        }
    }

    private static void legg(StringJoiner ut, String noekkel, String verdi) {
        if (verdi != null) {
            ut.add(noekkel + "=" + verdi(verdi));
        }
    }

    private static String hode(String tekst) {
        return tekst.replace("\\", "\\\\")
                .replace("|", "\\|")
                .replace("\n", " ")
                .replace("\r", " ");
    }

    private static String verdi(String tekst) {
        return tekst.replace("\\", "\\\\")
                .replace("=", "\\=")
                .replace("\n", "\\n")
                .replace("\r", "\\r");
    }

    /** The fields, a list as its items with commas between, those of an inner object with its name before them. */
    private static Map<String, String> felter(String linje) {
        Map<String, String> felter = new LinkedHashMap<>();
        try (JsonParser json = JSON.createParser(linje)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String felt = json.currentName();
                JsonToken verdi = json.nextToken();
                if (verdi == JsonToken.START_ARRAY) {
                    StringJoiner liste = new StringJoiner(",");
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        liste.add(json.getText());
                    }
                    felter.put(felt, liste.toString());
                } else if (verdi == JsonToken.START_OBJECT) {
                    while (json.nextToken() == JsonToken.FIELD_NAME) {
                        String indre = json.currentName();
                        json.nextToken();
                        felter.put(felt + "." + indre, json.getText());
                    }
                } else {
                    felter.put(felt, json.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return felter;
    }
}
