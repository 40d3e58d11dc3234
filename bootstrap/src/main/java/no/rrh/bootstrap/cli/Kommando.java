package no.rrh.bootstrap.cli;

import java.util.Map;
import java.util.Set;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.utfall.Kommandofeil;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** One command of the JAR. */
interface Kommando {
    /** The name with which it is called. */
    String navn();

    /** The settings that it takes as flags. */
    default Set<Innstilling> flagg() {
        return Set.of(
                Innstilling.DATA,
                Innstilling.MILJOE,
                Innstilling.CONFIG,
                Innstilling.DB_URL,
                Innstilling.DB_BRUKER,
                Innstilling.DB_PASSORD,
                Innstilling.DB_PASSORDFIL,
                Innstilling.TOTALBESTAND_MAPPE);
    }

    /** The settings that follow from its own options, unless they are given as flags. */
    default Map<Innstilling, String> avledet(ParseResult valg) {
        return Map.of();
    }

    /** Adds its description, and the options and arguments that are no settings. */
    void beskriv(CommandSpec spec);

    /**
     * Does the work.
     *
     * @throws Kommandofeil when it cannot be done, with what to tell the user
     */
    void kjoer(ParseResult valg, Innstillinger innstillinger);
}
