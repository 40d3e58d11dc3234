package no.rrh.domain.plantet.to;

/** The other half of a cycle. */
public final class Krets {
    no.rrh.domain.plantet.en.Krets annen;
}
