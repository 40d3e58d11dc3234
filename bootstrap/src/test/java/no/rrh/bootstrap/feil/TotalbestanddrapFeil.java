package no.rrh.bootstrap.feil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import no.rrh.bootstrap.system.Rrhprosess;
import no.rrh.bootstrap.system.Vent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server is killed while it makes a file and others download the one before, and is started again on what it left. */
class TotalbestanddrapFeil {
    private static final String STI = "/api/virksomheter/json";
    private static final int VIRKSOMHETER = 10_000;
    private static final int LASTERE = 2;

    /** The digests of what was downloaded whole. */
    private final Set<String> utlevert = ConcurrentHashMap.newKeySet();

    @ParameterizedTest
    @EnumSource
    void everyFileThatIsServedIsWholeAndWhatAKillLeavesIsRemoved(Lager lager) throws Exception {
        Froe froe = Froe.av("file");
        Random tilfeldig = froe.tilfeldig();
        Mappe data = Mappe.ny(lager);
        data.utfoer("importer", Importfil.lag(VIRKSOMHETER, "file").toString());
        data.utfoer("totalbestand");
        ExecutorService traader = Executors.newFixedThreadPool(LASTERE + 1);
        try (Maaling maaling = Maaling.av(Rad.TOTALBESTANDDRAP, lager, froe)) {
            Duration skrivetid = skrivetid(data, traader);
            for (int drap = 0; drap < ImportdrapFeil.DRAP; drap++) {
                Rrhprosess server = start(data, maaling);
                drep(data, server, (long) (tilfeldig.nextDouble() * skrivetid.toNanos()), maaling, traader);
                maaling.gang();
            }
            try (Rrhprosess server = start(data, maaling)) {
                data.utfoer("totalbestand");
                lastNed(server, data.bearer(), maaling);
            }
            maaling.tell("different ones", utlevert.size());
            maaling.bestaatt();
        } finally {
            traader.shutdownNow();
        }
    }

    /** Also looks for what the kill before left: it is gone when the server is ready. */
    private static Rrhprosess start(Mappe data, Maaling maaling) {
        maaling.tell("left-overs, all removed", uferdige(data));
        Rrhprosess server = data.serveInnenFristen(
                maaling, "--totalbestand-cron", "av", "--kvote-totalbestand", "av", "--totalbestand-leie", "1s");
        assertThat(uferdige(data)).isZero();
        return server;
    }

    /** From the first sight of the file until it is in service. */
    private static Duration skrivetid(Mappe data, ExecutorService traader) throws Exception {
        Rrhprosess server = data.serve("--totalbestand-cron", "av");
        Future<?> laging = traader.submit(() -> data.utfoer("totalbestand"));
        Vent.til("the file is begun", Duration.ofSeconds(60), () -> uferdige(data) > 0);
        long start = System.nanoTime();
        laging.get();
        Duration tid = Duration.ofNanos(System.nanoTime() - start);
        server.close();
        return tid;
    }

    private void drep(Mappe data, Rrhprosess server, long etterNs, Maaling maaling, ExecutorService traader)
            throws Exception {
        String bearer = data.bearer();
        lastNed(server, bearer, maaling);
        Stream.Builder<Future<?>> andre = Stream.builder();
        for (int i = 0; i < LASTERE; i++) {
            andre.add(traader.submit(() -> lastNedTilDrept(server, bearer, maaling)));
        }
        Future<?> laging = traader.submit(() -> data.kjoer("totalbestand"));
        andre.add(laging);
        long[] begynt = {Long.MAX_VALUE};
        server.drepNaar(() -> {
            if (begynt[0] == Long.MAX_VALUE && uferdige(data) > 0) {
                begynt[0] = System.nanoTime();
            }
            return laging.isDone() || begynt[0] != Long.MAX_VALUE && System.nanoTime() - begynt[0] >= etterNs;
        });
        for (Future<?> en : andre.build().toList()) {
            en.get();
        }
    }

    private void lastNedTilDrept(Rrhprosess server, String bearer, Maaling maaling) {
        while (true) {
            try {
                lastNed(server, bearer, maaling);
            } catch (UncheckedIOException drept) {
                maaling.tell("downloads that were cut, and seen to be");
                return;
            }
        }
    }

    private void lastNed(Rrhprosess server, String bearer, Maaling maaling) {
        HttpResponse<byte[]> fil = Kall.hent(server.adresse(), STI, "Authorization", bearer);
        assertThat(fil.statusCode()).isEqualTo(200);
        assertThat(Kall.stemmer(fil)).as("the file is the one its digest says").isTrue();
        utlevert.add(fil.headers().firstValue("Repr-Digest").orElseThrow());
        maaling.tell("whole files served");
    }

    private static int uferdige(Mappe data) {
        Path arkiv = data.sti().resolve("totalbestand");
        try (Stream<Path> filer = Files.list(arkiv)) {
            return (int)
                    filer.filter(fil -> fil.toString().endsWith(".uferdig")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
