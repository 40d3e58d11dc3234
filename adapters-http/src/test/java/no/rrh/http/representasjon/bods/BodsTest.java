package no.rrh.http.representasjon.bods;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.syntetisk.SyntetiskRegister;
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.IngenTilgang;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Tilgang;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.representasjon.Testdata;
import no.rrh.http.representasjon.lesing.V1Leser;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every virksomhet of the test data, and generated ones, as each of the six scopes sees them on both surfaces.
 * {@code -Dbods.antall=10000} generates more of them.
 */
class BodsTest {
    private static final int ANTALL = Integer.getInteger("bods.antall", 300);
    private static final long FROE = Long.getLong("bods.froe", 20261130);
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern ELLEVE_SIFRE = Pattern.compile("(?<![0-9a-f-])\\d{11}(?![0-9a-f-])");

    private final BodsRepresentasjon bods = Testbods.representasjon();

    private static Stream<RegistreringspliktigVirksomhet> virksomheter() throws IOException {
        List<RegistreringspliktigVirksomhet> testdata = new ArrayList<>();
        try (InputStream inn = Testdata.medTillegg()) {
            new V1Leser().les(inn, testdata::add);
        }
        return Stream.concat(testdata.stream(), new SyntetiskRegister(ANTALL, FROE).virksomheter());
    }

    private static Konsument konsument(Scope scope) {
        return new Konsument(
                new Organisasjonsnummer("310000019"), Optional.empty(), "klient", Set.of(scope), Instant.MAX);
    }

    /** The look-up of the surface by the scope; absent where it may not. */
    private static Optional<VirksomhetInnsyn> sett(
            RegistreringspliktigVirksomhet virksomhet, Scope scope, Operasjon operasjon) {
        try {
            Innsynsnivaa nivaa =
                    Tilgang.krev(konsument(scope), operasjon, Avtaler.UTEN).nivaa();
            return operasjon == Operasjon.OPPSLAG_A
                    ? Innsynspolicy.gjeldende(virksomhet, nivaa)
                    : Optional.of(Innsynspolicy.medHistorikk(virksomhet, nivaa));
        } catch (IngenTilgang e) {
            return Optional.empty();
        }
    }

    /** Each text once, however many may see it. */
    private void forHver(BiConsumer<Scope, byte[]> proeve) throws IOException {
        virksomheter().forEach(virksomhet -> {
            Set<String> sett = new HashSet<>();
            for (Scope scope : Scope.values()) {
                for (Operasjon operasjon : List.of(Operasjon.OPPSLAG_A, Operasjon.OPPSLAG_B)) {
                    sett(virksomhet, scope, operasjon).map(bods::virksomhet).ifPresent(json -> {
                        if (sett.add(scope.name().concat(Integer.toString(Arrays.hashCode(json))))) {
                            proeve.accept(scope, json);
                        }
                    });
                }
            }
        });
    }

    @Test
    void isValidByTheSchemaForEachScope() throws IOException {
        assumeTrue(
                Bodsskjema.finnes(), "The schema of BODS 0.4 is not beside the project, so nothing is validated by it");
        Bodsskjema skjema = Bodsskjema.les();
        Set<String> sett = new HashSet<>();
        int[] utsagn = {0};
        forHver((scope, json) -> {
            if (sett.add(new String(json, StandardCharsets.UTF_8))) {
                JsonNode alle = JSON.readTree(json);
                utsagn[0] += alle.size();
                assertThat(skjema.feil(alle)).as("seed %d", FROE).isEmpty();
            }
        });
        System.out.printf(
                "bods: %d files of %d statements, as six scopes see the test data and %d generated virksomheter, are valid%n",
                sett.size(), utsagn[0], ANTALL);
        assertThat(sett).hasSizeGreaterThan(ANTALL);
    }

    @Test
    void keepsTheRulesOfMeaningForEachScope() throws IOException {
        forHver((scope, json) -> Bodsregler.krev(JSON.readTree(json)));
    }

    @Test
    void tellsNoFoedselsnummerButToThoseWhoSeeIt() throws IOException {
        Set<Scope> vist = new LinkedHashSet<>();
        forHver((scope, json) -> {
            String tekst = new String(json, StandardCharsets.UTF_8);
            Set<String> numre = ELLEVE_SIFRE
                    .matcher(tekst)
                    .results()
                    .map(MatchResult::group)
                    .filter(Foedselsnummer::finnesI)
                    .collect(Collectors.toSet());
            Set<String> somNummer = JSON.readTree(json).findValues("identifiers").stream()
                    .flatMap(liste -> liste.findValuesAsString("id").stream())
                    .collect(Collectors.toSet());
            assertThat(somNummer).as("nowhere but as an identifier").containsAll(numre);
            if (!numre.isEmpty()) {
                vist.add(scope);
            }
        });
        assertThat(vist)
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(Scope.values())
                        .filter(scope -> Tilgang.krev(konsument(scope), Operasjon.OPPSLAG_B, Avtaler.UTEN)
                                .nivaa()
                                .foedselsnummer())
                        .toList());
    }

    /** What came back after it was closed is another record on surface B alone, which sees that it did. */
    @Test
    void namesARecordAlikeOnBothSurfaces() throws IOException {
        int[] like = {0};
        virksomheter().filter(virksomhet -> virksomhet.gjeldende().isPresent()).forEach(virksomhet -> {
            Set<String> a =
                    aapne(sett(virksomhet, Scope.OFFENTLIG, Operasjon.OPPSLAG_A).orElseThrow());
            Set<String> b =
                    aapne(sett(virksomhet, Scope.OFFENTLIG, Operasjon.OPPSLAG_B).orElseThrow());
            assertThat(b.stream().map(id -> id.replaceAll("-.*", "")).toList()).containsExactlyInAnyOrderElementsOf(a);
            like[0] += b.equals(a) ? 1 : 0;
        });
        assertThat(like[0]).isGreaterThan(ANTALL / 2);
    }

    /** Those that are not closed at the end. */
    private Set<String> aapne(VirksomhetInnsyn innsyn) {
        Set<String> ider = new LinkedHashSet<>();
        for (JsonNode ett : JSON.readTree(bods.virksomhet(innsyn))) {
            if (ett.get("recordStatus").asString().equals("closed")) {
                ider.remove(ett.get("recordId").asString());
            } else {
                ider.add(ett.get("recordId").asString());
            }
        }
        return ider;
    }
}
