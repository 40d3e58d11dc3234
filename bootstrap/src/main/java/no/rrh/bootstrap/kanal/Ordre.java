package no.rrh.bootstrap.kanal;

import java.util.HashMap;
import java.util.Map;

/**
 * What a command asks to have done.
 *
 * @param navn which work
 * @param valg how, by name
 */
public record Ordre(String navn, Map<String, String> valg) {
    public Ordre {
        valg = Map.copyOf(valg);
    }

    /** The same with one choice more. */
    public Ordre med(String noekkel, String verdi) {
        Map<String, String> alle = new HashMap<>(valg);
        alle.put(noekkel, verdi);
        return new Ordre(navn, alle);
    }
}
