package no.rrh.bootstrap.feil;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.rrh.bootstrap.system.Felles;
import no.rrh.bootstrap.system.Rrhprosess;
import no.rrh.bootstrap.system.Vent;
import no.rrh.persistence.Postgrestjener;
import org.junit.jupiter.api.Test;

/**
 * Two instances on one database, with the folder of the files in common, renew the totalbestand every few seconds. Whoever
 * is at it is killed now and then, at a random moment, and started again.
 */
class ToInstanserFeil {
    private static final int RUNDER = ImportdrapFeil.DRAP * 5 / 2;

    /** Longer than it takes on a busy machine to find the lease lapsed, to take over and to make the file. */
    private static final int PERIODE_S = 10;

    private static final Duration MARGIN = Duration.ofMillis(1_500);
    private static final int VIRKSOMHETER = 4_000;
    private static final String FIL = "/api/virksomheter/json";
    private static final Pattern LAGET = Pattern.compile("totalbestand-\\d+-(\\d{8}T\\d{9})Z-[0-9a-f]{64}\\.zip");
    private static final DateTimeFormatter TID = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS");

    private final Froe froe = Froe.av("two instances");
    private final Random tilfeldig = froe.tilfeldig();
    private final Path filer = Felles.mappe();

    @Test
    void oneFileIsMadeEachTimeAndBothServeTheSameBytes() {
        try (Maaling maaling = Maaling.av(Rad.TO_INSTANSER, Lager.POSTGRESQL, froe);
                Postgrestjener database = Postgrestjener.ny()) {
            Mappe foerste = Mappe.ny(Lager.POSTGRESQL, database.adresse());
            foerste.utfoer("importer", Importfil.lag(VIRKSOMHETER, "two").toString());
            List<Instans> instanser = List.of(
                    new Instans(foerste, maaling),
                    new Instans(Mappe.ny(Lager.POSTGRESQL, database.adresse()), maaling));
            try {
                instanser.forEach(Instans::start);
                // the first there is is no run of the schedule
                Vent.til("a first file", Duration.ofSeconds(60), () -> !laget().isEmpty());
                IntStream.range(0, RUNDER).forEach(runde -> runde(instanser, maaling));
                // what the one that was killed last left the next maker removes, whose own are there while it is at it
                Vent.til("no left-overs", Duration.ofSeconds(3 * PERIODE_S), () -> uferdige() == 0);
                maaling.bestaatt();
            } finally {
                instanser.forEach(Instans::stopp);
            }
        }
    }

    private void runde(List<Instans> instanser, Maaling maaling) {
        Instant forfall = nesteForfall();
        boolean skalDrepe = instanser.stream().allMatch(Instans::lever) && tilfeldig.nextBoolean();
        long etterNs = (long) (tilfeldig.nextDouble() * Duration.ofMillis(900).toNanos());
        if (skalDrepe) {
            drepDenSomLager(instanser, forfall, etterNs, maaling);
        }
        Instant slutt = forfall.plusSeconds(PERIODE_S);
        Vent.til(
                "the file of the run of " + forfall,
                Duration.between(Instant.now(), slutt),
                () -> !laget(forfall, slutt).isEmpty());
        // well before the next is due, or one would be asked before it and the other after
        ventTil(slutt.minus(MARGIN));
        if (instanser.stream().allMatch(Instans::lever)) {
            List<HttpResponse<byte[]>> svar =
                    instanser.stream().map(Instans::hent).toList();
            assertThat(svar).allMatch(Kall::stemmer);
            assertThat(svar.get(0).headers().firstValue("ETag"))
                    .isEqualTo(svar.get(1).headers().firstValue("ETag"));
            // not by AssertJ, which would print them
            assertThat(Arrays.equals(svar.get(0).body(), svar.get(1).body())).isTrue();
            maaling.tell("times the same bytes and ETag from both");
        }
        ventTil(slutt.minusMillis(100));
        assertThat(laget(forfall, slutt)).as("files of the run of %s", forfall).hasSize(1);
        assertThat(antallBods()).as("files of BODS, one for each of JSON").isEqualTo(laget().size());
        maaling.gang();
    }

    private List<Instant> laget(Instant fra, Instant til) {
        return laget().stream()
                .filter(tid -> !tid.isBefore(fra) && tid.isBefore(til))
                .toList();
    }

    private static void drepDenSomLager(List<Instans> instanser, Instant forfall, long etterNs, Maaling maaling) {
        ventTil(forfall);
        long frist = System.nanoTime() + Duration.ofSeconds(2).toNanos();
        Optional<Instans> lager = Optional.empty();
        while (lager.isEmpty() && System.nanoTime() < frist) {
            lager = instanser.stream().filter(Instans::lagerFil).findFirst();
        }
        if (lager.isEmpty()) {
            // done between two looks
            return;
        }
        long slutt = System.nanoTime() + etterNs;
        Instans valgt = lager.get();
        maaling.tell(valgt.drepVed(slutt) ? "makers killed at work" : "killed just after");
        CompletableFuture.runAsync(valgt::start);
    }

    private static Instant nesteForfall() {
        long naa = Instant.now().getEpochSecond();
        return Instant.ofEpochSecond(naa - naa % PERIODE_S + PERIODE_S);
    }

    private static void ventTil(Instant tid) {
        Vent.til("the time " + tid, Duration.ofSeconds(60), () -> !Instant.now().isBefore(tid));
    }

    private List<Instant> laget() {
        try (Stream<Path> alle = Files.list(filer)) {
            return alle.map(fil -> LAGET.matcher(fil.getFileName().toString()))
                    .filter(Matcher::matches)
                    .map(treff -> LocalDateTime.parse(treff.group(1), TID).toInstant(ZoneOffset.UTC))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int antallBods() {
        try (Stream<Path> alle = Files.list(filer)) {
            return (int) alle.filter(fil -> fil.toString().contains(".bods-")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private long uferdige() {
        try (Stream<Path> alle = Files.list(filer)) {
            return alle.filter(fil -> fil.toString().endsWith(".uferdig")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server on a data folder of its own. */
    private final class Instans {
        private final Mappe data;
        private final Maaling maaling;
        private volatile Rrhprosess server;
        private volatile String bearer;

        Instans(Mappe data, Maaling maaling) {
            this.data = data;
            this.maaling = maaling;
        }

        void start() {
            Rrhprosess ny = data.serveInnenFristen(
                    maaling,
                    "--totalbestand-mappe",
                    filer.toString(),
                    "--totalbestand-cron",
                    "*/" + PERIODE_S + " * * * * *",
                    "--totalbestand-leie",
                    "1s",
                    "--kvote-totalbestand",
                    "av");
            bearer = data.bearer();
            server = ny;
        }

        boolean lever() {
            return server != null;
        }

        boolean lagerFil() {
            Rrhprosess naa = server;
            if (naa == null) {
                return false;
            }
            JsonNode siden = Mappe.detaljer(naa).at("/totalbestand/paagaarSiden");
            return !siden.isNull() && !siden.isMissingNode();
        }

        /** Returns whether it was still at it. */
        boolean drepVed(long slutt) {
            boolean iGang = lagerFil();
            Rrhprosess naa = server;
            server = null;
            naa.drepNaar(() -> System.nanoTime() >= slutt);
            return iGang;
        }

        HttpResponse<byte[]> hent() {
            return Kall.hent(server.adresse(), FIL, "Authorization", bearer);
        }

        void stopp() {
            if (server != null) {
                server.close();
            }
        }
    }
}
