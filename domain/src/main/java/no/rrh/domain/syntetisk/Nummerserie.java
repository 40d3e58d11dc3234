package no.rrh.domain.syntetisk;

import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** So many organisasjonsnummer of the synthetic series, which begin with 2 or 3, in rising order and spread over it. */
final class Nummerserie {
    /** Numbers without their check digit. */
    private static final int FRA = 20_000_000;

    private static final int TIL = 40_000_000;

    private final long froe;
    private final int steg;

    Nummerserie(int antall, long froe) {
        this.froe = froe;
        this.steg = (TIL - FRA) / antall;
    }

    /** The number of one of them. */
    Organisasjonsnummer nummer(int i) {
        int sifre = FRA + i * steg + new Trekning(froe, Trekning.Hva.NUMMER, i).under(steg - 1);
        // where one has no check digit, the next has: the sum of the digits is then another one
        return Organisasjonsnummer.medKontrollsiffer(Integer.toString(sifre))
                .or(() -> Organisasjonsnummer.medKontrollsiffer(Integer.toString(sifre + 1)))
                .orElseThrow();
    }
}
