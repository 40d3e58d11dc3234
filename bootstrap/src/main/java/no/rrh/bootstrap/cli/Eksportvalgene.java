package no.rrh.bootstrap.cli;

import java.util.Locale;
import no.rrh.application.port.in.Eksportvalg;
import no.rrh.application.port.in.Eksportvalg.Form;
import no.rrh.application.port.in.Eksportvalg.Pakking;
import no.rrh.bootstrap.utfall.Kommandofeil;

/** What commands that write a file of virksomheter have in common: its name tells its form. */
final class Eksportvalgene {
    static final String STANDARD_UT = "-";

    /** The description of the file. */
    static final String FIL =
            "Filen som skrives, og som erstattes først når den nye er hel; - for standard ut. Endelsen velger"
                    + " form og pakking: .json, .jsonl, .json.gz, .jsonl.gz, .json.zip, .jsonl.zip";

    private Eksportvalgene() {}

    /** JSON Lines, not packed, unless the name says something else. */
    static Eksportvalg etterNavn(String fil) {
        String navn = fil.toLowerCase(Locale.ROOT);
        Pakking pakking = navn.endsWith(".gz") ? Pakking.GZIP : navn.endsWith(".zip") ? Pakking.ZIP : Pakking.INGEN;
        Form form = navn.replaceFirst("\\.(gz|zip)$", "").endsWith(".json") ? Form.JSON : Form.JSONL;
        return new Eksportvalg(form, pakking);
    }

    /** What is told when it could not be written. */
    static Kommandofeil kanIkkeSkrives(String fil) {
        return new Kommandofeil(
                fil.equals(STANDARD_UT)
                        ? "standard ut kan ikke skrives til; det som er skrevet er ikke en hel fil"
                        : "filen kan ikke skrives: " + fil + "; det som eventuelt lå der er urørt");
    }
}
