package no.rrh.bootstrap.kanal;

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
}
