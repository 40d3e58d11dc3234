package no.rrh.benchmark.grunnlag;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files of tokens. */
public final class Tokens {
    private Tokens() {}

    /** One token. */
    public static Path skriv(Path fil, String token) {
        return skriv(fil, List.of(token));
    }

    /** Several, one a line. */
    public static Path skriv(Path fil, List<String> tokens) {
        try {
            return Files.write(fil, tokens);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
