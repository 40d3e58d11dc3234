package no.rrh.persistence;

/** The marks of form 1: which of two or three kinds follows. */
final class Slag {
    static final int RETTIGHETSHAVERE = 0;
    static final int UTENLANDSK_REGISTER = 1;
    static final int REGULERT_MARKED = 2;

    static final int FOLKEREGISTRERT = 0;
    static final int UTENLANDSK = 1;
    static final int VIRKSOMHET = 2;

    /** In the place of a text's length: its length follows in four bytes. */
    static final int LANG_TEKST = 255;

    private Slag() {}
}
