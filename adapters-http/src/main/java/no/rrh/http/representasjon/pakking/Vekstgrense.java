package no.rrh.http.representasjon.pakking;

/**
 * Refuses a file that grows without end when it is unpacked. Registers were measured to pack to between a tenth and a
 * twentieth of their size; deflate can reach a thousandth, with the same few bytes over and over. So the limit is far from
 * what is real, and what is within it is no harm: it is read as a stream.
 */
final class Vekstgrense {
    static final int GANGER = 200;
    static final int FRITT_MIB = 16;

    private static final long FRITT = FRITT_MIB * 1024L * 1024;

    private long utpakket;

    /**
     * So many bytes more have been unpacked.
     *
     * @param pakket how many packed bytes they and all before them took
     */
    void pakketUt(int antall, long pakket) throws Pakkefeil {
        utpakket += antall;
        if (utpakket > FRITT && utpakket > GANGER * pakket) {
            throw new Pakkefeil("innholdet i den pakkede filen er mer enn " + GANGER
                    + " ganger så stort som filen selv, og leses ikke videre; grensen gjelder det som er over "
                    + FRITT_MIB
                    + " MiB. Er innholdet riktig, så importer filen upakket");
        }
    }
}
