package no.rrh.bootstrap.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.config.Innstillingsfeil;
import no.rrh.bootstrap.utfall.Utfall;
import no.rrh.domain.fuzz.Fuzz;
import no.rrh.domain.fuzz.Mutasjon;

/**
 * Settings from flags, variables and the file, mutated: they are taken, or refused in one line that names a setting or where it was said
 * and never a password. So are command lines.
 */
class VilkaarligeInnstillingerTest {
    private static final String HEMMELIG = "S3kr1T-7f3a";
    private static final String EN_LINJE = "[^\\p{Cc}\\p{Zl}\\p{Zp}]+";

    /** For each some that are right, of which some are not right together. */
    private static final Map<Innstilling, List<String>> RETTE = rette();

    private static final List<String> SLAG = Stream.concat(
                    Arrays.stream(Innstilling.values()).map(Innstilling::noekkel),
                    Stream.of("ukjent innstilling", "filen", "kommandolinjen"))
            .toList();

    private static final Fuzz<Oppgitt> FUZZ = Fuzz.mot(
            "settings",
            Fuzz.filer(VilkaarligeInnstillingerTest.class, "innstillinger").stream()
                    .map(tilfelle ->
                            new Oppgitt(Map.of(), Map.of(), Optional.of(new Fil(tilfelle.navn(), tilfelle.innhold()))))
                    .toList());
    private static final Fuzz<List<String>> FUZZ_LINJER = Fuzz.mot(
            "command lines",
            Fuzz.filer(VilkaarligeInnstillingerTest.class, "kommandolinjer").stream()
                    .map(tilfelle ->
                            new String(tilfelle.innhold(), UTF_8).lines().toList())
                    .toList());

    private static Path fil;

    /** A file of settings. */
    private record Fil(String navn, byte[] innhold) {
        @Override
        public String toString() {
            return navn;
        }
    }

    /** What is said, and where. */
    private record Oppgitt(Map<Innstilling, String> flagg, Map<String, String> variabler, Optional<Fil> fil) {}

    private static Map<Innstilling, List<String>> rette() {
        Map<Innstilling, List<String>> rette = new EnumMap<>(Innstilling.class);
        for (Innstilling innstilling : Innstilling.values()) {
            rette.put(innstilling, innstilling.standard().map(List::of).orElse(List.of("x")));
        }
        rette.put(Innstilling.ADRESSE, List.of("127.0.0.1", "::1", "2001:db8::192.0.2.1"));
        rette.put(
                Innstilling.DB_URL,
                List.of("jdbc:postgresql://vert:5432/rrh?sslmode=require", "jdbc:postgresql:///rrh"));
        rette.put(Innstilling.DB_PASSORD, List.of(HEMMELIG));
        rette.put(Innstilling.DB_REPLIKAER, List.of("jdbc:postgresql://a/rrh, jdbc:postgresql://b/rrh"));
        rette.put(Innstilling.MILJOE, List.of("lokal", "test", "produksjon"));
        rette.put(Innstilling.MASKINPORTEN_UTSTEDER, List.of("https://maskinporten.no/", "http://[::1]:9000/x/"));
        rette.put(
                Innstilling.IPFILTER_TILLAT,
                List.of("192.0.2.0/24, 2001:db8::/32,::ffff:10.0.0.0/104", "0.0.0.0/0,::/0"));
        rette.put(Innstilling.IPFILTER_PROXYER, List.of("10.0.0.1"));
        rette.put(Innstilling.IPFILTER_HEADER, List.of("Forwarded", "X-Forwarded-For"));
        rette.put(Innstilling.TILGANG_KREV, List.of("ja", "nei"));
        rette.put(Innstilling.INNSYNSLOGG, List.of("paa", "av"));
        rette.put(Innstilling.INNSYNSLOGG_SEGMENT, List.of("64KiB", "512MiB"));
        rette.put(Innstilling.TOTALBESTAND_CRON, List.of("0 0 * * *", "*/7 1-5,9 29 2 1,3", "0 0 30 2 *", "av"));
        rette.put(Innstilling.TOTALBESTAND_SONE, List.of("Europe/Oslo", "UTC+18:00"));
        rette.put(Innstilling.FORVALTNING_PORT, List.of("0", "8080", "av"));
        rette.put(Innstilling.LOGG_FORMAT, List.of("json", "tekst"));
        rette.put(Innstilling.KVOTE_SOEK, List.of("1/24t", "999999999/1s", "av"));
        // it is asked for, but for what cannot be read
        rette.remove(Innstilling.CONFIG);
        return rette;
    }

    @BeforeContainer
    static void lag() throws IOException {
        fil = Files.createTempFile("rrh-", ".properties");
    }

    @AfterContainer
    static void slett() throws IOException {
        Files.delete(fil);
        FUZZ.fortell();
        FUZZ_LINJER.fortell();
    }

    @Property(edgeCases = EdgeCasesMode.FIRST)
    @Tag(Fuzz.MERKE)
    void settingsAreTakenOrRefusedInOneLineWithoutThePassword(@ForAll("oppgitte") Oppgitt oppgitt) {
        Map<Innstilling, String> flagg = new EnumMap<>(Innstilling.class);
        flagg.putAll(oppgitt.flagg());
        oppgitt.fil().ifPresent(innhold -> {
            skriv(innhold.innhold());
            flagg.put(Innstilling.CONFIG, fil.toString());
        });
        try {
            Innstillinger.les(flagg, oppgitt.variabler());
            FUZZ.noter("taken");
        } catch (Innstillingsfeil e) {
            String melding = Utfall.av(e).melding();
            erGodMelding(melding);
            FUZZ.noter("refused: " + melding.replaceFirst("^(ugyldig verdi for \\S+|\\S+ \\S+).*", "$1"));
        }
    }

    private static void skriv(byte[] innhold) {
        try {
            Files.write(fil, innhold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void erGodMelding(String melding) {
        assertThat(melding).matches(EN_LINJE).doesNotContain(HEMMELIG.substring(0, 6));
        assertThat(SLAG).anyMatch(melding::contains);
        assertThat(melding.length()).isLessThan(1_000);
    }

    @Provide
    Arbitrary<Oppgitt> oppgitte() {
        Arbitrary<Map<Innstilling, String>> verdier = verdier();
        Arbitrary<Map<String, String>> variabler = Combinators.combine(verdier, faa())
                .as((rette, mutasjoner) -> {
                    Map<String, String> muterte = new HashMap<>();
                    rette.forEach((innstilling, verdi) -> muterte.put(innstilling.variabel(), verdi));
                    if (!mutasjoner.isEmpty()) {
                        muterte.put(Mutasjon.tekst(Innstilling.PORT.variabel(), mutasjoner), "0");
                    }
                    return muterte;
                });
        Arbitrary<Fil> filer = Combinators.combine(verdier, Arbitraries.of("=", ":", " ", " = "), faa())
                .as((rette, mellom, mutasjoner) -> {
                    String tekst = rette.entrySet().stream()
                            .map(en -> en.getKey().noekkel() + mellom + en.getValue() + "\n")
                            .collect(Collectors.joining());
                    byte[] mutert = Mutasjon.bytes(tekst.getBytes(UTF_8), mutasjoner);
                    return new Fil(new String(mutert, UTF_8), mutert);
                });
        return FUZZ.foerst(Arbitraries.frequencyOf(
                Tuple.of(1, verdier.map(flagg -> new Oppgitt(flagg, Map.of(), Optional.empty()))),
                Tuple.of(1, variabler.map(v -> new Oppgitt(Map.of(), v, Optional.empty()))),
                Tuple.of(2, filer.map(f -> new Oppgitt(Map.of(), Map.of(), Optional.of(f)))),
                Tuple.of(
                        1,
                        Combinators.combine(verdier, variabler, filer)
                                .as((flagg, v, f) -> new Oppgitt(flagg, v, Optional.of(f))))));
    }

    /** Of some settings, most of them right. */
    private static Arbitrary<Map<Innstilling, String>> verdier() {
        return Combinators.combine(
                        Arbitraries.of(RETTE.keySet()), Arbitraries.integers().between(0, 11), faa())
                .as((innstilling, nr, mutasjoner) -> {
                    List<String> rette = RETTE.get(innstilling);
                    return Map.entry(innstilling, Mutasjon.tekst(rette.get(nr % rette.size()), mutasjoner));
                })
                .list()
                .ofMaxSize(5)
                .map(noen -> {
                    Map<Innstilling, String> alle = new EnumMap<>(Innstilling.class);
                    noen.forEach(en -> alle.put(en.getKey(), en.getValue()));
                    return alle;
                });
    }

    private static Arbitrary<List<Mutasjon>> faa() {
        return Arbitraries.frequencyOf(Tuple.of(2, Arbitraries.just(List.of())), Tuple.of(1, Mutasjon.liste(3)));
    }

    /** No command is run: a variable that is no setting ends each that can be read. */
    @Property(edgeCases = EdgeCasesMode.FIRST)
    @Tag(Fuzz.MERKE)
    void commandLinesAreReadOrRefusedInOneLineWithoutThePassword(@ForAll("linjer") List<String> linje) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        ByteArrayOutputStream feil = new ByteArrayOutputStream();
        int kode = new Kommandolinje(
                        Map.of("RRH_UKJENT", ""),
                        InputStream.nullInputStream(),
                        new PrintStream(ut, true, UTF_8),
                        new PrintStream(feil, true, UTF_8))
                .kjoer(linje.toArray(String[]::new));
        String sagt = feil.toString(UTF_8);
        if (kode == Utfall.OK) {
            assertThat(sagt).isEmpty();
            assertThat(ut.toString(UTF_8)).doesNotContain(HEMMELIG.substring(0, 6));
            FUZZ_LINJER.noter("help or version");
        } else {
            assertThat(kode).isEqualTo(Utfall.FEIL_BRUK);
            assertThat(sagt).doesNotContain(HEMMELIG.substring(0, 6)).doesNotContain("Exception");
            FUZZ_LINJER.noter(sagt.startsWith("rrh: ") ? sagt.replaceFirst("(?s)^rrh: (\\S+ \\S+).*", "$1") : "usage");
            if (sagt.startsWith("rrh: ")) {
                assertThat(sagt).matches("rrh: " + EN_LINJE + "\\R");
            } else {
                assertThat(sagt).startsWith("Bruk: ");
            }
        }
    }

    /** The password stands in one word with its flag, or is the next one. */
    @Provide
    Arbitrary<List<String>> linjer() {
        Arbitrary<List<String>> kommandoer = Arbitraries.of(
                List.of("serve"),
                List.of("token", "--scope", "x"),
                List.of("importer", "fil.json", "--erstatt"),
                List.of("eksporter", "--ut", "fil.json"),
                List.of("generer", "--antall", "1", "--ut", "x"),
                List.of("lag-totalbestand"),
                List.of("flytt", "--til", "x"),
                List.of("gjenopprett", "x"),
                List.of("klient", "opprett", "--id", "x"),
                List.of("tilgang", "liste"),
                List.of("innsynslogg", "verifiser"),
                List.of("innsynslogg"),
                List.of());
        Arbitrary<List<String>> flagg = Combinators.combine(
                        Arbitraries.of(Innstilling.values()),
                        faa(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false))
                .as((innstilling, mutasjoner, iEtt, hemmelig) -> {
                    String navn =
                            "--" + utenLikhet(Mutasjon.tekst(innstilling.flagg().substring(2), mutasjoner));
                    String verdi = hemmelig ? HEMMELIG : "x";
                    return iEtt ? List.of(navn + "=" + verdi) : List.of(navn, verdi);
                });
        Arbitrary<List<String>> muterte = Combinators.combine(
                        kommandoer, Mutasjon.liste(3), Arbitraries.integers().between(0, 9))
                .as((kommando, mutasjoner, nr) -> {
                    List<String> ord = new ArrayList<>(kommando);
                    if (!ord.isEmpty()) {
                        ord.set(nr % ord.size(), Mutasjon.tekst(ord.get(nr % ord.size()), mutasjoner));
                    }
                    return ord;
                });
        return FUZZ_LINJER.foerst(Arbitraries.frequencyOf(
                Tuple.of(
                        2,
                        Combinators.combine(kommandoer, flagg.list().ofMaxSize(3))
                                .as((kommando, noen) -> Stream.concat(
                                                kommando.stream(), noen.stream().flatMap(List::stream))
                                        .toList())),
                Tuple.of(1, muterte)));
    }

    private static String utenLikhet(String tekst) {
        return tekst.replace("=", "");
    }
}
