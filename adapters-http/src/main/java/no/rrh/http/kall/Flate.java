package no.rrh.http.kall;

/** The two surfaces of the API. They refuse with different statuses, so which one it is must be known before routing. */
public enum Flate {
    /** {@code /api}, the access-controlled API, and everything that is not the other. */
    A,
    /** {@code /api/oppslag/v1}, the Virksomheter API. */
    B;

    private static final String STI_B = "/api/oppslag/v1/";

    static Flate av(String sti) {
        return sti != null && sti.startsWith(STI_B) ? B : A;
    }
}
