package no.rrh.http.representasjon.lesing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.application.port.out.Registerleser.Mottaker;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;

/** Some virksomheter that have been read and not been given to the receiver, who is told of them all before the first. */
final class Pulje {
    private static final int FLEST = 100;

    /** So many registrations and holders; a virksomhet may have very many. */
    private static final int TYNGST = 1_000;

    private final Mottaker mottaker;
    private final List<Lest> ventende = new ArrayList<>();
    private int vekt;

    Pulje(Mottaker mottaker) {
        this.mottaker = mottaker;
    }

    private record Lest(RegistreringspliktigVirksomhet virksomhet, Sted start) {}

    /** Adds one, and gives them all when there are enough. */
    void legg(RegistreringspliktigVirksomhet virksomhet, Sted start) {
        ventende.add(new Lest(virksomhet, start));
        vekt += virksomhet.registreringer().stream().mapToInt(Pulje::vekt).sum();
        if (ventende.size() >= FLEST || vekt >= TYNGST) {
            gi();
        }
    }

    private static int vekt(Registrering registrering) {
        return registrering.rettighetsinformasjon() instanceof Rettighetshavere holdere
                ? 1 + holdere.reelleRettighetshavere().size()
                : 1;
    }

    /**
     * Gives those that there are. Whatever comes of it, there are none then.
     *
     * @throws Lesefeil when one is refused: as a whole, since it could be read
     */
    void gi() {
        List<Lest> naa = List.copyOf(ventende);
        ventende.clear();
        vekt = 0;
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
