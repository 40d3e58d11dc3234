package no.rrh.persistence.register;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.rrh.domain.registrering.Endring;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.persistence.lagringsform.LagretRegistrering;

/**
 * What one change of a virksomhet replaces and makes, once it has its numbers. A registration's content changes with the
 * first change that names it; what is stated of the virksomhet itself changes with the change that names the gjeldende
 * registration, or else with the last.
 *
 * @param ny whether the virksomhet was unknown
 * @param nyeIder the registrations that were unknown
 * @param nyePersoner those who stood in none of its registrations, and do now
 * @param tidligerePersoner those who stood in one, and do no more
 * @param tidligereTilstand what stood before, when it does no more
 * @param tidligereVersjoner content that was replaced
 */
record Overgang(
        Lagret etter,
        boolean ny,
        List<UUID> nyeIder,
        Set<Foedselsnummer> nyePersoner,
        Set<Foedselsnummer> tidligerePersoner,
        Optional<TidligereTilstand> tidligereTilstand,
        List<TidligereVersjon> tidligereVersjoner) {
    /** A state that held from one change up to, not including, another. */
    record TidligereTilstand(long fra, long til, Tilstand tilstand) {}

    /** The content that a registration had up to, not including, a change. */
    record TidligereVersjon(LagretRegistrering lagret, long til) {}

    /**
     * Works it out.
     *
     * @param foer what is stored
     * @param foerste the sekvensnummer of the first of the changes
     */
    static Overgang av(Optional<Lagret> foer, Registerendring endring, long foerste) {
        List<UUID> nyeIder = new ArrayList<>();
        List<TidligereVersjon> versjoner = new ArrayList<>();
        Map<UUID, Long> innholdFra = new HashMap<>();
        for (Registrering registrering : endring.etter().registreringer()) {
            UUID id = registrering.registreringsid();
            Optional<LagretRegistrering> kjent = foer.flatMap(lagret -> lagret.registrering(id));
            if (kjent.filter(k -> k.registrering().somHistorisk().equals(registrering.somHistorisk()))
                    .isPresent()) {
                innholdFra.put(id, kjent.get().fra());
                continue;
            }
            long nummer = foerste + plass(endring.endringer(), id);
            innholdFra.put(id, nummer);
            kjent.ifPresentOrElse(k -> versjoner.add(new TidligereVersjon(k, nummer)), () -> nyeIder.add(id));
        }
        long fra = tilstandFra(foer, endring, foerste);
        Lagret etter = new Lagret(endring.etter(), fra, innholdFra);
        Set<Foedselsnummer> personerFoer = foer.map(Lagret::virksomhet)
                .map(RegistreringspliktigVirksomhet::personer)
                .orElse(Set.of());
        Set<Foedselsnummer> personerEtter = endring.etter().personer();
        return new Overgang(
                etter,
                foer.isEmpty(),
                nyeIder,
                uten(personerEtter, personerFoer),
                uten(personerFoer, personerEtter),
                erstattet(foer, etter),
                versjoner);
    }

    private static Set<Foedselsnummer> uten(Set<Foedselsnummer> personer, Set<Foedselsnummer> andre) {
        Set<Foedselsnummer> resten = new HashSet<>(personer);
        resten.removeAll(andre);
        return resten;
    }

    private static long tilstandFra(Optional<Lagret> foer, Registerendring endring, long foerste) {
        Tilstand ny = Tilstand.av(endring.etter());
        if (foer.isEmpty()) {
            return foerste;
        }
        if (Tilstand.av(foer.get().virksomhet()).equals(ny)) {
            return foer.get().fra();
        }
        int siste = endring.endringer().size() - 1;
        return foerste
                + ny.gjeldende().map(id -> plass(endring.endringer(), id)).orElse(siste);
    }

    private static Optional<TidligereTilstand> erstattet(Optional<Lagret> foer, Lagret etter) {
        return foer.filter(lagret -> lagret.fra() != etter.fra())
                .map(lagret -> new TidligereTilstand(lagret.fra(), etter.fra(), Tilstand.av(lagret.virksomhet())));
    }

    /** Which of the changes is the first to name the registration; the last when none does. */
    private static int plass(List<Endring> endringer, UUID id) {
        for (int i = 0; i < endringer.size(); i++) {
            if (endringer.get(i).registreringsid().equals(id)) {
                return i;
            }
        }
        return endringer.size() - 1;
    }
}
