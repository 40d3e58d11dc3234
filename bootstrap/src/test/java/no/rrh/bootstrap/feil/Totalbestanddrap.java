package no.rrh.bootstrap.feil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import no.rrh.bootstrap.system.Rrhprosess;
import no.rrh.bootstrap.system.Vent;

/** A server is killed while it makes a file and others download the one before, and is started again on what it left. */
public final class Totalbestanddrap {
    private static final String STI = "/api/virksomheter/json";
    private static final String BODS = "/api/oppslag/v1/virksomheter/totalbestand?format=bods";
    private static final int VIRKSOMHETER = 6_000;
    private static final int LASTERE = 2;

    private final Mappe data;
    private final Random tilfeldig;
    private final Maaling maaling;

    /** The digests of what was downloaded whole. */
    private final Set<String> utlevert = ConcurrentHashMap.newKeySet();

    public Totalbestanddrap(Lager lager, Froe froe, Maaling maaling) {
        this.data = Mappe.ny(lager);
        this.tilfeldig = froe.tilfeldig();
        this.maaling = maaling;
        data.utfoer("importer", Importfil.lag(VIRKSOMHETER, "file").toString());
        data.utfoer("totalbestand");
    }

    /** Kills so many, and sees to it that the next comes to its end. */
    public void drep(int antall) throws Exception {
        ExecutorService traader = Executors.newFixedThreadPool(LASTERE + 1);
        try {
            Duration skrivetid = skrivetid(traader);
            for (int drap = 0; drap < antall; drap++) {
                drep(start(), (long) (tilfeldig.nextDouble() * skrivetid.toNanos()), traader);
                maaling.gang();
            }
            try (Rrhprosess server = start()) {
                data.utfoer("totalbestand");
                lastNed(server, data.bearer());
            }
            maaling.tell("different ones", utlevert.size());
        } finally {
            traader.shutdownNow();
        }
    }

    /** Also looks for what the kill before left: it is gone when the server is ready. */
    private Rrhprosess start() {
        maaling.tell("left-overs, all removed", uferdige());
        Rrhprosess server = data.serveInnenFristen(
                maaling, "--totalbestand-cron", "av", "--kvote-totalbestand", "av", "--totalbestand-leie", "1s");
        assertThat(uferdige()).isZero();
        assertThat(loese()).as("files of BODS that belong to none of JSON").isEmpty();
        return server;
    }

    private List<Path> loese() {
        try (Stream<Path> filer = Files.list(data.sti().resolve("totalbestand"))) {
            return filer.filter(fil -> fil.toString().contains(".bods-"))
                    .filter(fil -> !Files.exists(
                            fil.resolveSibling(fil.getFileName().toString().replaceFirst("\\.bods-[0-9a-f]{64}", ""))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From the first sight of the file until it is in service. */
    private Duration skrivetid(ExecutorService traader) throws Exception {
        Rrhprosess server = data.serve("--totalbestand-cron", "av");
        Future<?> laging = traader.submit(() -> data.utfoer("totalbestand"));
        Vent.til("the file is begun", Duration.ofSeconds(60), () -> uferdige() > 0);
        long start = System.nanoTime();
        laging.get();
        Duration tid = Duration.ofNanos(System.nanoTime() - start);
        server.close();
        return tid;
    }

    private void drep(Rrhprosess server, long etterNs, ExecutorService traader) throws Exception {
        String bearer = data.bearer();
        lastNed(server, bearer);
        Stream.Builder<Future<?>> andre = Stream.builder();
        for (int i = 0; i < LASTERE; i++) {
            andre.add(traader.submit(() -> lastNedTilDrept(server, bearer)));
        }
        Future<?> laging = traader.submit(() -> data.kjoer("totalbestand"));
        andre.add(laging);
        long[] begynt = {Long.MAX_VALUE};
        server.drepNaar(() -> {
            if (begynt[0] == Long.MAX_VALUE && uferdige() > 0) {
                begynt[0] = System.nanoTime();
            }
            return laging.isDone() || begynt[0] != Long.MAX_VALUE && System.nanoTime() - begynt[0] >= etterNs;
        });
        for (Future<?> en : andre.build().toList()) {
            en.get();
        }
    }

    private void lastNedTilDrept(Rrhprosess server, String bearer) {
        while (true) {
            try {
                lastNed(server, bearer);
            } catch (UncheckedIOException drept) {
                maaling.tell("downloads that were cut, and seen to be");
                return;
            }
        }
    }

    private void lastNed(Rrhprosess server, String bearer) {
        for (String sti : List.of(STI, BODS)) {
            HttpResponse<byte[]> fil = Kall.hent(server.adresse(), sti, "Authorization", bearer);
            assertThat(fil.statusCode()).isEqualTo(200);
            assertThat(Kall.stemmer(fil))
                    .as("the file is the one its digest says")
                    .isTrue();
            utlevert.add(fil.headers().firstValue("Repr-Digest").orElseThrow());
        }
        maaling.tell("whole files served");
    }

    private int uferdige() {
        Path arkiv = data.sti().resolve("totalbestand");
        try (Stream<Path> filer = Files.list(arkiv)) {
            return (int)
                    filer.filter(fil -> fil.toString().endsWith(".uferdig")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
