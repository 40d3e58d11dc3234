package no.rrh.http.representasjon.bods;

import java.util.List;
import java.util.Map;

/**
 * What a record says at one time.
 *
 * @param id its {@code recordId}
 * @param detaljer {@code recordDetails}
 * @param merknader {@code annotations}
 */
record Post(Recordid id, Slag slag, Map<String, Object> detaljer, List<Map<String, Object>> merknader) {
    static Post uten(Recordid id, Slag slag, Map<String, Object> detaljer) {
        return new Post(id, slag, detaljer, List.of());
    }

    /** The kinds, in the order in which they are stated: each speaks of those before it. */
    enum Slag {
        VIRKSOMHET("entity"),
        PERSON("person"),
        LEDD("relationship"),
        FORHOLD("relationship");

        private final String type;

        Slag(String type) {
            this.type = type;
        }

        /** {@code recordType}. */
        String type() {
            return type;
        }
    }

    boolean sierDetSammeSom(Post annen) {
        return detaljer.equals(annen.detaljer) && merknader.equals(annen.merknader);
    }
}
