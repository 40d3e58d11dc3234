package no.rrh.http.representasjon.lesing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.application.port.out.Registerleser.Mottaker;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/** Some virksomheter that have been read and not been given to the receiver, who is told of them all before the first. */
final class Pulje {
    private static final int FLEST = 100;

    /** Characters: one alone may have many times more. */
    private static final long STOERST = 1 << 20;

    private final Mottaker mottaker;
    private final List<Lest> ventende = new ArrayList<>();
    private long tegn;

    Pulje(Mottaker mottaker) {
        this.mottaker = mottaker;
    }

    private record Lest(RegistreringspliktigVirksomhet virksomhet, Sted start) {}

    /**
     * Adds one, and gives them all when there are enough.
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

    /**
     * Gives those that there are. Whatever comes of it, there are none then.
     *
     * @throws Lesefeil when one is refused: as a whole, since it could be read
     */
    void gi() {
        List<Lest> naa = List.copyOf(ventende);
        ventende.clear();
        tegn = 0;
        if (naa.isEmpty()) {
            return;
        }
        mottaker.ventes(naa.stream().map(Lest::virksomhet).toList());
        for (Lest en : naa) {
            try {
                mottaker.ta(en.virksomhet);
            } catch (UgyldigVerdi | Registerkonflikt e) {
                throw new Lesefeil(
                        en.start.linje(),
                        en.start.kolonne(),
                        Optional.of(en.virksomhet.organisasjonsnummer().verdi()),
                        e.getMessage());
            }
        }
    }
}
