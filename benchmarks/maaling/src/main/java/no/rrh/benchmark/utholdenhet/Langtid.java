package no.rrh.benchmark.utholdenhet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import no.rrh.benchmark.grunnlag.Bestandsfil;
import no.rrh.benchmark.grunnlag.Grunnlag;
import no.rrh.benchmark.tjener.Http;
import no.rrh.benchmark.tjener.Port;
import no.rrh.benchmark.tjener.Rrh;
import no.rrh.benchmark.tjener.Tjener;
import no.rrh.benchmark.utholdenhet.Maalinger.Maaling;

/** Very many requests of all sorts, with slow callers and downloads beside them. */
final class Langtid {
    private static final int VIRKSOMHETER = 30_000;
    private static final Trege.Omfang VED_SIDEN_AV = new Trege.Omfang(200, 10, 10, 1_000_000);
    /** That of the unit in the guide, all of it in memory from the start: else the collector takes it step by step as it likes. */
    private static final String HEAP = "256m";

    private static final String FIL = "/api/virksomheter/json";
    private static final int OK = 200;
    private static final int FEIL = 500;

    /** Of a hundred requests 86 are such as are served. */
    private static final double MINST_OK = 85;

    /** Flat: what the kernel and the collector have it vary by. */
    private static final double FLATT = 1.05;

    private final Rrh oppsett;
    private final List<String> stier;
    private final Path mappe;
    private final int kall;
    private final List<Maaling> maalinger = new ArrayList<>();
    private long antall;

    Langtid(Grunnlag grunnlag, Path mappe, int kall) throws IOException {
        this.oppsett = grunnlag.register(VIRKSOMHETER);
        this.stier = Files.readAllLines(grunnlag.stier(VIRKSOMHETER));
        this.mappe = mappe;
        this.kall = kall;
    }

    String hvordan() {
        return String.format(
                Locale.ROOT,
                "The same register, with the limits that the server has by itself, and the heap of the unit, %s, all of it in memory from the start. wrk sends on 32 connections,"
                        + " which it opens anew every ten seconds: of a hundred requests 78 look-ups, of which ten on a connection of"
                        + " their own, six for the endringslogg, two for what is open to all, and 14 that are refused. Beside them"
                        + " %d silent connections, %d of each kind that is cut off, and %d that read the file at %d MB/s. Flat is when"
                        + " the median of the last quarter of the time is that of the second quarter, or a little above.",
                HEAP,
                VED_SIDEN_AV.ledige(),
                VED_SIDEN_AV.stansede(),
                VED_SIDEN_AV.lesere(),
                VED_SIDEN_AV.fart() / 1_000_000);
    }

    List<Funn> kjoer() throws IOException, InterruptedException {
        long lengde = Files.size(Bestandsfil.nyeste(oppsett.data()));
        try (Tjener rrh = oppsett.start(
                Port.ledig(),
                new Http(),
                List.of("-Xms" + HEAP, "-Xmx" + HEAP, "-XX:+AlwaysPreTouch"),
                List.of("--kvote-endringslogg", "999999999/1m"))) {
            String token = oppsett.token();
            Blanding blanding = new Blanding(mappe, rrh.adresse(), stier, token);
            blanding.skive();
            Maalinger sett = new Maalinger(rrh.prosess());
            try (Trege trege = new Trege(rrh.adresse(), stier.get(0), FIL, lengde, token, VED_SIDEN_AV)) {
                trege.start();
                while (blanding.antall() < kall) {
                    blanding.skive();
                    trege.krevLever();
                    rrh.prosess().krevLever();
                }
                sett.close();
                maalinger.addAll(sett.alle());
                antall = blanding.antall();
                return funn(blanding, trege);
            } finally {
                sett.close();
            }
        }
    }

    private List<Funn> funn(Blanding blanding, Trege trege) {
        Map<Integer, Long> svar = blanding.svar();
        long feil = svar.entrySet().stream()
                .filter(ett -> ett.getKey() >= FEIL)
                .mapToLong(Map.Entry::getValue)
                .sum();
        double ok = 100.0 * svar.getOrDefault(OK, 0L) / antall;
        long hele = trege.jevne().summer().size();
        long brutt = trege.jevne().levetider().size() - hele;
        return List.of(
                Funn.fortalt("requests, by status", antall + ": " + svar),
                Funn.ingen("answers of 500 or above", feil, Long.toString(feil)),
                Funn.ingen("requests without an answer", blanding.tapt(), Long.toString(blanding.tapt())),
                Funn.minst("answers of 200, %", ok, MINST_OK, String.format(Locale.ROOT, "%.1f", ok)),
                Funn.minst("whole downloads beside them", hele, 1, Long.toString(hele)),
                Funn.ingen("downloads beside them that broke off", brutt, Long.toString(brutt)),
                flatt("memory (RSS)", Maaling::minneMib),
                flatt("threads", Maaling::traader),
                flatt("open files and connections", Maaling::aapneFiler));
    }

    private Funn flatt(String hva, ToDoubleFunction<Maaling> verdi) {
        double vekst = Maalinger.vekst(maalinger, verdi);
        return Funn.hoeyst(
                hva + ", last quarter ÷ second",
                vekst,
                FLATT,
                String.format(
                        Locale.ROOT,
                        "%.3f (at the end %.0f)",
                        vekst,
                        verdi.applyAsDouble(maalinger.get(maalinger.size() - 1))),
                "");
    }

    /** What was seen meanwhile. */
    List<Maaling> maalinger() {
        return maalinger;
    }

    /** How many were answered. */
    long antall() {
        return antall;
    }
}
