package no.rrh.persistence.register;

/** Told how far a move has come. Whatever it throws ends the move, which can be gone on with. */
public interface Flyttelytter {
    /** What a move consists of, in its order. */
    enum Trinn {
        /** Rows are copied. */
        KOPIERING,
        /** The source is read once more, and summed. */
        KONTROLL_AV_KILDEN,
        /** The target is read and summed. */
        KONTROLL_AV_MAALET,
        /** The index of persons is made at the target; it tells of no rows. */
        PERSONINDEKS
    }

    /**
     * A step begins.
     *
     * @param rader how many rows it is of
     */
    void begynner(Trinn trinn, long rader);

    /** So many of the rows of the step are done, those of a move that is gone on with included. */
    void ferdig(long rader);
}
