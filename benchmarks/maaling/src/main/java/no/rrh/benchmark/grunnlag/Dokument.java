package no.rrh.benchmark.grunnlag;

import java.nio.charset.StandardCharsets;

/**
 * What the look-up answers of one virksomhet.
 *
 * @param bytes not to be altered
 */
public record Dokument(byte[] bytes) {
    private static final String FOERST = "{\"organisasjonsnummer\":\"";
    private static final int SIFRE = 9;
    private static final String REGISTRERT = "\"registreringsstatus.rettighetsinformasjonErRegistrert\"";

    /** Whose it is. */
    public int organisasjonsnummer() {
        String begynnelse = new String(bytes, 0, FOERST.length() + SIFRE, StandardCharsets.US_ASCII);
        if (!begynnelse.startsWith(FOERST)) {
            throw new IllegalStateException("not a document of a virksomhet: " + begynnelse);
        }
        return Integer.parseInt(begynnelse.substring(FOERST.length()));
    }

    /** Whether it has reported: one that has not is answered by 404. */
    public boolean erRegistrert() {
        return new String(bytes, StandardCharsets.UTF_8).contains(REGISTRERT);
    }
}
