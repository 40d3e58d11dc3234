package no.rrh.domain.plantet.en;

/** Half of a cycle. */
public final class Krets {
    no.rrh.domain.plantet.to.Krets annen;
}
