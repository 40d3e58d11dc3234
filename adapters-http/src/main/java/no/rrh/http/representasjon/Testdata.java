package no.rrh.http.representasjon;

import java.io.InputStream;

/** The ten virksomheter of the register's own test environment, which are synthetic, in the v1 representation. */
public final class Testdata {
    private Testdata() {}

    /** The file, as a JSON array in UTF-8. Whoever opens it closes it. */
    public static InputStream aapne() {
        return Testdata.class.getResourceAsStream("/no/rrh/http/testdata.json");
    }
}
