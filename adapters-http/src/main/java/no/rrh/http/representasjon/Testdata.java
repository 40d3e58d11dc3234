package no.rrh.http.representasjon;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Test data in the v1 representation. Every person in it is synthetic. */
public final class Testdata {
    private static final String TI = "/no/rrh/http/testdata.json";
    private static final String TILLEGG = "/no/rrh/http/testdata-tillegg.json";

    private Testdata() {}

    /** The ten virksomheter of the register's own test environment, as a JSON array. Whoever opens it closes it. */
    public static InputStream aapne() {
        return Testdata.class.getResourceAsStream(TI);
    }

    /**
     * The ten, and after them those that show what they do not: history, deletion, other registers and markets, shielded
     * persons. A virksomhet comes once more for what has become of it later. One array, so that one import takes all of it
     * or nothing. Whoever opens it closes it.
     */
    public static InputStream medTillegg() {
        String ti = les(TI);
        String tillegg = les(TILLEGG);
        String alt = ti.substring(0, ti.lastIndexOf(']')) + ',' + tillegg.substring(tillegg.indexOf('[') + 1);
        return new ByteArrayInputStream(alt.getBytes(StandardCharsets.UTF_8));
    }

    private static String les(String fil) {
        try (InputStream inn = Testdata.class.getResourceAsStream(fil)) {
            return new String(inn.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
