package no.rrh.benchmark.last;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import no.rrh.benchmark.prosess.Prosess;

/** Loads a server by {@code wrk}, on 32 connections of two threads, and lets nothing but 200 pass. */
public final class Wrk {
    private static final int TRAADER = 2;
    private static final int TILKOBLINGER = 32;
    private static final String RESULTAT = "RESULTAT ";

    /** How far on in the file of tokens each slice begins, as a share of it: no two of many begin near each other. */
    private static final double STEG = 0.381966;

    /** Warming up goes by requests, and wrk by time: it is asked for so much at a time. */
    private static final int OPPVARMING_S = 3;

    private final Path mappe;
    private final AtomicInteger skiver = new AtomicInteger();

    /**
     * @param mappe where the scripts and what wrk says are put
     */
    public Wrk(Path mappe) {
        this.mappe = mappe;
        List.of("last.lua", "takt.lua").forEach(this::pakkUt);
    }

    private void pakkUt(String manus) {
        try (InputStream inn = Wrk.class.getResourceAsStream(manus)) {
            Files.copy(inn, mappe.resolve(manus), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As many requests as it takes, for so many seconds. */
    public Lasteresultat kjoer(URI tjener, Last last, int sekunder) {
        return kjoer(tjener, last, sekunder, "last.lua", List.of());
    }

    /**
     * Requests at an even rate.
     *
     * @param rate how many a second, of all connections together
     */
    public Lasteresultat kjoerITakt(URI tjener, Last last, int sekunder, double rate) {
        return kjoer(tjener, last, sekunder, "takt.lua", List.of(String.format(Locale.ROOT, "%.3f", rate / TRAADER)));
    }

    /** Loads until so many requests have been answered. */
    public void varmOpp(URI tjener, Last last, long antall) {
        long besvart = 0;
        while (besvart < antall) {
            besvart += kjoer(tjener, last, OPPVARMING_S).antall();
        }
    }

    private Lasteresultat kjoer(URI tjener, Last last, int sekunder, String manus, List<String> mer) {
        int skive = skiver.getAndIncrement();
        List<String> kommando = new ArrayList<>(List.of(
                "wrk",
                "-t" + TRAADER,
                "-c" + TILKOBLINGER,
                "-d" + sekunder + "s",
                "--timeout",
                "10s",
                "-s",
                mappe.resolve(manus).toString(),
                tjener.toString(),
                "--",
                last.stier().toString(),
                last.tokens().toString(),
                String.format(Locale.ROOT, "%.6f", skive * STEG % 1),
                Integer.toString(TRAADER),
                Integer.toString(skive)));
        kommando.addAll(mer);
        try (Prosess wrk = Prosess.start(kommando, mappe.resolve("wrk.txt"))) {
            wrk.ventTilSlutt();
            return les(wrk.sagt(), tjener);
        }
    }

    /** As {@code done} of the script writes it; times in microseconds. */
    private static Lasteresultat les(String sagt, URI tjener) {
        long[] tall = sagt.lines()
                .filter(linje -> linje.startsWith(RESULTAT))
                .findFirst()
                .map(linje -> Arrays.stream(linje.substring(RESULTAT.length()).split(" "))
                        .mapToLong(Long::parseLong)
                        .toArray())
                .orElseThrow(() -> new IllegalStateException("wrk said nothing of a result:\n" + sagt));
        if (tall[0] == 0 || tall[3] != 0 || tall[4] != 0) {
            throw new IllegalStateException(String.format(
                    "of %d requests to %s %d were not answered by 200, and %d by nothing at all",
                    tall[0], tjener, tall[3], tall[4]));
        }
        return new Lasteresultat(
                tall[0], tall[0] * 1e6 / tall[1], tall[2], tall[5] / 1e3, tall[6] / 1e3, tall[7] / 1e3);
    }
}
