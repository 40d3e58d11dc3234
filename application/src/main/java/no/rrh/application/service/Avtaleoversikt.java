package no.rrh.application.service;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Tilgangsregister;
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.IngenTilgang;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Tilgangsavtale;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * The agreements as they were a moment ago, so that no look-up waits for them. What has been revoked counts no more within
 * {@link #LENGST} of that, also when the register does not answer: then no agreement counts.
 */
public final class Avtaleoversikt implements Avtaler {
    /** How old what is known may be where agreements are asked for. */
    public static final Duration LENGST = Duration.ofSeconds(4);

    private final Tilgangsregister register;
    private final String miljoe;
    private final boolean kreves;
    private final Clock klokke;
    private final LongSupplier nanotid;
    private volatile Kjent kjent = new Kjent(Map.of(), Map.of(), -1, Long.MIN_VALUE);

    /**
     * Nothing is known before {@link #oppdater}.
     *
     * @param miljoe the environment whose agreements count
     * @param kreves whether a scope counts only with an agreement
     * @param nanotid a clock that never goes back, in nanoseconds
     */
    public Avtaleoversikt(
            Tilgangsregister register, String miljoe, boolean kreves, Clock klokke, LongSupplier nanotid) {
        this.register = register;
        this.miljoe = miljoe;
        this.kreves = kreves;
        this.klokke = klokke;
        this.nanotid = nanotid;
    }

    /**
     * Looks whether something is new. To be called every second.
     *
     * @throws RegisteretSvarerIkke when that cannot be known
     */
    public void oppdater() {
        long begynt = nanotid.getAsLong();
        long antall = register.antall();
        Kjent foer = kjent;
        Map<Organisasjonsnummer, List<Tilgangsavtale>> avtaler = antall == foer.antall ? foer.avtaler : les();
        Map<Organisasjonsnummer, Set<String>> adresser = adresser(avtaler);
        kjent = new Kjent(avtaler, adresser.equals(foer.adresser) ? foer.adresser : adresser, antall, begynt);
    }

    private Map<Organisasjonsnummer, Set<String>> adresser(Map<Organisasjonsnummer, List<Tilgangsavtale>> avtaler) {
        Instant naa = klokke.instant();
        return avtaler.values().stream()
                .flatMap(List::stream)
                .filter(avtale -> avtale.gjelder(naa) && !avtale.ipadresser().isEmpty())
                .collect(Collectors.groupingBy(
                        Tilgangsavtale::consumer,
                        Collectors.flatMapping(avtale -> avtale.ipadresser().stream(), Collectors.toSet())));
    }

    private Map<Organisasjonsnummer, List<Tilgangsavtale>> les() {
        return Avtaleforvaltning.etter(register.endringer()).stream()
                .filter(avtale -> !avtale.trukket() && avtale.miljoe().equals(miljoe))
                .collect(Collectors.groupingBy(Tilgangsavtale::consumer));
    }

    @Override
    public boolean kreves() {
        return kreves;
    }

    @Override
    public Optional<Tilgangsavtale> finn(Organisasjonsnummer consumer, Scope scope) {
        Kjent naa = kjent;
        if (kreves && !erNy(naa)) {
            throw new IngenTilgang(IngenTilgang.Aarsak.AVTALER_MANGLER);
        }
        return naa.avtaler.getOrDefault(consumer, List.of()).stream()
                .filter(avtale -> avtale.scope() == scope && avtale.gjelder(klokke.instant()))
                .min(Comparator.comparing(Tilgangsavtale::nummer));
    }

    private boolean erNy(Kjent naa) {
        return naa.antall >= 0 && nanotid.getAsLong() - naa.begynt <= LENGST.toNanos();
    }

    /** The addresses in the agreements that hold now, by consumer; the same object for as long as they are the same. */
    public Map<Organisasjonsnummer, Set<String>> adresser() {
        return kjent.adresser;
    }

    /**
     * What is known.
     *
     * @param antall how many changes there were; -1 when nothing is known
     * @param begynt when the looking began
     */
    private record Kjent(
            Map<Organisasjonsnummer, List<Tilgangsavtale>> avtaler,
            Map<Organisasjonsnummer, Set<String>> adresser,
            long antall,
            long begynt) {}
}
