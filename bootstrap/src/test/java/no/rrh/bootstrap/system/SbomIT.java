package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import no.rrh.bootstrap.leveranse.Sbom;
import no.rrh.bootstrap.leveranse.Sbom.Bibliotek;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The bill of materials that lies in the fat JAR tells what is in it, all of it and no more, and the licences lie there too. */
@EgenProsess("the JAR is looked into, and no server is started")
class SbomIT {
    private static final Path JAR = Path.of(Rrhprosess.jar());

    /** What is merged of several or made by the build, and the house's own. */
    private static final Pattern EGET = Pattern.compile(
            "no/rrh/.*|db/migrering/.*|META-INF/(MANIFEST\\.MF|LICENSE|services/.*|sbom/.*|lisenser/.*)");

    private static final Pattern LISENS = Pattern.compile(
            "META-INF/(LICENSE.*|[^/]*-LICENSE|NOTICE.*|licenses/.+)|.*/swagger-ui-bundle\\.js\\.LICENSE\\.txt"
                    + "|.*/webjars/dagre/[^/]+/LICENSE");

    @Test
    void liesInTheJarAndBesideIt() throws IOException {
        byte[] sbom = Files.readAllBytes(Sbom.FIL);
        try (JarFile jar = new JarFile(JAR.toFile())) {
            assertThat(les(jar, "META-INF/sbom/rrh.cdx.json")).isEqualTo(sbom);
        }
        assertThat(JAR.resolveSibling("rrh.cdx.json")).hasBinaryContent(sbom);
    }

    @Test
    void everyFileOfTheJarIsOfALibraryInTheBillAndEveryLibraryOfTheBillIsInTheJar() throws IOException {
        try (JarFile jar = new JarFile(JAR.toFile())) {
            Set<String> uforklart = filer(jar);
            uforklart.removeIf(fil -> EGET.matcher(fil).matches());
            for (Bibliotek bibliotek : biblioteker()) {
                try (JarFile deres = new JarFile(bibliotek.jar().toFile())) {
                    Set<String> filer = filer(deres);
                    assertThat(filer)
                            .as(bibliotek.navn())
                            .anyMatch(fil -> !EGET.matcher(fil).matches() && jar.getEntry(fil) != null);
                    uforklart.removeAll(filer);
                }
            }
            assertThat(uforklart).isEmpty();
        }
    }

    @Test
    void theLicencesAndNoticesOfEveryLibraryLieInTheJar() throws IOException {
        int funnet = 0;
        try (JarFile jar = new JarFile(JAR.toFile())) {
            for (Bibliotek bibliotek : biblioteker()) {
                try (JarFile deres = new JarFile(bibliotek.jar().toFile())) {
                    for (String fil : filer(deres)) {
                        if (LISENS.matcher(fil).matches()) {
                            String sted =
                                    "META-INF/lisenser/" + bibliotek.navn() + "-" + bibliotek.versjon() + "-jar/" + fil;
                            assertThat(les(jar, sted)).as(sted).isEqualTo(les(deres, fil));
                            funnet++;
                        }
                    }
                }
            }
            assertThat(les(jar, "META-INF/LICENSE")).isEqualTo(Files.readAllBytes(Path.of("..", "LICENSE")));
            assertThat(les(jar, "META-INF/lisenser/lisenser.md"))
                    .isEqualTo(Files.readAllBytes(Path.of("..", "docs", "lisenser.md")));
        }
        assertThat(funnet).isGreaterThan(30);
    }

    private static List<Bibliotek> biblioteker() throws IOException {
        return Sbom.biblioteker(new JsonMapper().readTree(Files.readString(Sbom.FIL)));
    }

    private static Set<String> filer(JarFile jar) {
        Set<String> filer = new HashSet<>();
        jar.stream().filter(fil -> !fil.isDirectory()).map(ZipEntry::getName).forEach(filer::add);
        return filer;
    }

    private static byte[] les(JarFile jar, String fil) throws IOException {
        ZipEntry sted = jar.getEntry(fil);
        assertThat(sted).as(fil).isNotNull();
        return jar.getInputStream(sted).readAllBytes();
    }
}
