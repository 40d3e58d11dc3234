package no.rrh.http.sikkerhet;

import static no.rrh.http.sikkerhet.Tokensmed.tekst;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
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
import no.rrh.domain.fuzz.Fuzz;
import no.rrh.domain.fuzz.Jsontre;
import no.rrh.domain.fuzz.Mutasjon;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Ukjent;

/**
 * A good token of which the header, the claims or the token itself is mutated, header and claims under a real signature: it is let in
 * only where what decides stands there as it should, once, and else it is refused and the log tells the reason and nothing of it.
 */
class VilkaarligeTokensTest {
    private static final Testklokke KLOKKE = new Testklokke();
    private static final Fuzz<Forsoek> FUZZ = Fuzz.mot(
            "tokens",
            MaskinportenAutentiseringTest.angrep()
                    .map(angrep -> new Forsoek(angrep.navn(), angrep.authorization(), false))
                    .toList());

    private static final Set<String> TYPER = Set.of("jwt", "at+jwt", "application/at+jwt");

    private final MaskinportenAutentisering autentisering = new MaskinportenAutentisering(
            new Utsteder(Tokensmed.UTSTEDER),
            Optional.empty(),
            new FasteNoekler(AngrepPaaHodet.NOEKLER),
            KLOKKE,
            10,
            new SimpleMeterRegistry());

    @AfterContainer
    static void fortell() {
        FUZZ.fortell();
    }

    /** What is sent, and whether it may be let in. Shown by what was done to it, never by its token. */
    private record Forsoek(String navn, List<String> authorization, boolean kanSlippesInn) {
        @Override
        public String toString() {
            return navn;
        }
    }

    @Property(edgeCases = EdgeCasesMode.FIRST)
    @Tag(Fuzz.MERKE)
    void letsInWhatIsRightAndNothingElse(@ForAll("forsoek") Forsoek forsoek) {
        try (Loggfangst logg = new Loggfangst()) {
            Kaller kaller = autentisering.autentiser(forsoek.authorization());
            if (kaller instanceof Konsument konsument) {
                assertThat(forsoek.kanSlippesInn()).as("may be let in").isTrue();
                assertThat(konsument.consumer().verdi()).isEqualTo("910753614");
                assertThat(logg.linjer(MaskinportenAutentisering.class)).isEmpty();
                FUZZ.noter("let in");
            } else {
                assertThat(kaller).isEqualTo(Ukjent.UGYLDIG_TOKEN);
                assertThat(logg.linjer(MaskinportenAutentisering.class))
                        .singleElement()
                        .asString()
                        .matches("DEBUG Token refused: [A-Z_0-9]+");
                FUZZ.noter(logg.linjer(MaskinportenAutentisering.class).get(0).replaceFirst(".* ", ""));
            }
            assertThat(logg.nevner(deler(forsoek))).as("told of in the log").isFalse();
        }
    }

    private static List<String> deler(Forsoek forsoek) {
        return forsoek.authorization().stream()
                .flatMap(verdi -> Stream.of(verdi.split("[. ]")))
                .filter(del -> del.length() > 20)
                .toList();
    }

    @Provide
    Arbitrary<Forsoek> forsoek() {
        Arbitrary<List<Mutasjon>> noen = Mutasjon.liste(4);
        Arbitrary<List<Mutasjon>> ingen = Arbitraries.just(List.of());
        return FUZZ.foerst(Arbitraries.frequencyOf(
                Tuple.of(3, Combinators.combine(noen, ingen, ingen).as(VilkaarligeTokensTest::forsoek)),
                Tuple.of(4, Combinators.combine(ingen, noen, ingen).as(VilkaarligeTokensTest::forsoek)),
                Tuple.of(2, Combinators.combine(ingen, ingen, noen).as(VilkaarligeTokensTest::forsoek)),
                Tuple.of(1, Combinators.combine(noen, noen, noen).as(VilkaarligeTokensTest::forsoek))));
    }

    private static Forsoek forsoek(List<Mutasjon> iHodet, List<Mutasjon> iKravene, List<Mutasjon> iTokenet) {
        Tokensmed god = new Tokensmed(KLOKKE.sekunder())
                .hode("typ", tekst("at+jwt"))
                .krav("supplier", Tokensmed.SUPPLIER)
                .krav("nbf", KLOKKE.sekunder());
        String hode = Jsontre.mutert(god.hodeJson(), iHodet);
        String krav = Jsontre.mutert(god.kravJson(), iKravene);
        String signert = god.raattHode(hode).raaeKrav(krav).token();
        String sendt = Mutasjon.tekst(signert, iTokenet);
        return new Forsoek(
                "header " + iHodet + ", claims " + iKravene + ", token " + iTokenet,
                List.of("Bearer " + sendt),
                sendt.equals(signert)
                        && Jsontre.les(hode)
                                .filter(VilkaarligeTokensTest::erRettHode)
                                .isPresent()
                        && Jsontre.les(krav)
                                .filter(VilkaarligeTokensTest::erRetteKrav)
                                .isPresent());
    }

    private static boolean erRettHode(Jsontre hode) {
        return har(hode, "alg", tekst("RS256")::equals)
                && har(hode, "kid", tekst("k1")::equals)
                && (hode.felt("typ").isEmpty() || har(hode, "typ", typ -> TYPER.contains(typ.replace("\"", ""))));
    }

    private static boolean erRetteKrav(Jsontre krav) {
        long naa = KLOKKE.sekunder();
        return har(krav, "iss", tekst(Tokensmed.UTSTEDER)::equals)
                && har(krav, "exp", erMellom(naa - 9, naa + 7_810))
                && har(krav, "iat", erMellom(naa - 7_810, naa + 10))
                && (krav.felt("nbf").isEmpty() || har(krav, "nbf", erMellom(0, naa + 10)))
                && (krav.felt("aud").isEmpty()
                        || har(krav, "aud", Set.of(tekst("unspecified"), "[" + tekst("unspecified") + "]")::contains))
                && (krav.felt("token_type").isEmpty() || har(krav, "token_type", tekst("Bearer")::equals))
                && krav.felt("cnf").isEmpty()
                && har(krav, "client_id", id -> id.startsWith("\"") && id.length() > 2)
                && har(krav, "scope", scope -> scope.startsWith("\""))
                && har(krav, "consumer", erPart(Tokensmed.CONSUMER))
                && (krav.felt("supplier").isEmpty()
                        || har(krav, "supplier", erPart(Tokensmed.CONSUMER).or(erPart(Tokensmed.SUPPLIER))));
    }

    /** Whether it has the member, once, with such a value as it stands. */
    private static boolean har(Jsontre objekt, String navn, Predicate<String> verdi) {
        return objekt.felt(navn).size() == 1
                && verdi.test(objekt.felt(navn).get(0).toString());
    }

    private static Predicate<String> erMellom(long minst, long stoerst) {
        return tall -> tall.matches("\\d{1,12}") && Long.parseLong(tall) >= minst && Long.parseLong(tall) <= stoerst;
    }

    /** With the two members that count, whatever else. */
    private static Predicate<String> erPart(String rett) {
        Jsontre ventet = Jsontre.les(rett).orElseThrow();
        return json -> {
            Jsontre part = Jsontre.les(json).orElseThrow();
            return Stream.of("authority", "ID")
                    .allMatch(navn -> har(part, navn, ventet.felt(navn).get(0).toString()::equals));
        };
    }
}
