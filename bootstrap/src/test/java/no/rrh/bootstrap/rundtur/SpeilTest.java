package no.rrh.bootstrap.rundtur;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.rrh.bootstrap.Testlager;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.representasjon.Spraak;
import no.rrh.http.representasjon.V1Representasjon;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/**
 * A mirror of the register that is made over HTTP while others write to it, and the register is closed and opened again in
 * the middle. {@code -Dspeil.froe} has the same random writes again, though not in the same order among the writers.
 */
@ParameterizedClass
@CsvSource({"H2, 4000", "POSTGRES, 1500"})
class SpeilTest {
    private static final long FROE = Long.getLong("speil.froe", System.nanoTime());
    private static final int SKRIVERE = 4;
    private static final int FOER_TOTALBESTANDEN = 500;

    /** The change after the number may be one that no gjeldende registration shows, so one is not enough. */
    private static final int TOTALBESTANDER = 3;

    private static final String TYPE = "no.brreg.rrh.rettighetsinformasjon.";

    @TempDir
    Path mappe;

    @Parameter(0)
    Testlager lager;

    /** How many at the least: for what only chance brings, one long run is enough. */
    @Parameter(1)
    int endringer;

    private final Clock klokke = Clock.systemUTC();
    private final Logger forespoersler = (Logger) LoggerFactory.getLogger("no.rrh.http.foresporsel");

    /** A line for each of some thousand requests tells nobody anything. */
    @BeforeEach
    void logglite() {
        forespoersler.setLevel(Level.WARN);
    }

    @AfterEach
    void loggSomFoer() {
        forespoersler.setLevel(null);
    }

    @Test
    void aMirrorEqualsTheRegisterAfterThousandsOfChangesWithNoneMissedAndNoneDouble() {
        System.out.println("speil.froe = " + FROE);
        try (Registertjener tjener = new Registertjener(lager, mappe, klokke)) {
            Tilfeldigskriver skriver = new Tilfeldigskriver(tjener, klokke);
            skriver.skriv(new Random(FROE), () -> skriver.gjort.size() >= FOER_TOTALBESTANDEN);
            AtomicBoolean nok = new AtomicBoolean();
            CompletableFuture<Void> skriving = startSkrivere(skriver, nok::get);
            Speil speil;
            long fra;
            try {
                for (int i = 1; i < TOTALBESTANDER; i++) {
                    begynt(tjener);
                }
                speil = begynt(tjener);
                fra = speil.sekvensnummer();
                foelg(tjener, speil, skriving, nok);
            } finally {
                nok.set(true);
            }

            assertThat(speil.hendelser()).hasSizeGreaterThanOrEqualTo(endringer);
            assertThat(speil.sekvensnummer())
                    .isEqualTo(tjener.register().endringslogg().siste());
            assertNoneMissedAndNoneDouble(speil, fra, heleLoggen(tjener), skriver);
            assertThat(speil.gjeldende()).isEqualTo(gjeldende(tjener.register().virksomhetsregister()::hentGjeldende));
        }
    }

    /** A new mirror from a new totalbestand, which is the register as it was at the number that came with it. */
    private static Speil begynt(Registertjener tjener) {
        tjener.lagTotalbestand();
        Speil speil = new Speil(tjener);
        speil.begynn();
        assertThat(speil.gjeldende())
                .isEqualTo(gjeldende(
                        nummer -> tjener.register().virksomhetsregister().hentVed(nummer, speil.sekvensnummer())));
        return speil;
    }

    private static CompletableFuture<Void> startSkrivere(Tilfeldigskriver skriver, BooleanSupplier nok) {
        return CompletableFuture.allOf(IntStream.rangeClosed(1, SKRIVERE)
                .mapToObj(n -> CompletableFuture.runAsync(
                        () -> skriver.skriv(new Random(FROE + n), nok),
                        oppgave -> new Thread(oppgave, "skriver-" + n).start()))
                .toArray(CompletableFuture[]::new));
    }

    /** Until it has so many changes that it is enough, and then all that the writers had time for. */
    private void foelg(Registertjener tjener, Speil speil, CompletableFuture<Void> skriving, AtomicBoolean nok) {
        CompletableFuture<Void> omstart = null;
        boolean ferdig = false;
        while (speil.foelg() || !ferdig) {
            ferdig = skriving.isDone();
            nok.set(speil.hendelser().size() >= endringer);
            if (omstart == null && speil.hendelser().size() > endringer / 2) {
                omstart = CompletableFuture.runAsync(tjener::omstart);
            }
        }
        skriving.join();
        assertThat(omstart).isNotNull();
        omstart.join();
    }

    private static List<JsonNode> heleLoggen(Registertjener tjener) {
        List<JsonNode> logg = new ArrayList<>();
        List<JsonNode> side = Speil.endringer(tjener, 0, 10_000);
        while (!side.isEmpty()) {
            logg.addAll(side);
            side = Speil.endringer(tjener, logg.size(), 10_000);
        }
        return logg;
    }

    private static void assertNoneMissedAndNoneDouble(
            Speil speil, long fra, List<JsonNode> logg, Tilfeldigskriver skriver) {
        assertThat(logg.stream().map(hendelse -> hendelse.get("id").asLong()).toList())
                .isEqualTo(LongStream.rangeClosed(1, logg.size()).boxed().toList());
        assertThat(speil.hendelser()).isEqualTo(logg.subList((int) fra, logg.size()));
        Map<String, Long> iLoggen = antall(logg.stream().map(SpeilTest::linje));
        Map<String, Long> gjort = antall(skriver.gjort.stream());
        Map<String, Long> gjortEllerUvisst = antall(Stream.concat(skriver.gjort.stream(), skriver.uvisst.stream()));
        assertThat(gjort)
                .allSatisfy((linje, antall) -> assertThat(iLoggen.getOrDefault(linje, 0L))
                        .as(linje)
                        .isBetween(antall, gjortEllerUvisst.get(linje)));
        assertThat(gjortEllerUvisst.keySet().containsAll(iLoggen.keySet()))
                .as("no change that nobody made")
                .isTrue();
    }

    private static Map<String, Long> antall(Stream<String> linjer) {
        return linjer.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    private static String linje(JsonNode hendelse) {
        JsonNode data = hendelse.get("data");
        return Tilfeldigskriver.linje(
                hendelse.get("type").asText().substring(TYPE.length()),
                data.get("organisasjonsnummer").asText(),
                data.get("registreringsid").asText());
    }

    private static SortedMap<String, JsonNode> gjeldende(
            Function<Organisasjonsnummer, Optional<RegistreringspliktigVirksomhet>> register) {
        SortedMap<String, JsonNode> gjeldende = new TreeMap<>();
        for (Organisasjonsnummer nummer : Tilfeldigskriver.VIRKSOMHETER) {
            register.apply(nummer)
                    .flatMap(virksomhet -> Innsynspolicy.gjeldende(virksomhet, Innsynsnivaa.PERSONER_I_FULL))
                    .map(innsyn -> new V1Representasjon().virksomhet(innsyn, Spraak.BOKMAAL))
                    .ifPresent(json ->
                            gjeldende.put(nummer.verdi(), Speil.lest(json).at("/registreringer/0")));
        }
        return gjeldende;
    }
}
