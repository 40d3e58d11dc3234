package no.rrh.http.ipfilter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** The addresses that each consumer calls from by its agreements. */
public final class Avtaleadresser {
    /** Nobody has any. */
    public static final Avtaleadresser INGEN = new Avtaleadresser(Map::of);

    private final Supplier<Map<Organisasjonsnummer, Set<String>>> avtalte;
    private volatile Lest lest = new Lest(Map.of(), Map.of());

    /**
     * Those that hold at any time.
     *
     * @param avtalte addresses and CIDR ranges by consumer; the same object for as long as nothing has changed
     */
    public Avtaleadresser(Supplier<Map<Organisasjonsnummer, Set<String>>> avtalte) {
        this.avtalte = avtalte;
    }

    /** Whether it is an address of anybody's. */
    boolean erNoens(Ipadresse adresse) {
        return omraader().values().stream().anyMatch(omraader -> Ipomraade.noenInneholder(omraader, adresse));
    }

    /** Whether it is an address of the consumer's. */
    boolean erDens(Organisasjonsnummer consumer, Ipadresse adresse) {
        return Ipomraade.noenInneholder(omraader().getOrDefault(consumer, List.of()), adresse);
    }

    private Map<Organisasjonsnummer, List<Ipomraade>> omraader() {
        Map<Organisasjonsnummer, Set<String>> naa = avtalte.get();
        Lest siste = lest;
        if (siste.av != naa) {
            siste = new Lest(
                    naa,
                    naa.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey, dens -> Ipomraade.liste(String.join(",", dens.getValue())))));
            lest = siste;
        }
        return siste.omraader;
    }

    private record Lest(Map<Organisasjonsnummer, Set<String>> av, Map<Organisasjonsnummer, List<Ipomraade>> omraader) {}
}
