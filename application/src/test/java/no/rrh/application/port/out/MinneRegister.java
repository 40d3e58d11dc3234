package no.rrh.application.port.out;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.Endring;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * A register in memory, for tests of what uses one. It keeps every state of every virksomhet by sekvensnummer; a commit
 * is the moment when {@link #siste} moves on, and a snapshot is a number to read at.
 */
public final class MinneRegister implements Virksomhetsregister, Endringslogg, Personindeks {
    private final List<Generasjon> generasjoner =
            new CopyOnWriteArrayList<>(List.of(new Generasjon(UUID.randomUUID(), 0)));
    private final Clock klokke;
    private final ReentrantLock skrivetur = new ReentrantLock();
    private final NavigableMap<Organisasjonsnummer, NavigableMap<Long, RegistreringspliktigVirksomhet>> tilstander =
            new ConcurrentSkipListMap<>();
    private final NavigableMap<Long, NummerertEndring> endringer = new ConcurrentSkipListMap<>();
    private final Map<UUID, Organisasjonsnummer> eiere = new ConcurrentHashMap<>();
    private volatile long siste;

    public MinneRegister(Clock klokke) {
        this.klokke = klokke;
    }

    @Override
    public Optional<RegistreringspliktigVirksomhet> hentGjeldende(Organisasjonsnummer nummer) {
        return hent(nummer).flatMap(MinneRegister::medGjeldendeAlene);
    }

    @Override
    public Optional<RegistreringspliktigVirksomhet> hent(Organisasjonsnummer nummer) {
        return hentVed(nummer, siste);
    }

    @Override
    public Optional<RegistreringspliktigVirksomhet> hentVed(Organisasjonsnummer nummer, long sekvensnummer) {
        return Optional.ofNullable(tilstander.get(nummer))
                .map(etterNummer -> etterNummer.floorEntry(Math.min(sekvensnummer, siste)))
                .map(Map.Entry::getValue);
    }

    @Override
    public <T> T lesBestand(Function<Bestand, T> leser) {
        return leser.apply(new MinneBestand(siste));
    }

    @Override
    public <T> T skriv(Function<Skriving, T> arbeid) {
        if (skrivetur.isHeldByCurrentThread()) {
            throw new IllegalStateException("a write cannot begin within another");
        }
        skrivetur.lock();
        try {
            MinneSkriving skriving = new MinneSkriving();
            T svar = arbeid.apply(skriving);
            skriving.fullfoer();
            return svar;
        } finally {
            skrivetur.unlock();
        }
    }

    @Override
    public boolean erTomt() {
        return tilstander.isEmpty();
    }

    @Override
    public List<NummerertEndring> etter(long sekvensnummer, int antall) {
        long til = siste;
        return sekvensnummer >= til
                ? List.of()
                : endringer.subMap(sekvensnummer, false, til, true).values().stream()
                        .limit(antall)
                        .toList();
    }

    @Override
    public long siste() {
        return siste;
    }

    @Override
    public long foer(Instant tidspunkt) {
        return endringer.headMap(siste, true).values().stream()
                .filter(endring -> endring.tidspunkt().isBefore(tidspunkt))
                .mapToLong(NummerertEndring::sekvensnummer)
                .max()
                .orElse(0);
    }

    @Override
    public List<Generasjon> generasjoner() {
        return List.copyOf(generasjoner);
    }

    @Override
    public List<Organisasjonsnummer> virksomheter(
            Foedselsnummer person, Optional<Organisasjonsnummer> etter, int antall) {
        return etter.map(nummer -> tilstander.tailMap(nummer, false)).orElse(tilstander).keySet().stream()
                .filter(nummer -> hent(nummer).filter(v -> v.harHatt(person)).isPresent())
                .limit(antall)
                .toList();
    }

    private static Optional<RegistreringspliktigVirksomhet> medGjeldendeAlene(
            RegistreringspliktigVirksomhet virksomhet) {
        return virksomhet
                .gjeldende()
                .map(gjeldende -> new RegistreringspliktigVirksomhet(
                        virksomhet.organisasjonsnummer(),
                        virksomhet.foerstRegistrert(),
                        virksomhet.slettet(),
                        List.of(gjeldende)));
    }

    private final class MinneBestand implements Bestand {
        private static final int UTSNITT = 3;

        private final long sekvensnummer;

        MinneBestand(long sekvensnummer) {
            this.sekvensnummer = sekvensnummer;
        }

        @Override
        public long sekvensnummer() {
            return sekvensnummer;
        }

        @Override
        public long antall() {
            long[] antall = {0};
            forHver(virksomhet -> antall[0]++);
            return antall[0];
        }

        @Override
        public void forHvertUtsnitt(Consumer<Utsnitt> mottaker) {
            List<RegistreringspliktigVirksomhet> alle = tilstander.keySet().stream()
                    .flatMap(
                            nummer -> hentVed(nummer, sekvensnummer).flatMap(MinneRegister::medGjeldendeAlene).stream())
                    .toList();
            Listeutsnitt.av(alle, UTSNITT).forEach(mottaker);
        }

        @Override
        public void forHver(Consumer<RegistreringspliktigVirksomhet> mottaker) {
            tilstander.keySet().forEach(nummer -> hentVed(nummer, sekvensnummer).ifPresent(mottaker));
        }
    }

    private final class MinneSkriving implements Skriving {
        private final Map<Organisasjonsnummer, RegistreringspliktigVirksomhet> naa = new HashMap<>();
        private final List<Runnable> vedFullfoering = new ArrayList<>();
        private final Map<UUID, Organisasjonsnummer> nyeEiere = new HashMap<>();
        private long nummer = siste;
        private Instant tidspunkt = Optional.ofNullable(endringer.floorEntry(nummer))
                .map(siste -> siste.getValue().tidspunkt())
                .orElse(Instant.EPOCH);

        @Override
        public Optional<RegistreringspliktigVirksomhet> hent(Organisasjonsnummer organisasjonsnummer) {
            return Optional.ofNullable(naa.get(organisasjonsnummer))
                    .or(() -> MinneRegister.this.hent(organisasjonsnummer));
        }

        @Override
        public void lagre(Registerendring endring) {
            RegistreringspliktigVirksomhet etter = endring.etter();
            if (endring.erTom()) {
                return;
            }
            if (!hent(etter.organisasjonsnummer()).equals(endring.foer())) {
                throw new IllegalArgumentException("the state before the change is not the one that is stored");
            }
            if (endring.foer().stream()
                    .flatMap(foer -> foer.registreringer().stream())
                    .anyMatch(r -> etter.registrering(r.registreringsid()).isEmpty())) {
                throw new IllegalArgumentException("the state after the change lacks a registration that is stored");
            }
            etter.registreringer().forEach(r -> krevLedig(r.registreringsid(), etter.organisasjonsnummer()));
            etter.registreringer().forEach(r -> nyeEiere.put(r.registreringsid(), etter.organisasjonsnummer()));
            Instant klokken = klokke.instant().truncatedTo(ChronoUnit.MILLIS);
            tidspunkt = klokken.isBefore(tidspunkt) ? tidspunkt : klokken;
            for (int i = 1; i <= endring.endringer().size(); i++) {
                ta(
                        new NummerertEndring(
                                ++nummer, tidspunkt, endring.endringer().get(i - 1)),
                        Mellomtilstand.av(endring, i));
            }
            naa.put(etter.organisasjonsnummer(), etter);
        }

        @Override
        public Generasjon nyGenerasjon(long over) {
            Generasjon ny = new Generasjon(UUID.randomUUID(), Math.max(nummer + 1, over));
            vedFullfoering.add(() -> generasjoner.add(ny));
            nummer = ny.etter();
            return ny;
        }

        @Override
        public List<Organisasjonsnummer> ikkeSlettede(Optional<Organisasjonsnummer> etter, int antall) {
            NavigableSet<Organisasjonsnummer> numre = new TreeSet<>(tilstander.keySet());
            numre.addAll(naa.keySet());
            return etter.map(nummer -> numre.tailSet(nummer, false)).orElse(numre).stream()
                    .filter(n -> hent(n).filter(v -> v.slettet().isEmpty()).isPresent())
                    .limit(antall)
                    .toList();
        }

        private void ta(NummerertEndring endring, RegistreringspliktigVirksomhet tilstand) {
            vedFullfoering.add(() -> {
                endringer.put(endring.sekvensnummer(), endring);
                tilstander
                        .computeIfAbsent(tilstand.organisasjonsnummer(), n -> new ConcurrentSkipListMap<>())
                        .put(endring.sekvensnummer(), tilstand);
            });
        }

        private void krevLedig(UUID id, Organisasjonsnummer organisasjonsnummer) {
            Organisasjonsnummer eier = nyeEiere.getOrDefault(id, eiere.get(id));
            if (eier != null && !eier.equals(organisasjonsnummer)) {
                throw new Registerkonflikt("registreringsid " + id + " tilhører allerede en annen virksomhet");
            }
        }

        void fullfoer() {
            vedFullfoering.forEach(Runnable::run);
            eiere.putAll(nyeEiere);
            siste = nummer;
        }
    }

    /** The state of a virksomhet when only the first of several changes have been made. */
    private static final class Mellomtilstand {
        static RegistreringspliktigVirksomhet av(Registerendring endring, int antall) {
            List<Endring> alle = endring.endringer();
            if (antall == alle.size()) {
                return endring.etter();
            }
            Set<UUID> gjort = new HashSet<>(alle.subList(0, antall).stream()
                    .map(Endring::registreringsid)
                    .toList());
            Optional<UUID> nyGjeldende = endring.etter().gjeldende().map(Registrering::registreringsid);
            boolean navngis = nyGjeldende
                    .filter(id ->
                            alle.stream().anyMatch(e -> e.registreringsid().equals(id)))
                    .isPresent();
            boolean virksomhetenErEndret = endring.foer().isEmpty() || navngis && gjort.contains(nyGjeldende.get());
            RegistreringspliktigVirksomhet hode =
                    virksomhetenErEndret ? endring.etter() : endring.foer().orElseThrow();
            return new RegistreringspliktigVirksomhet(
                    hode.organisasjonsnummer(),
                    hode.foerstRegistrert(),
                    hode.slettet(),
                    registreringer(endring, gjort, hode.gjeldende().map(Registrering::registreringsid)));
        }

        private static List<Registrering> registreringer(
                Registerendring endring, Set<UUID> gjort, Optional<UUID> gjeldende) {
            List<Registrering> registreringer = new ArrayList<>();
            for (Registrering etter : endring.etter().registreringer()) {
                UUID id = etter.registreringsid();
                Optional<Registrering> foer = endring.foer().flatMap(virksomhet -> virksomhet.registrering(id));
                (gjort.contains(id) ? Optional.of(etter) : foer)
                        .map(r -> med(r, gjeldende.filter(id::equals).isPresent()))
                        .ifPresent(registreringer::add);
            }
            return registreringer;
        }

        private static Registrering med(Registrering r, boolean gjeldende) {
            return new Registrering(
                    r.registreringsid(),
                    r.versjon(),
                    r.registreringsstatus(),
                    r.registrert(),
                    gjeldende && !r.erSletting(),
                    r.reelleRettighetshaverestatus(),
                    r.rettighetsinformasjon(),
                    r.uoverensstemmelse());
        }
    }
}
