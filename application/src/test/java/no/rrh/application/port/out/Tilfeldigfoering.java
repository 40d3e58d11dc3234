package no.rrh.application.port.out;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.sessions.JqwikSession;
import no.rrh.domain.Eksempler;
import no.rrh.domain.Vilkaarlig;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * Writes what chance says to a register, and keeps every state that it ought to have had. The same seed does the same.
 */
final class Tilfeldigfoering {
    /** Few, so that each has a long history. */
    static final List<Organisasjonsnummer> VIRKSOMHETER =
            IntStream.range(0, 4).mapToObj(Eksempler::organisasjonsnummer).toList();

    private static final int STOERRELSE = 100;

    private final Virksomhetsregister register;
    private final StillbarKlokke klokke;
    private final Random tilfeldig;
    private final RandomGenerator<RegistreringspliktigVirksomhet> virksomheter = generator(Vilkaarlig.virksomheter());
    private final RandomGenerator<Registrering> registreringer = generator(Vilkaarlig.registreringer());
    private final RandomGenerator<Uoverensstemmelse> uoverensstemmelser = generator(Vilkaarlig.uoverensstemmelser());

    /** The state after each write, by the number of its last change. */
    final Map<Organisasjonsnummer, NavigableMap<Long, RegistreringspliktigVirksomhet>> tilstander = new HashMap<>();

    /** Every write, by the number of its first change. */
    final NavigableMap<Long, Registerendring> endringer = new TreeMap<>();

    long siste;

    Tilfeldigfoering(Virksomhetsregister register, StillbarKlokke klokke, long froe) {
        this.register = register;
        this.klokke = klokke;
        this.tilfeldig = new Random(froe);
        VIRKSOMHETER.forEach(nummer -> tilstander.put(nummer, new TreeMap<>()));
    }

    /** One transaction of one to three writes, some of which the domain refuses, and some of which are given up. */
    void foer() {
        klokke.gaa(Duration.ofMillis(tilfeldig.nextInt(2_000) - 500));
        boolean angrer = tilfeldig.nextInt(8) == 0;
        List<Registerendring> gjort = new ArrayList<>();
        try {
            register.skriv(skriving -> {
                // arbitraries need a session of the thread they are drawn on, which is the register's to choose
                JqwikSession.run(() -> {
                    int antall = 1 + tilfeldig.nextInt(3);
                    for (int i = 0; i < antall; i++) {
                        skriv(skriving).ifPresent(gjort::add);
                    }
                });
                if (angrer) {
                    throw new Angret();
                }
                return gjort;
            });
            gjort.forEach(this::husk);
        } catch (Angret e) {
            // nothing to remember
        }
    }

    private Optional<Registerendring> skriv(Skriving skriving) {
        Organisasjonsnummer nummer = VIRKSOMHETER.get(tilfeldig.nextInt(VIRKSOMHETER.size()));
        try {
            Registerendring endring = endring(nummer, skriving.hent(nummer));
            skriving.lagre(endring);
            return endring.erTom() ? Optional.empty() : Optional.of(endring);
        } catch (UgyldigVerdi | Registerkonflikt e) {
            return Optional.empty();
        }
    }

    private Registerendring endring(Organisasjonsnummer nummer, Optional<RegistreringspliktigVirksomhet> foer) {
        Instant naa = klokke.instant();
        if (foer.isEmpty()) {
            return tilfeldig.nextBoolean()
                    ? Registerfoering.klargjoer(foer, nummer, nyId(), naa)
                    : Registerfoering.innles(foer, post(nummer, foer), this::nyId);
        }
        return switch (tilfeldig.nextInt(5)) {
            case 0 -> Registerfoering.klargjoer(foer, nummer, nyId(), naa);
            case 1 -> Registerfoering.registrer(foer, nummer, gjeldende());
            case 2 ->
                Registerfoering.mottaUoverensstemmelse(
                        foer.get(), uoverensstemmelser.next(tilfeldig).value());
            case 3 -> Registerfoering.slett(foer.get(), nyId(), naa);
            default -> Registerfoering.innles(foer, post(nummer, foer), this::nyId);
        };
    }

    private Registrering gjeldende() {
        Registrering registrering;
        do {
            registrering = registreringer.next(tilfeldig).value();
        } while (!registrering.erGjeldende());
        return registrering;
    }

    /** A record of an import: new registrations, and some that are known, with the content that another has. */
    private RegistreringspliktigVirksomhet post(
            Organisasjonsnummer nummer, Optional<RegistreringspliktigVirksomhet> foer) {
        RegistreringspliktigVirksomhet vilkaarlig = virksomheter.next(tilfeldig).value();
        List<Registrering> registreringer = new ArrayList<>(vilkaarlig.registreringer());
        foer.stream()
                .flatMap(virksomhet -> virksomhet.registreringer().stream())
                .filter(kjent -> tilfeldig.nextInt(3) == 0)
                .map(kjent -> tilfeldig.nextBoolean() ? kjent : annetInnhold(kjent.registreringsid()))
                .map(Registrering::somHistorisk)
                .forEach(registreringer::add);
        Instant foerst = foer.filter(virksomhet -> tilfeldig.nextBoolean())
                .map(RegistreringspliktigVirksomhet::foerstRegistrert)
                .orElse(vilkaarlig.foerstRegistrert());
        return new RegistreringspliktigVirksomhet(nummer, foerst, vilkaarlig.slettet(), registreringer);
    }

    private Registrering annetInnhold(UUID id) {
        Registrering innhold = registreringer.next(tilfeldig).value();
        return new Registrering(
                id,
                innhold.versjon(),
                innhold.registreringsstatus(),
                innhold.registrert(),
                false,
                innhold.reelleRettighetshaverestatus(),
                innhold.rettighetsinformasjon(),
                innhold.uoverensstemmelse());
    }

    private UUID nyId() {
        return new UUID(tilfeldig.nextLong(), tilfeldig.nextLong());
    }

    private void husk(Registerendring endring) {
        endringer.put(siste + 1, endring);
        siste += endring.endringer().size();
        tilstander.get(endring.etter().organisasjonsnummer()).put(siste, endring.etter());
    }

    private static <T> RandomGenerator<T> generator(Arbitrary<T> vilkaarlig) {
        AtomicReference<RandomGenerator<T>> generator = new AtomicReference<>();
        JqwikSession.run(() -> generator.set(vilkaarlig.generator(STOERRELSE)));
        return generator.get();
    }

    private static final class Angret extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
