package no.rrh.http.representasjon.lesing;

import java.io.IOException;

/** Reads one value, beginning with the token that the source stands at and ending with its last. */
@FunctionalInterface
interface Verdileser<T> {
    T les(Jsonkilde kilde) throws IOException;
}
