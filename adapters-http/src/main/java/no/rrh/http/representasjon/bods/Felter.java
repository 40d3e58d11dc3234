package no.rrh.http.representasjon.bods;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import no.rrh.http.representasjon.Landnavn;
import no.rrh.http.representasjon.Spraak;

/** Objects of JSON, in the order in which their fields are put, and those that BODS has in several places. */
final class Felter {
    private Felter() {}

    /** One of names and values by turns. */
    static Map<String, Object> av(Object... navnOgVerdi) {
        Map<String, Object> felter = new LinkedHashMap<>();
        for (int i = 0; i < navnOgVerdi.length; i += 2) {
            felter.put((String) navnOgVerdi[i], navnOgVerdi[i + 1]);
        }
        return felter;
    }

    /**
     * A country, or the jurisdiction of one.
     *
     * @param landkode alpha-2 or alpha-3
     * @param oppgittNavn what it is called where the table does not know it
     */
    static Map<String, Object> land(String landkode, Optional<String> oppgittNavn) {
        String navn =
                Landnavn.navn(landkode, Spraak.BOKMAAL).or(() -> oppgittNavn).orElse(landkode);
        Map<String, Object> felter = av("name", navn);
        Landnavn.alfa2(landkode).ifPresent(alfa2 -> felter.put("code", alfa2));
        return felter;
    }

    /** A person or a virksomhet that is not named, and why. */
    static Map<String, Object> uoppgitt(Grunn grunn) {
        return av("reason", grunn.kode(), "description", grunn.beskrivelse());
    }

    /** A note to a part of a statement. */
    static Map<String, Object> merknad(String gjelder, String beskrivelse) {
        return av("statementPointerTarget", gjelder, "motivation", "commenting", "description", beskrivelse);
    }
}
