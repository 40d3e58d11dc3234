package no.rrh.http.representasjon.lesing;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/** Some virksomheter that have been read, which are handed on together. */
final class Pulje {
    private static final int FLEST = 100;

    /** Characters: one alone may have many times more. */
    private static final long STOERST = 1 << 20;

    private final Consumer<Innhold> mottaker;
    private List<Lest> ventende = new ArrayList<>();
    private long tegn;

    Pulje(Consumer<Innhold> mottaker) {
        this.mottaker = mottaker;
    }

    /** One that has been read, and where it begins in the file. */
    record Lest(RegistreringspliktigVirksomhet virksomhet, Sted start) {}

    /**
     * What is handed on.
     *
     * @param tegn about how many characters they take in the file
     */
    record Innhold(List<Lest> lest, long tegn) {}

    /**
     * Adds one, and hands them all on when there are enough.
     *
     * @param lengde about how many characters it takes in the file
     */
    void legg(RegistreringspliktigVirksomhet virksomhet, Sted start, long lengde) {
        ventende.add(new Lest(virksomhet, start));
        tegn += lengde;
        if (ventende.size() >= FLEST || tegn >= STOERST) {
            gi();
        }
    }

    /** Hands on those that there are. */
    void gi() {
        Innhold naa = new Innhold(ventende, tegn);
        ventende = new ArrayList<>(FLEST);
        tegn = 0;
        if (!naa.lest.isEmpty()) {
            mottaker.accept(naa);
        }
    }
}
