package no.rrh.bootstrap.arkitektur;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.EvaluationResult;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the code to the rules of the house, and the rules to planted code that breaks them. */
class ArkitekturTest {
    private static final JavaClasses PRODUKSJON = importer(ArkitekturTest::erProduksjon);
    private static final JavaClasses PLANTET = importer(sted -> sted.contains("/plantet/"));

    /** What a violation names first: the class that does it, or a member of it. */
    private static final Pattern SYNDEREN = Pattern.compile("^[^<]*<([\\w.$]+)", Pattern.MULTILINE);

    @ParameterizedTest
    @EnumSource
    void theHouseKeepsTheRule(Regel regel) {
        regel.regel().check(PRODUKSJON);
    }

    @ParameterizedTest
    @EnumSource
    void theRuleSeesEveryPlantedViolationAndNothingElse(Regel regel) {
        EvaluationResult resultat = regel.regel().evaluate(PLANTET);
        assertThat(resultat.hasViolation()).isTrue();
        Set<String> syndere = resultat.getFailureReport().getDetails().stream()
                .flatMap(detalj -> SYNDEREN.matcher(detalj).results())
                .map(treff -> klassen(treff.group(1)))
                .collect(Collectors.toSet());
        assertThat(syndere)
                .containsExactlyInAnyOrderElementsOf(
                        regel.brudd().stream().map(Class::getName).toList());
    }

    @ParameterizedTest
    @EnumSource
    void theRuleSaysWhy(Regel regel) {
        assertThat(regel.regel().getDescription()).contains(", because ");
    }

    /** A rule about nothing keeps nothing. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "no.rrh.domain",
                "no.rrh.application.port.in",
                "no.rrh.application.port.out",
                "no.rrh.application.service",
                "no.rrh.http",
                "no.rrh.http.representasjon",
                "no.rrh.http.representasjon.lesing",
                "no.rrh.persistence",
                "no.rrh.bootstrap",
                "no.rrh.bootstrap.cli"
            })
    void theRulesHaveSomethingToKeep(String pakke) {
        assertThat(PRODUKSJON.stream().filter(k -> (k.getPackageName() + ".").startsWith(pakke + ".")))
                .as(pakke)
                .isNotEmpty();
    }

    @Test
    void thereAreResourcesToKeep() {
        assertThat(PRODUKSJON.stream().filter(k -> k.isAnnotatedWith(Path.class)))
                .isNotEmpty();
    }

    @Test
    void theHouseIsJudgedWithoutItsTestsAndWithoutWhatIsPlanted() {
        assertThat(PRODUKSJON.stream().map(JavaClass::getName))
                .isNotEmpty()
                .noneMatch(navn -> navn.contains(".plantet.") || navn.endsWith("Test"))
                .doesNotContain("no.rrh.domain.Eksempler");
    }

    /** The planted class that is named, or whose member is. */
    private static String klassen(String navn) {
        return PLANTET.stream()
                .map(JavaClass::getName)
                .filter(klasse -> navn.equals(klasse) || navn.startsWith(klasse + "."))
                .findFirst()
                .orElseThrow(() -> new AssertionError("not planted: " + navn));
    }

    private static JavaClasses importer(Predicate<String> med) {
        ImportOption valg = sted -> med.test(sted.toString());
        return new ClassFileImporter(List.of(valg)).importPackages("no.rrh");
    }

    private static boolean erProduksjon(String sted) {
        return !sted.contains("/test-classes/") && !sted.contains("-tests.jar!");
    }
}
