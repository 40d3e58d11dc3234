package no.rrh.http.representasjon.lesing;

import com.fasterxml.jackson.core.JsonLocation;

/** A place in the file: line and column from 1, the column in characters. */
record Sted(int linje, int kolonne) {
    /**
     * On the first line the offset tells the column, also where a file without line breaks is too long for an int. Before
     * anything is read the parser is at column 0; the file begins at 1.
     */
    static Sted av(JsonLocation sted) {
        int linje = sted.getLineNr();
        long kolonne = linje == 1 ? sted.getCharOffset() + 1 : sted.getColumnNr();
        return new Sted(linje, (int) Math.min(Math.max(kolonne, 1), Integer.MAX_VALUE));
    }
}
