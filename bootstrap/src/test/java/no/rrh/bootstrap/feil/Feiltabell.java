package no.rrh.bootstrap.feil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rrh.bootstrap.system.Rrhprosess;
import org.junit.jupiter.api.Test;

/** Puts the rows of the fault tests together after they have run, prints the table, and fails where one is amiss. */
class Feiltabell {
    private static final Path FIL = Path.of("target", "feil.md");

    private final List<String> mangler = new ArrayList<>();

    @Test
    void everyFaultWasTriedAndStood() throws IOException {
        StringBuilder tabell = new StringBuilder(overskrift()).append("\n\n");
        tabell.append("| fault | stood when | store | times | measured | seed | stood |\n");
        tabell.append("|---|---|---|---|---|---|---|\n");
        for (Rad rad : Rad.values()) {
            for (Lager lager : rad.lagre()) {
                tabell.append(linje(rad, lager)).append('\n');
            }
        }
        Files.writeString(FIL, tabell.toString());
        System.out.println("\n" + tabell);
        assertThat(mangler).as("rows that are missing or failed").isEmpty();
    }

    private String linje(Rad rad, Lager lager) {
        Optional<Radfil> lest = Radfil.les(rad, lager);
        List<Enhetsproeve> ikkeBestaatt = lest.stream()
                .flatMap(fil -> fil.enhetsproever().stream())
                .filter(proeve -> !proeve.bestaatt())
                .toList();
        boolean bestaatt = lest.filter(Radfil::bestaatt).isPresent() && ikkeBestaatt.isEmpty();
        if (!bestaatt) {
            mangler.add(rad.feil() + " (" + lager + ")");
        }
        String utfall = lest.isEmpty() ? "MISSING" : bestaatt ? "yes" : "NO";
        return Stream.of(
                        rad.feil(),
                        rad.krav(),
                        lager.toString(),
                        lest.map(fil -> Integer.toString(fil.ganger())).orElse(""),
                        lest.map(fil -> maalt(fil, ikkeBestaatt)).orElse(""),
                        lest.map(Radfil::froe)
                                .filter(froe -> froe != 0)
                                .map(Object::toString)
                                .orElse(""),
                        utfall)
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static String maalt(Radfil fil, List<Enhetsproeve> ikkeBestaatt) {
        String enheter = fil.enhetsproever().stream()
                .map(proeve -> proeve.enkeltnavn() + (ikkeBestaatt.contains(proeve) ? " NOT PASSED" : ""))
                .collect(Collectors.joining(", "));
        return enheter.isEmpty() ? fil.maalt() : fil.maalt() + "; with a clock of their own: " + enheter;
    }

    private static String overskrift() throws IOException {
        String lagre = Stream.of(Lager.values()).map(Lager::versjon).collect(Collectors.joining(", "));
        return "Java " + java() + ", " + Runtime.getRuntime().availableProcessors() + " cores, " + system() + ", "
                + lagre + varighet();
    }

    /** The one that runs the JAR. */
    private static String java() throws IOException {
        Process java = new ProcessBuilder(Rrhprosess.java(), "-version")
                .redirectErrorStream(true)
                .start();
        return new String(java.getInputStream().readAllBytes()).replaceAll("(?s)[^\"]*\"([^\"]*)\".*", "$1");
    }

    private static String system() throws IOException {
        Path navn = Path.of("/etc/os-release");
        String linux = !Files.exists(navn)
                ? ""
                : Files.readAllLines(navn).stream()
                        .filter(linje -> linje.startsWith("PRETTY_NAME="))
                        .map(linje -> " (" + linje.replaceAll("PRETTY_NAME=|\"", "") + ")")
                        .findFirst()
                        .orElse("");
        return System.getProperty("os.name") + " " + System.getProperty("os.version") + linux;
    }

    private static String varighet() {
        String kjoering = Radfil.kjoering();
        return kjoering.isEmpty()
                ? ""
                : ". From the start of the build "
                        + Duration.between(Instant.parse(kjoering), Instant.now())
                                .toSeconds() + " s";
    }
}
