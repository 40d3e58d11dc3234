package no.rrh.http.representasjon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The names of countries in each language, by ISO 3166-1 alpha-2 and alpha-3 code alike. They come from the project's own
 * table and never from the JDK, whose names differ between versions; where the table is from stands in its first lines.
 */
public final class Landnavn {
    private static final String KOMMENTAR = "#";
    private static final String INGEN_KODE = "-";
    private static final Map<String, String> ALFA_2 = new HashMap<>();
    private static final Map<Spraak, Map<String, String>> NAVN = les();

    private Landnavn() {}

    /** Whether the table has the code. */
    public static boolean kjenner(String landkode) {
        return alle(Spraak.BOKMAAL).containsKey(landkode);
    }

    /** What the country is called in the language; absent when the table does not have the code. */
    public static Optional<String> navn(String landkode, Spraak spraak) {
        return Optional.ofNullable(alle(spraak).get(landkode));
    }

    /** The alpha-2 code of the same country; absent when the table has none. */
    public static Optional<String> alfa2(String landkode) {
        return Optional.ofNullable(ALFA_2.get(landkode));
    }

    /** Every code of the table, and what its country is called in the language. */
    static Map<String, String> alle(Spraak spraak) {
        return NAVN.get(spraak);
    }

    private static Map<Spraak, Map<String, String>> les() {
        Map<Spraak, Map<String, String>> navn = new EnumMap<>(Spraak.class);
        for (Spraak spraak : Spraak.values()) {
            navn.put(spraak, new HashMap<>());
        }
        try (InputStream data = Landnavn.class.getResourceAsStream("land.tsv");
                BufferedReader linjer = new BufferedReader(new InputStreamReader(data, StandardCharsets.UTF_8))) {
            linjer.lines()
                    .filter(linje -> !linje.startsWith(KOMMENTAR))
                    .map(linje -> linje.split("\t", -1))
                    .forEach(felter -> ta(felter, navn));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        navn.replaceAll((spraak, tabell) -> Collections.unmodifiableMap(tabell));
        return navn;
    }

    /** Alpha-2, alpha-3, and then the name in each language, in the order of {@link Spraak}. */
    private static void ta(String[] felter, Map<Spraak, Map<String, String>> navn) {
        if (!felter[0].equals(INGEN_KODE)) {
            ALFA_2.put(felter[0], felter[0]);
            ALFA_2.put(felter[1], felter[0]);
        }
        for (Spraak spraak : Spraak.values()) {
            String paaSpraaket = felter[2 + spraak.ordinal()];
            navn.get(spraak).put(felter[1], paaSpraaket);
            if (!felter[0].equals(INGEN_KODE)) {
                navn.get(spraak).put(felter[0], paaSpraaket);
            }
        }
    }
}
