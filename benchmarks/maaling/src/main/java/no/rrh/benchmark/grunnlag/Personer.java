package no.rrh.benchmark.grunnlag;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Persons who are or have been reell rettighetshaver of about a hundred virksomheter, as paths of the search. */
final class Personer {
    private static final int VIRKSOMHETER = 100;
    private static final int FLEST = 20;
    private static final Pattern NUMMER = Pattern.compile("\"foedselsEllerDNummer\":\"(\\d{11})\"");

    private long[] forekomster = new long[1 << 20];
    private int antall;

    private Personer() {}

    /** Writes the paths for those of the file of JSON Lines who are nearest to a hundred. */
    static void skriv(Path linjer, Path fil) {
        Personer personer = new Personer();
        try (BufferedReader inn = Files.newBufferedReader(linjer)) {
            for (String linje = inn.readLine(); linje != null; linje = inn.readLine()) {
                iVirksomhet(linje).forEach(personer::legg);
            }
            Files.write(
                    fil,
                    personer.naermest().stream()
                            .map(person ->
                                    String.format("/api/oppslag/v1/virksomheter?foedselsnummer=%011d", person.nummer))
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Each person once, however many registrations of the virksomhet have it. */
    private static Set<Long> iVirksomhet(String linje) {
        Set<Long> numre = new TreeSet<>();
        Matcher treff = NUMMER.matcher(linje);
        while (treff.find()) {
            numre.add(Long.parseLong(treff.group(1)));
        }
        return numre;
    }

    private void legg(long nummer) {
        if (antall == forekomster.length) {
            forekomster = Arrays.copyOf(forekomster, 2 * antall);
        }
        forekomster[antall++] = nummer;
    }

    /** The same number stands beside itself when they are sorted. */
    private List<Person> naermest() {
        Arrays.sort(forekomster, 0, antall);
        List<Person> alle = new ArrayList<>();
        int fra = 0;
        for (int i = 1; i <= antall; i++) {
            if (i == antall || forekomster[i] != forekomster[fra]) {
                alle.add(new Person(forekomster[fra], i - fra));
                fra = i;
            }
        }
        return alle.stream()
                .sorted(Comparator.comparingInt(Person::fraHundre))
                .limit(FLEST)
                .toList();
    }

    private record Person(long nummer, int virksomheter) {
        int fraHundre() {
            return Math.abs(virksomheter - VIRKSOMHETER);
        }
    }
}
