package no.rrh.benchmark.utholdenhet;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import no.rrh.benchmark.prosess.Prosess;

/** Requests of all sorts, sent by {@code wrk} on 32 connections. */
final class Blanding {
    private static final int SEKUNDER = 10;

    /** Of a hundred requests, how many are of each sort. */
    private static final List<Sort> SORTER = List.of(
            new Sort(60, "GET", "%s", "Authorization: Bearer %s~^", ""),
            new Sort(10, "GET", "%s", "Authorization: Bearer %s~^Connection: close~^", ""),
            new Sort(8, "GET", "%s", "Authorization: Bearer %s~^Accept-Encoding: gzip~^", ""),
            new Sort(
                    6,
                    "GET",
                    "/api/oppslag/v1/endringslogg?sekvensnummer=100&antall=20",
                    "Authorization: Bearer %s~^",
                    ""),
            new Sort(4, "GET", "/api/virksomheter/999999999", "Authorization: Bearer %s~^", ""),
            new Sort(3, "GET", "/api/virksomheter/12345", "Authorization: Bearer %s~^", ""),
            new Sort(3, "GET", "%s", "Authorization: Bearer %sx~^", ""),
            new Sort(2, "DELETE", "%s", "Authorization: Bearer %s~^", ""),
            new Sort(
                    2,
                    "POST",
                    "/maskinporten/token",
                    "Content-Type: application/x-www-form-urlencoded~^Content-Length: 12~^",
                    "grant_type=x"),
            new Sort(1, "GET", "/api/oppslag/v1/kodelister", "", ""),
            new Sort(1, "GET", "/helse/klar", "", ""));

    private static final int HUNDRE = 100;

    private final Path mappe;
    private final URI tjener;
    private final Path forespoersler;
    private final Path manus;
    private final Map<Integer, Long> svar = new TreeMap<>();
    private long tapt;
    private int skiver;

    /**
     * @param stier look-ups
     */
    Blanding(Path mappe, URI tjener, List<String> stier, String token) throws IOException {
        this.mappe = mappe;
        this.tjener = tjener;
        this.forespoersler = mappe.resolve("blanding.txt");
        this.manus = mappe.resolve("blanding.lua");
        try (InputStream inn = Blanding.class.getResourceAsStream("blanding.lua")) {
            Files.copy(inn, manus, StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> linjer = new ArrayList<>();
        for (int i = 0; i + HUNDRE <= stier.size(); i += HUNDRE) {
            int sti = i;
            for (Sort sort : SORTER) {
                for (int j = 0; j < sort.avHundre(); j++) {
                    linjer.add(sort.linje(tjener, stier.get(sti++), token));
                }
            }
        }
        Files.write(forespoersler, linjer);
    }

    /** Sends for ten seconds what the server takes. */
    void skive() {
        List<String> kommando = List.of(
                "wrk",
                "-t2",
                "-c32",
                "-d" + SEKUNDER + "s",
                "--timeout",
                "10s",
                "-s",
                manus.toString(),
                tjener.toString(),
                "--",
                forespoersler.toString(),
                Integer.toString(skiver++));
        try (Prosess wrk = Prosess.start(kommando, mappe.resolve("blanding-wrk.txt"))) {
            wrk.ventTilSlutt();
            long foer = antall();
            wrk.sagt().lines().map(linje -> linje.split(" ")).forEach(this::les);
            if (antall() == foer) {
                throw new IllegalStateException("nothing is answered:\n" + wrk.sagt());
            }
        }
    }

    private void les(String... felter) {
        if (felter[0].equals("SVAR")) {
            svar.merge(Integer.parseInt(felter[1]), Long.parseLong(felter[2]), Long::sum);
        } else if (felter[0].equals("TAPT")) {
            tapt += Long.parseLong(felter[1]);
        }
    }

    /** Answers by status. */
    Map<Integer, Long> svar() {
        return svar;
    }

    long antall() {
        return svar.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Requests without an answer, or with half of one. */
    long tapt() {
        return tapt;
    }

    private record Sort(int avHundre, String metode, String sti, String headere, String kropp) {
        String linje(URI tjener, String oppslag, String token) {
            return metode + " " + String.format(sti, oppslag) + " HTTP/1.1~^Host: " + tjener.getAuthority() + "~^"
                    + String.format(headere, token) + "~^" + kropp;
        }
    }
}
