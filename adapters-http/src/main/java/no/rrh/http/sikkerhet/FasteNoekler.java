package no.rrh.http.sikkerhet;

/** Keys that never change, for one machine and for tests. */
public record FasteNoekler(Noekkelsett gjeldende) implements Noekkelkilde {}
