package no.rrh.persistence.register;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import no.rrh.application.port.out.Bestand.Utsnitt;

/** Cuts rows that come one by one into utsnitt, by their number and by what they take, whichever is reached first. */
final class Utsnittsdeler {
    /** About a mebibyte of JSON. */
    private static final int RADER = 500;

    /** Several times what that many rows take: beyond it there are some that are unusually large. */
    private static final int BYTER = 1 << 20;

    private final Consumer<Utsnitt> mottaker;
    private List<Gjeldenderad> rader = new ArrayList<>();
    private int byter;

    Utsnittsdeler(Consumer<Utsnitt> mottaker) {
        this.mottaker = mottaker;
    }

    void ta(Gjeldenderad rad) {
        rader.add(rad);
        byter += rad.dokument().length;
        if (rader.size() == RADER || byter >= BYTER) {
            avslutt();
        }
    }

    /** Hands on what is left. */
    void avslutt() {
        if (!rader.isEmpty()) {
            Utsnitt ferdig = new Radutsnitt(rader);
            rader = new ArrayList<>();
            byter = 0;
            mottaker.accept(ferdig);
        }
    }
}
