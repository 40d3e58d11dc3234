package no.rrh.application.service;

import java.util.BitSet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * A set of organisasjonsnumre that takes 12.5 MB however many there are: a bit for each possible start of eight digits,
 * since the ninth follows from them.
 */
final class Nummermengde {
    private static final int AATTESIFREDE = 100_000_000;
    private static final int PER_KONTROLLSIFFER = 10;

    private final BitSet finnes = new BitSet(AATTESIFREDE);

    void ta(Organisasjonsnummer nummer) {
        finnes.set(nummer.tall() / PER_KONTROLLSIFFER);
    }

    boolean har(Organisasjonsnummer nummer) {
        return finnes.get(nummer.tall() / PER_KONTROLLSIFFER);
    }
}
