package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing that a caller wrote can become a part of a statement. */
class SqlTest {
    private static final Path KODE = Path.of("src/main/java/no/rrh/persistence");

    /** What gives a statement to the database, with its first argument. */
    private static final Pattern GITT = Pattern.compile(
            "\\.(?:createQuery|createUpdate|prepareBatch|execute|select|createCall|createScript)\\(\\s*([^,)]+)");

    private static final Pattern KONSTANT = Pattern.compile("[A-Z][A-Z_]*|sql");

    @Test
    void everyStatementIsAFileAndNoneIsPutTogetherInCode() throws IOException {
        int antall = 0;
        for (Path fil : kilder()) {
            String kode = Files.readString(fil);
            if (!kode.contains("org.jdbi")) {
                continue;
            }
            Matcher gitt = GITT.matcher(kode);
            while (gitt.find()) {
                if (!gitt.group(1).isBlank() && !gitt.group(1).contains("->")) {
                    assertThat(gitt.group(1).strip()).as(fil.toString()).matches(KONSTANT);
                    antall++;
                }
            }
            // a statement that is handed on as «sql» is one of the constants, and those are files
            assertThat(kode)
                    .as(fil.toString())
                    .doesNotContainPattern("(?i)\"\\s*(select|insert|update|delete|truncate) ");
            assertThat(kode).as(fil.toString()).doesNotContain("sql +", "+ sql", ".define(", "formatted(");
        }
        assertThat(antall).isGreaterThan(20);
    }

    private static List<Path> kilder() throws IOException {
        try (Stream<Path> filer = Files.walk(KODE)) {
            return filer.filter(fil -> fil.toString().endsWith(".java")).toList();
        }
    }
}
