package no.rrh.http.representasjon.bods;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rrh.domain.innsyn.Pseudonymisering;
import no.rrh.domain.innsyn.RegistreringInnsyn;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.Uoverensstemmelse;

/**
 * What was stated of a virksomhet as its registrations followed each other: a record is new, then updated where it says
 * something else, then closed, and never spoken of again.
 */
final class Forloep {
    private final Recordider ider;
    private final List<Utsagn> utsagn = new ArrayList<>();
    private Map<String, Post> aapne = new LinkedHashMap<>();
    private String omHvem;

    private Forloep(Recordider ider) {
        this.ider = ider;
    }

    /** The statements, in the order in which they were made. */
    static List<Utsagn> av(VirksomhetInnsyn virksomhet, Pseudonymisering hemmelig) {
        Forloep forloep = new Forloep(new Recordider(virksomhet.organisasjonsnummer(), hemmelig));
        List<RegistreringInnsyn> nyesteFoerst = virksomhet.registreringer();
        for (int i = nyesteFoerst.size() - 1; i >= 0; i--) {
            forloep.ta(virksomhet, nyesteFoerst.get(i));
        }
        virksomhet.slettet().ifPresent(naar -> forloep.lukk(Map.of(), naar, Optional.empty()));
        return forloep.utsagn;
    }

    private void ta(VirksomhetInnsyn virksomhet, RegistreringInnsyn registrering) {
        Map<String, Post> neste = Avbildning.av(virksomhet.organisasjonsnummer(), registrering, ider);
        Optional<UUID> melding = Optional.of(registrering.registreringsid());
        lukk(neste, registrering.registrert(), melding);
        omHvem = ider.virksomheten().verdi();
        neste.values().forEach(post -> {
            Post foer = aapne.get(post.id().verdi());
            if (foer == null || !foer.sierDetSammeSom(post)) {
                utsagn.add(new Utsagn(omHvem, registrering.registrert(), melding, status(foer), post));
            }
        });
        aapne = new LinkedHashMap<>(neste);
        registrering.uoverensstemmelse().ifPresent(ny -> merk(ny, registrering.registrert(), melding));
    }

    /** It is reported of a registration that was published without it. */
    private void merk(Uoverensstemmelse uoverensstemmelse, Instant registrert, Optional<UUID> melding) {
        Post virksomheten = aapne.get(omHvem);
        if (virksomheten != null) {
            Post merket = Virksomhetspost.medMerknad(virksomheten, uoverensstemmelse);
            Instant naar = uoverensstemmelse.mottatt().isAfter(registrert) ? uoverensstemmelse.mottatt() : registrert;
            utsagn.add(new Utsagn(omHvem, naar, melding, "updated", merket));
            aapne.put(omHvem, merket);
        }
    }

    private static String status(Post foer) {
        return foer == null ? "new" : "updated";
    }

    /** Those that stand no more: relationships before the parties that they are between. */
    private void lukk(Map<String, Post> neste, Instant naar, Optional<UUID> melding) {
        List<Post> lukkes = aapne.values().stream()
                .filter(post -> !neste.containsKey(post.id().verdi()))
                .sorted(Comparator.comparing(Post::slag).reversed())
                .toList();
        for (Post post : lukkes) {
            utsagn.add(new Utsagn(omHvem, naar, melding, "closed", post));
            ider.lukk(post.id());
        }
        lukkes.forEach(post -> aapne.remove(post.id().verdi()));
    }
}
