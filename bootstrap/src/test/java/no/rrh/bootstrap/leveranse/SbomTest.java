package no.rrh.bootstrap.leveranse;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.rrh.bootstrap.leveranse.Sbom.Bibliotek;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The bill of materials, and the list of licences that is taken from it. After a library has changed both are made anew by
 * {@code mvn test} with {@code -Dsbom.forny=true}, which always fails, so that a renewal is never mistaken for a test.
 */
class SbomTest {
    /** What the plugin found in this build. */
    private static final Path FUNNET = Path.of("target", "sbom", "bom.json");

    private static final Path LISTE = Path.of("..", "docs", "lisenser.md");
    /** What Maven 3.9 holds what it fetches against. */
    private static final Path SJEKKSUMMER = Path.of("..", ".mvn", "checksums", "checksums.sha256");

    private static final JsonMapper JSON = new JsonMapper();

    /** Those that a library may be used by, under the names that their poms give them. */
    private static final Set<String> TILLATT = Set.of(
            "Apache-2.0",
            "Apache License, 2.0",
            "MIT",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-2.0",
            "MPL-2.0",
            "CC0-1.0");

    /** Offered beside one of those, or held by a part of a library that has one of those as a whole. */
    private static final Set<String> VED_SIDEN_AV = Set.of(
            "GPL-2.0-with-classpath-exception",
            "The GNU General Public License (GPL), Version 2, With Classpath Exception",
            "LGPL-2.1-only",
            "MPL-1.1",
            "EPL 1.0",
            "Modified BSD",
            "jQuery license",
            "W3C license",
            "Public Domain");

    @Test
    void isWhatTheBuildFinds() throws IOException {
        assumeFalse(
                System.getProperty("rrh.maven").equals("offline=true"),
                "Maven is offline, and the plugin that looks does not run then");
        JsonNode funnet = medEnSum(JSON.readTree(Files.readString(FUNNET)));

        if (Boolean.getBoolean("sbom.forny")) {
            Files.createDirectories(Sbom.FIL.getParent());
            Files.writeString(Sbom.FIL, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(funnet) + "\n");
            Files.writeString(LISTE, liste(Sbom.biblioteker(funnet)));
            throw new AssertionError("The bill and the list were made anew: read the difference");
        }
        List<String> skrevet = linjer(JSON.readTree(Files.readString(Sbom.FIL)));
        assertThat(skrevet.equals(linjer(funnet)))
                .as(
                        "The bill is as the build has it (-Dsbom.forny=true renews it); lines in one alone: %s",
                        iEtt(skrevet, linjer(funnet)))
                .isTrue();
    }

    private static List<String> linjer(JsonNode sbom) {
        return JSON.writerWithDefaultPrettyPrinter()
                .writeValueAsString(sbom)
                .lines()
                .toList();
    }

    /** None where the order alone differs. */
    private static List<String> iEtt(List<String> ene, List<String> andre) {
        return Stream.concat(
                        ene.stream().filter(linje -> !andre.contains(linje)).map(linje -> "-" + linje),
                        andre.stream().filter(linje -> !ene.contains(linje)).map(linje -> "+" + linje))
                .toList();
    }

    /** One checksum of eight is enough, and the house's own modules are other bytes with each commit. */
    private static JsonNode medEnSum(JsonNode sbom) {
        for (JsonNode eier : sbom.findParents("hashes")) {
            ObjectNode del = (ObjectNode) eier;
            ArrayNode summer = (ArrayNode) del.get("hashes");
            summer.removeIf(sum -> !sum.get("alg").asString().equals("SHA-256"));
            if (Sbom.erHusets(del)) {
                del.remove("hashes");
            }
        }
        return sbom;
    }

    @Test
    void everyChecksumIsThatOfTheJarThatIsUsed() throws IOException {
        assertThat(biblioteker())
                .hasSizeGreaterThan(30)
                .allSatisfy(bibliotek -> assertThat(Sbom.sha256(bibliotek.jar()))
                        .as(bibliotek.navn())
                        .isEqualTo(bibliotek.sha256()));
    }

    @Test
    void everyLibraryIsAmongThoseThatMavenMayTake() throws IOException {
        String sjekksummer = Files.readString(SJEKKSUMMER);

        assertThat(biblioteker())
                .allSatisfy(bibliotek ->
                        assertThat(sjekksummer).as(bibliotek.navn()).contains(bibliotek.sha256() + "  "));
    }

    @Test
    void everyLicenceIsKnownAndOneOfEachLibraryMayBeUsed() throws IOException {
        assertThat(biblioteker())
                .allSatisfy(bibliotek -> assertThat(bibliotek.lisenser())
                        .as(bibliotek.navn())
                        .containsAnyElementsOf(TILLATT)
                        .allMatch(lisens -> TILLATT.contains(lisens) || VED_SIDEN_AV.contains(lisens)));
    }

    @Test
    void theListOfLicencesIsTakenFromTheBill() throws IOException {
        assertThat(Files.readString(LISTE)).isEqualTo(liste(biblioteker()));
    }

    private static String liste(List<Bibliotek> biblioteker) {
        return """
                # Licences

                What `rrh.jar` is made of beside the house's own code, which is Apache-2.0. Made from its bill of materials by
                `SbomTest`; the texts lie in the JAR, in `META-INF/lisenser`. Where several licences are named, a library may
                be used by either, or parts of it by one and parts by another.

                | library | version | licences | source |
                |---|---|---|---|
                """
                + biblioteker.stream()
                        .sorted(Comparator.comparing(Bibliotek::gruppe).thenComparing(Bibliotek::navn))
                        .map(SbomTest::rad)
                        .collect(joining());
    }

    private static String rad(Bibliotek bibliotek) {
        return "| " + bibliotek.gruppe() + ":" + bibliotek.navn() + " | " + bibliotek.versjon() + " | "
                + String.join(", ", bibliotek.lisenser()) + " | " + bibliotek.kilde() + " |\n";
    }

    private static List<Bibliotek> biblioteker() throws IOException {
        return Sbom.biblioteker(JSON.readTree(Files.readString(Sbom.FIL)));
    }
}
