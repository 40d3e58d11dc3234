package no.rrh.bootstrap.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Set;
import no.rrh.http.representasjon.Testdata;

/** What a register with the test data comes to. */
final class Testdatatall {
    static final int VIRKSOMHETER;
    static final int SLETTEDE;
    static final int REGISTRERINGER;

    /** One per registration, one for that which is altered, and the uoverensstemmelse. */
    static final int ENDRINGER;

    static {
        Set<String> virksomheter = new HashSet<>();
        Set<String> slettede = new HashSet<>();
        Set<String> registreringer = new HashSet<>();
        try (InputStream fil = Testdata.medTillegg()) {
            for (JsonNode virksomhet : new ObjectMapper().readTree(fil)) {
                virksomheter.add(virksomhet.get("organisasjonsnummer").asText());
                if (virksomhet.has("slettetIRegisterOverReelleRettighetshavere")) {
                    slettede.add(virksomhet.get("organisasjonsnummer").asText());
                }
                virksomhet.findValuesAsText("registreringsid").forEach(registreringer::add);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        VIRKSOMHETER = virksomheter.size();
        SLETTEDE = slettede.size();
        REGISTRERINGER = registreringer.size();
        ENDRINGER = REGISTRERINGER + 2;
    }

    private Testdatatall() {}
}
