package no.rrh.bootstrap.rundtur;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
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
import no.rrh.application.port.out.MinneInnsynslogg;
import no.rrh.application.service.Adgangskontroll;
import no.rrh.application.service.Endringsloggfoelging;
import no.rrh.application.service.Endringslogglesing;
import no.rrh.application.service.Historikkoppslag;
import no.rrh.application.service.Personsoek;
import no.rrh.application.service.Registertilsyn;
import no.rrh.application.service.Sekvensnummeroppslag;
import no.rrh.bootstrap.Testlager;
import no.rrh.bootstrap.system.Raa;
import no.rrh.domain.Eksempler;
import no.rrh.domain.fuzz.Fuzz;
import no.rrh.domain.fuzz.Mutasjon;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.http.endringslogg.EndringsloggRessurs;
import no.rrh.http.endringslogg.Endringsstroemmer;
import no.rrh.http.endringslogg.SekvensnummerRessurs;
import no.rrh.http.endringslogg.Stroemgrenser;
import no.rrh.http.ipfilter.Ipfilter;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.BodsRepresentasjon;
import no.rrh.http.tjener.Tjener;
import no.rrh.http.tjener.Tjenergrenser;
import no.rrh.http.tjener.Tjenerinnstillinger;
import no.rrh.http.virksomhet.HistorikkRessurs;
import no.rrh.http.virksomhet.SoekRessurs;
import no.rrh.http.virksomhet.VirksomhetRessurs;
import no.rrh.persistence.register.Registerlager;

/**
 * Queries with what means something in them, mutated, over sockets to a register in a database: each is answered as the OpenAPI file has
 * it, never by a 500; what is found is what was asked for; no number is repeated in a refusal; and the register is as it was.
 */
class VilkaarligeSpoerringerTest {
    private static final Instant NAA = Instant.parse("2026-11-25T10:00:00Z");
    private static final Clock KLOKKE = Clock.fixed(NAA, ZoneOffset.UTC);
    private static final Konsument KALLER = new Konsument(
            Eksempler.organisasjonsnummer(9), Optional.empty(), "klient", Set.of(Scope.OFFENTLIG), Instant.MAX);

    private static final String V1 = "/api/oppslag/v1/";
    private static final String SOEK = V1 + "virksomheter";
    private static final String LOGG = V1 + "endringslogg";
    private static final String FOEDSELSNUMMER = "05910298382";
    private static final Set<String> STIER = Set.of(SOEK, LOGG, V1 + "sekvensnummer", SOEK + "/314208641");
    private static final Set<Integer> SVAR = Set.of(200, 400, 404);

    private static final Fuzz<String> FUZZ = Fuzz.mot(
            "queries",
            Fuzz.filer(VilkaarligeSpoerringerTest.class, "spoerringer").stream()
                    .map(tilfelle -> new String(tilfelle.innhold(), ISO_8859_1).strip())
                    .toList());

    private static Register register;
    private static String innhold;
    private static Endringsstroemmer stroemmer;
    private static Tjener tjener;

    @BeforeContainer
    static void aapne() throws IOException {
        register = new Register(Testlager.H2);
        register.les(List.of(
                Eksempler.virksomhetMedAlt(),
                Eksempler.meldt(Eksempler.organisasjonsnummer(1), Eksempler.REGISTRERT),
                Eksempler.ikkeMeldt(Eksempler.organisasjonsnummer(2), Eksempler.REGISTRERT)));
        innhold = register.somLinjer();
        Registerlager lager = register.lager;
        Adgangskontroll adgang = new Adgangskontroll(Avtaler.UTEN);
        V1Representasjon representasjon = new V1Representasjon();
        Historikkoppslag oppslag = new Historikkoppslag(lager.virksomhetsregister(), adgang);
        stroemmer = new Endringsstroemmer(
                new Registertilsyn(lager.endringslogg(), List::of),
                KLOKKE,
                new Stroemgrenser(1, 1, Duration.ofSeconds(4)));
        tjener = Tjener.bind(
                new Tjenerinnstillinger(
                        "127.0.0.1",
                        0,
                        Duration.ofSeconds(10),
                        Tjenergrenser.STANDARD,
                        Ipfilter.aapent(),
                        Optional.empty(),
                        true),
                KLOKKE,
                new SimpleMeterRegistry());
        tjener.aapne(
                headere -> KALLER,
                () -> true,
                new MinneInnsynslogg(),
                List.of(
                        new VirksomhetRessurs(
                                oppslag,
                                representasjon,
                                new BodsRepresentasjon(hva -> new UUID(hva.hashCode(), hva.length()))),
                        new HistorikkRessurs(
                                oppslag,
                                representasjon,
                                new BodsRepresentasjon(hva -> new UUID(hva.hashCode(), hva.length()))),
                        new SoekRessurs(
                                new Personsoek(lager.virksomhetsregister(), lager.personindeks(), adgang),
                                representasjon),
                        new SekvensnummerRessurs(new Sekvensnummeroppslag(lager.endringslogg(), adgang)),
                        new EndringsloggRessurs(
                                new Endringslogglesing(lager.endringslogg(), adgang),
                                new Endringsloggfoelging(lager.endringslogg(), adgang),
                                stroemmer)));
    }

    @AfterContainer
    static void lukk() {
        stroemmer.close();
        tjener.close();
        try (Register etter = register) {
            assertThat(etter.somLinjer().equals(innhold))
                    .as("the register as it was")
                    .isTrue();
        }
        FUZZ.fortell();
    }

    @Property(edgeCases = EdgeCasesMode.FIRST)
    @Tag(Fuzz.MERKE)
    void everyQueryIsAnsweredByWhatItAsksForOrByARefusal(@ForAll("maal") String maal) {
        Raa.Svar svar =
                Raa.send(URI.create("http://127.0.0.1:" + tjener.port()), "GET", maal, "Authorization: Bearer x");

        FUZZ.noter(svar.status() + " " + (STIER.contains(sti(maal)) ? sti(maal) : "another path"));
        assertThat(svar.status()).isIn(SVAR);
        if (svar.status() != 200) {
            assertThat(svar.tekst())
                    .doesNotContain(FOEDSELSNUMMER.substring(0, 9), "Exception", "SELECT", "org.h2", "jdbc");
        } else if (sti(maal).equals(LOGG)) {
            assertThat(nummer(svar)).isEqualTo(ventet(maal));
        } else if (sti(maal).equals(SOEK)) {
            assertThat(verdier(maal, "foedselsnummer")).hasSize(1);
            boolean kjent = verdier(maal, "foedselsnummer").get(0).equals(FOEDSELSNUMMER);
            assertThat(svar.json().get("virksomheter").size()).isEqualTo(kjent ? 2 : 0);
        }
    }

    private static String sti(String maal) {
        return maal.replaceFirst("\\?.*", "");
    }

    private static List<Long> nummer(Raa.Svar svar) {
        return StreamSupport.stream(svar.json().spliterator(), false)
                .map(hendelse -> Long.valueOf(hendelse.get("id").asText()))
                .toList();
    }

    /** By another way to the same register. */
    private static List<Long> ventet(String maal) {
        long etter = verdier(maal, "sekvensnummer").stream()
                .map(Long::valueOf)
                .findFirst()
                .orElse(0L);
        int antall = verdier(maal, "antall").stream()
                .map(Integer::valueOf)
                .findFirst()
                .orElse(1000);
        return register.lager.endringslogg().etter(0, 1000).stream()
                .map(NummerertEndring::sekvensnummer)
                .filter(nummer -> nummer > etter)
                .limit(antall)
                .toList();
    }

    /** Of the parameter, decoded; a plus is a plus. */
    private static List<String> verdier(String maal, String navn) {
        return Arrays.stream(maal.replaceFirst("^[^?]*\\??", "").split("&"))
                .map(parameter -> parameter.split("=", 2))
                .filter(parameter -> avkodet(parameter[0]).equals(navn))
                .map(parameter -> parameter.length == 2 ? avkodet(parameter[1]) : "")
                .toList();
    }

    private static String avkodet(String tekst) {
        return URLDecoder.decode(tekst.replace("+", "%2B"), UTF_8);
    }

    /** Parameters that are right for one of the operations, or nearly, and the whole of it mutated now and then. */
    @Provide
    Arbitrary<String> maal() {
        Arbitrary<String> stier = Arbitraries.of(
                SOEK,
                SOEK,
                LOGG,
                LOGG,
                V1 + "sekvensnummer",
                V1 + "virksomheter/314208641",
                "/api/virksomheter/314208641");
        Arbitrary<String> navn = Arbitraries.frequencyOf(
                Tuple.of(12, Arbitraries.of("foedselsnummer", "sekvensnummer", "antall", "tidspunkt")),
                Tuple.of(
                        1,
                        Arbitraries.of(
                                "", "format", "antal%6C", "Antall", "foedselsnummer%00", "%F0%9F%98%80", "a;b", "[]")));
        Arbitrary<String> rette = Arbitraries.of(
                FOEDSELSNUMMER,
                FOEDSELSNUMMER,
                "17912099997",
                "0",
                "3",
                "9223372036854775807",
                "10000",
                "2026-11-25T10:00:00.000Z",
                "2026-11-25T10:00:00.001%2B02:00");
        Arbitrary<List<Mutasjon>> faa =
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(List.of())), Tuple.of(2, Mutasjon.liste(3)));
        Arbitrary<String> verdi = Combinators.combine(rette, faa, Arbitraries.of(true, true, false))
                .as((rett, mutasjoner, kodet) -> {
                    String mutert = raa(rett, mutasjoner);
                    return kodet && !mutert.equals(rett) ? kodet(mutert) : mutert;
                });
        Arbitrary<List<Mutasjon>> sjelden =
                Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.just(List.of())), Tuple.of(1, Mutasjon.liste(3)));
        Arbitrary<String> parameter = Combinators.combine(navn, verdi).as((n, v) -> n + "=" + v);
        return FUZZ.foerst(Combinators.combine(
                        stier,
                        parameter.list().ofMinSize(1).ofMaxSize(3),
                        Arbitraries.of("&", "&", "&", "&&", ";"),
                        sjelden)
                .as((sti, parametre, mellom, mutasjoner) -> raa(sti + "?" + String.join(mellom, parametre), mutasjoner))
                // a line of its own would be another request
                .filter(maal -> maal.startsWith("/") && maal.chars().noneMatch(tegn -> tegn <= ' ')));
    }

    /** Mutated as bytes, each of which is a character. */
    private static String raa(String rett, List<Mutasjon> mutasjoner) {
        return new String(Mutasjon.bytes(rett.getBytes(ISO_8859_1), mutasjoner), ISO_8859_1);
    }

    /** Each byte by its number. */
    private static String kodet(String tekst) {
        StringBuilder kodet = new StringBuilder();
        for (byte en : tekst.getBytes(ISO_8859_1)) {
            kodet.append(String.format("%%%02X", en));
        }
        return kodet.toString();
    }
}
