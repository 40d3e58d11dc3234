package no.rrh.persistence;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.rrh.application.port.out.Totalbestandfil;

/** The names of the files of totalbestand: {@code totalbestand-<sekvensnummer>-<time, UTC>-<SHA-256>.zip}. */
final class Filnavn {
    private static final DateTimeFormatter TID = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'");
    private static final Pattern FERDIG =
            Pattern.compile("totalbestand-(\\d{1,18})-(\\d{8}T\\d{9}Z)-([0-9a-f]{64})\\.zip");
    private static final Pattern HALVFERDIG = Pattern.compile("totalbestand-[0-9a-f-]{36}\\.halvferdig");

    private Filnavn() {}

    static String ferdig(long sekvensnummer, Instant laget, String sha256) {
        return "totalbestand-" + sekvensnummer + "-" + TID.format(laget.atOffset(ZoneOffset.UTC)) + "-" + sha256
                + ".zip";
    }

    static String halvferdig(UUID id) {
        return "totalbestand-" + id + ".halvferdig";
    }

    static boolean erHalvferdig(Path fil) {
        return HALVFERDIG.matcher(fil.getFileName().toString()).matches();
    }

    /** What the name of a finished file tells; absent when it is none. */
    static Optional<Totalbestandfil> les(Path fil) {
        Matcher navn = FERDIG.matcher(fil.getFileName().toString());
        try {
            if (!navn.matches() || !Files.isRegularFile(fil, LinkOption.NOFOLLOW_LINKS)) {
                return Optional.empty();
            }
            return Optional.of(new Totalbestandfil(
                    fil,
                    Files.size(fil),
                    Long.parseLong(navn.group(1)),
                    LocalDateTime.parse(navn.group(2), TID).toInstant(ZoneOffset.UTC),
                    navn.group(3)));
        } catch (DateTimeParseException | NoSuchFileException e) {
            // not a time; or pruned since the folder was listed
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
