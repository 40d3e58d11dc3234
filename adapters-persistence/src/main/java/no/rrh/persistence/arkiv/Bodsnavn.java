package no.rrh.persistence.arkiv;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a file of BODS, which begins with that of the file of JSON it was put in service with:
 * {@code totalbestand-<sekvensnummer>-<UTC time>-<sha256>.bods-<its own sha256>.zip}. Without that file it is none.
 *
 * @param json of the other
 * @param sha256 its own
 */
record Bodsnavn(Filnavn json, String sha256) {
    private static final Pattern FORM = Pattern.compile("(.+)\\.bods-([0-9a-f]{64})\\.zip");

    /** The name, when it is one. */
    static Optional<Bodsnavn> av(String navn) {
        Matcher treff = FORM.matcher(navn);
        return treff.matches()
                ? Filnavn.av(treff.group(1) + Filnavn.ENDELSE).map(json -> new Bodsnavn(json, treff.group(2)))
                : Optional.empty();
    }

    @Override
    public String toString() {
        String deres = json.toString();
        return deres.substring(0, deres.length() - Filnavn.ENDELSE.length()) + ".bods-" + sha256 + Filnavn.ENDELSE;
    }
}
