package no.rrh.http.representasjon.bods;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The representation with names that anybody could make, for tests of something else, and of what is named. */
public final class Testbods {
    private Testbods() {}

    public static BodsRepresentasjon representasjon() {
        return new BodsRepresentasjon(hva -> UUID.nameUUIDFromBytes(hva.getBytes(StandardCharsets.UTF_8)));
    }
}
