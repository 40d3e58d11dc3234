package no.rrh.http.sikkerhet;

import java.util.List;
import no.rrh.http.sikkerhet.Avvist.Grunn;

/** What a caller sends, and the reason it must be refused for. Shown by its name, never by its token. */
record Angrep(String navn, Grunn grunn, List<String> authorization) {
    static Angrep med(String navn, Grunn grunn, Tokensmed smed) {
        return new Angrep(navn, grunn, List.of(smed.bearer()));
    }

    static Angrep raatt(String navn, Grunn grunn, String... authorization) {
        return new Angrep(navn, grunn, List.of(authorization));
    }

    @Override
    public String toString() {
        return grunn + ": " + navn;
    }
}
