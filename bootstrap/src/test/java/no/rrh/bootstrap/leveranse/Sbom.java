package no.rrh.bootstrap.leveranse;

import static java.util.stream.Collectors.toMap;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The libraries that the fat JAR is made of, as its bill of materials (CycloneDX) tells of them. */
public final class Sbom {
    /** The bill that is put in the JAR. */
    public static final Path FIL = Path.of("src/main/resources/META-INF/sbom/rrh.cdx.json");

    private static final Map<String, Path> KLASSEBANE = Arrays.stream(
                    System.getProperty("java.class.path").split(File.pathSeparator))
            .map(Path::of)
            .collect(toMap(sti -> sti.getFileName().toString(), sti -> sti, (en, annen) -> en));

    private Sbom() {}

    /**
     * A library.
     *
     * @param sha256 of its JAR, in lower-case hex
     * @param lisenser by their SPDX ids, or by the name that its pom gives where that is none
     * @param kilde the address of its source, or of its pages where the pom tells no more
     */
    public record Bibliotek(
            String gruppe, String navn, String versjon, String sha256, List<String> lisenser, String kilde) {
        /** Its JAR on the class path of the tests. */
        public Path jar() {
            Path jar = KLASSEBANE.get(navn + "-" + versjon + ".jar");
            if (jar == null) {
                throw new AssertionError(gruppe + ":" + navn + ":" + versjon + " is not on the class path");
            }
            return jar;
        }
    }

    /** All but the house's own modules, in the order of the bill. */
    public static List<Bibliotek> biblioteker(JsonNode sbom) {
        return sbom.get("components")
                .valueStream()
                .filter(del -> !erHusets(del))
                .map(Sbom::bibliotek)
                .toList();
    }

    static boolean erHusets(JsonNode del) {
        return del.get("group").asString().equals("no.rrh");
    }

    private static Bibliotek bibliotek(JsonNode del) {
        return new Bibliotek(
                del.get("group").asString(),
                del.get("name").asString(),
                del.get("version").asString(),
                del.at("/hashes/0/content").asString(),
                del.path("licenses").valueStream().map(Sbom::lisens).toList(),
                Stream.of("vcs", "website")
                        .flatMap(slag -> lenke(del, slag))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no source of " + del.get("name"))));
    }

    private static String lisens(JsonNode valg) {
        JsonNode lisens = valg.path("license");
        return lisens.path("id").asString(lisens.path("name").asString(""));
    }

    private static Stream<String> lenke(JsonNode del, String slag) {
        return del.path("externalReferences")
                .valueStream()
                .filter(lenke -> lenke.get("type").asString().equals(slag))
                .map(lenke -> lenke.get("url").asString());
    }

    static String sha256(Path fil) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(fil)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new AssertionError(fil.toString(), e);
        }
    }
}
