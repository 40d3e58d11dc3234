package no.rrh.benchmark.rapport;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a row came to.
 *
 * @param forhold of each round
 * @param serier the figures it is made of, and what else is worth knowing beside them
 * @param feil why there is none, where there is none
 */
public record Resultat(Rad rad, List<Double> forhold, List<Serie> serier, Optional<String> feil) {
    /** One figure by another, round by round. */
    public static Resultat forhold(Rad rad, Serie vaar, Serie deres, Serie... andre) {
        List<Serie> serier = new ArrayList<>(List.of(vaar, deres));
        serier.addAll(List.of(andre));
        return new Resultat(rad, vaar.delt(deres), serier, Optional.empty());
    }

    /** One that could not be measured. */
    public static Resultat feilet(Rad rad, String hvorfor) {
        return new Resultat(rad, List.of(), List.of(), Optional.of(hvorfor));
    }

    /** Whether it was measured. */
    public boolean erMaalt() {
        return feil.isEmpty();
    }

    /** The middle of the rounds, and the ends. */
    String tall() {
        return erMaalt() ? Spredning.av(forhold).toString() : "not measured";
    }

    /** How it stands with what it must be and what is aimed at. */
    String dom() {
        if (!erMaalt()) {
            return "failed";
        }
        double median = Spredning.av(forhold).median();
        if (rad.holder(median, rad.oenske())) {
            return "aim reached";
        }
        return rad.holder(median, rad.maa()) ? "must held" : "must MISSED";
    }
}
