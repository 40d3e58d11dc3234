package no.rrh.persistence.sikkerhetskopi;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import no.rrh.persistence.fil.Sjekksum;
import no.rrh.persistence.register.Kontrollsum;

/**
 * What a back-up says of itself, in {@value #NAVN}, its last entry.
 *
 * @param laget when it was made
 * @param miljoe the environment that it belongs to
 * @param kontrollsum what the register in it holds
 * @param filer every other entry
 */
public record Manifest(Instant laget, String miljoe, Kontrollsum kontrollsum, List<Fil> filer) {
    /** The form that this version writes, and the newest that it reads. */
    static final int FORM = 1;

    static final String NAVN = "manifest.json";

    /** A path below a folder: no part of it is hidden, or leads out. */
    private static final Pattern TRYGT_NAVN = Pattern.compile("[\\w-][\\w.-]{0,199}(?:/[\\w-][\\w.-]{0,199}){0,3}");

    public Manifest {
        filer = List.copyOf(filer);
    }

    /**
     * One entry.
     *
     * @param navn its path in the data folder, with slashes
     * @param sjekksum of its content
     */
    public record Fil(String navn, Sjekksum sjekksum) {
        public Fil {
            if (!erTrygt(navn)) {
                throw new IllegalArgumentException("not a path below a folder");
            }
        }
    }

    /** Whether a file of that path can be in a back-up. */
    public static boolean erTrygt(String navn) {
        return !navn.equals(NAVN) && TRYGT_NAVN.matcher(navn).matches();
    }

    /** How many bytes all the files have. */
    public long byter() {
        return filer.stream().mapToLong(fil -> fil.sjekksum().byter()).reduce(0, Math::addExact);
    }
}
