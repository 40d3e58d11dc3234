package no.rrh.persistence.arkiv;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;
import no.rrh.application.port.out.Totalbestandformat;

/** A process that writes a file of random bytes; where it is to wait it tells so half-way, and goes on when it is told to. */
final class Arkivskriver {
    private Arkivskriver() {}

    public static void main(String[] argumenter) throws IOException {
        PrintStream ut = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Filarkiv arkiv = new Filarkiv(
                Path.of(argumenter[0]),
                Duration.ofDays(7),
                Clock.fixed(Instant.parse("2026-06-01T00:00:00Z"), ZoneOffset.UTC));
        int byter = Integer.parseInt(argumenter[1]);
        boolean venter = Boolean.parseBoolean(argumenter[2]);
        try {
            arkiv.lagre(
                    innhold -> {
                        byte[] tilfeldige = new byte[byter];
                        new Random(1).nextBytes(tilfeldige);
                        innhold.ta(stykke -> stykke.til(Totalbestandformat.JSON).write(tilfeldige));
                        if (venter) {
                            ut.println("half-way");
                            System.in.read();
                        }
                        return 99;
                    },
                    () -> {});
            ut.println("done");
        } catch (UncheckedIOException e) {
            ut.println("failed");
        }
    }
}
