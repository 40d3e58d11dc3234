package no.rrh.persistence.lagringsform;

/**
 * What the bytes before a part of the stored form tell of it, bit by bit. A bit is never given another meaning: that takes a
 * new format number. The same goes for the order of the codes of a list, by which they are stored.
 */
final class Merke {
    /** Of a registration; which kind of information it has is the three last together. */
    static final int HOLDERSTATUS = 1;

    static final int UOVERENSSTEMMELSE = 2;
    static final int RETTIGHETSHAVERE = 4;
    static final int UTENLANDSK_REGISTER = 8;
    static final int REGULERT_MARKED = 16;

    /** Of a reell rettighetshaver: times that are those of the registration are not repeated. */
    static final int UNNTATT = 1;

    static final int FOERST_REGISTRERT_SAMTIDIG = 2;
    static final int ENDRET_SAMTIDIG = 4;

    /** Of a person. */
    static final int UTENLANDSK = 1;

    static final int NUMMER = 2;
    static final int NAVN = 4;
    static final int MELLOMNAVN = 8;
    static final int DOED = 16;
    static final int FOEDSELSDATO = 32;
    static final int AARET_ER_DATOENS = 64;

    /** Lives in Norway, and is a citizen of Norway alone. */
    static final int NORSK = 128;

    /** Of a posisjon. */
    static final int INTERVALL = 1;

    static final int BESKRIVELSE = 2;
    static final int GRUNNLAG = 4;
    static final int MELLOMLIGGENDE = 8;

    /** Of a mellomliggende virksomhet: a foreign one, and whether it has a number at home. */
    static final int FREMMED = 1;

    static final int HJEMLIG_NUMMER = 2;

    /** Of whoever reported an uoverensstemmelse. */
    static final int INGEN_INNSENDER = 0;

    static final int VARSLINGSPLIKTIG = 1;
    static final int FOLKEREGISTRERT_INNSENDER = 2;
    static final int UTENLANDSK_INNSENDER = 3;

    /** Of a country, beside the length of its code: the name that it was imported with follows. */
    static final int LAND_MED_NAVN = 128;

    private Merke() {}

    static boolean har(int merker, int merke) {
        return (merker & merke) != 0;
    }

    static int om(boolean gjelder, int merke) {
        return gjelder ? merke : 0;
    }
}
