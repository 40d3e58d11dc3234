package no.rrh.benchmark.utholdenhet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import no.rrh.benchmark.grunnlag.Bestandsfil;
import no.rrh.benchmark.grunnlag.Grunnlag;
import no.rrh.benchmark.grunnlag.Tokens;
import no.rrh.benchmark.last.Last;
import no.rrh.benchmark.last.Wrk;
import no.rrh.benchmark.tjener.Http;
import no.rrh.benchmark.tjener.Port;
import no.rrh.benchmark.tjener.Rrh;
import no.rrh.benchmark.tjener.Tjener;

/** Look-ups at an even rate without slow callers, among them, and without again. */
final class TregOgMange {
    /** Its file takes three minutes at the speed of the slow ones. */
    private static final int VIRKSOMHETER = 30_000;

    private static final int OPPVARMING = 150_000;
    private static final int RUNDER = 3;
    private static final double RATE = 1_000;
    private static final int STANSEDE = 200;
    private static final int LESERE = 200;
    private static final int FART = 50_000;
    private static final String FIL = "/api/virksomheter/json";

    /** The marks: what is asked of a server that is to stand on the open network. */
    private static final double P99 = 2;

    private static final double HEAP_MIB = 64;
    private static final double STANS_S = 60;

    private final Rrh oppsett;
    private final Path stier;
    private final Path mappe;
    private final int ledige;
    private final int sekunder;
    private final Http http = new Http();

    TregOgMange(Grunnlag grunnlag, Path mappe, int ledige, int sekunder) {
        this.oppsett = grunnlag.register(VIRKSOMHETER);
        this.stier = grunnlag.stier(VIRKSOMHETER);
        this.mappe = mappe;
        this.ledige = ledige;
        this.sekunder = sekunder;
    }

    String hvordan() {
        return String.format(
                Locale.ROOT,
                "A register of %,d virksomheter in H2, with a heap of %s from the start and `--grense-tilkoblinger %d`. wrk makes %.0f look-ups a"
                        + " second on 32 connections, %d times %d s without slow callers, as often among them, and as often"
                        + " without again. The slow ones, from the same machine: %,d silent connections, half of which have"
                        + " made a look-up; %d each that send headers or a body by a byte a second, or ask for the file and read"
                        + " nothing; %d that read the file at %d kB/s. One that is closed is followed by another. The heap is what is"
                        + " left of it after a collection.",
                VIRKSOMHETER,
                Rrh.HEAP,
                plass(),
                RATE,
                RUNDER,
                sekunder,
                ledige,
                STANSEDE,
                LESERE,
                FART / 1000);
    }

    private int plass() {
        return ledige + 2_000;
    }

    List<Funn> kjoer() throws IOException, InterruptedException {
        byte[] fil = Files.readAllBytes(Bestandsfil.nyeste(oppsett.data()));
        List<String> flagg = List.of(
                "--grense-tilkoblinger",
                Integer.toString(plass()),
                "--grense-nedlastinger",
                Integer.toString(2 * LESERE + STANSEDE));
        try (Tjener rrh = oppsett.start(Port.ledig(), http, List.of("-Xms" + Rrh.HEAP), flagg)) {
            String token = oppsett.token();
            Last last = new Last(stier, Tokens.skriv(mappe.resolve("token.txt"), token));
            Wrk wrk = new Wrk(mappe);
            wrk.varmOpp(rrh.adresse(), last, OPPVARMING);
            List<Double> uten = runder(wrk, rrh, last);
            double heapUten = rrh.prosess().levendeHeapMib();
            double minneUten = rrh.prosess().minneMib();
            long traaderUten = rrh.prosess().traader();

            try (Trege trege = new Trege(
                    rrh.adresse(),
                    etOppslag(),
                    FIL,
                    fil.length,
                    token,
                    new Trege.Omfang(ledige, STANSEDE, LESERE, FART))) {
                trege.start();
                List<Double> med = runder(wrk, rrh, last);
                trege.krevLever();
                long aapne = rrh.prosess().aapneFiler();
                long traader = rrh.prosess().traader();
                double heap = rrh.prosess().levendeHeapMib();
                double minne = rrh.prosess().minneMib();
                trege.ventUt();
                uten.addAll(runder(wrk, rrh, last));
                return funn(
                        trege,
                        fil,
                        uten,
                        med,
                        heap - heapUten,
                        List.of(
                                Funn.fortalt(
                                        "memory (RSS), among them and without",
                                        tall("%.0f and %.0f MiB", minne, minneUten)),
                                Funn.minst("open files and connections among them", aapne, ledige, tall("%d", aapne)),
                                Funn.fortalt(
                                        "threads, among them and without", tall("%d and %d", traader, traaderUten))));
            }
        }
    }

    private static List<Funn> funn(
            Trege trege, byte[] fil, List<Double> uten, List<Double> med, double heap, List<Funn> mer) {
        String sum = Klienter.sum(fil);
        List<String> hele = trege.jevne().summer();
        long andre = hele.stream().filter(denne -> !denne.equals(sum)).count()
                + trege.jevne().levetider().size()
                - hele.size();
        List<Funn> funn = new ArrayList<>(List.of(
                Funn.hoeyst(
                        "p99 of look-ups among them ÷ without",
                        median(med) / median(uten),
                        P99,
                        tall("%.2f (%s ms against %s)", median(med) / median(uten), liste(med), liste(uten)),
                        ""),
                Funn.hoeyst("heap, more than without", heap, HEAP_MIB, tall("%.1f MiB", heap), " MiB"),
                stans("headers by a byte a second: closed within", trege.hoder()),
                stans("a body by a byte a second: closed within", trege.kropper()),
                stans("asks for the file and reads nothing: closed within", trege.leserAldri()),
                Funn.ingen(
                        "steady slow downloads that broke off or have other bytes than the file",
                        andre,
                        tall("%d of %d", andre, hele.size() + andre))));
        List<String> brutt = Stream.of(trege.leserAldri(), trege.jevne())
                .flatMap(flokk -> flokk.brutt().stream())
                .distinct()
                .toList();
        funn.add(Funn.ingen(
                "of both kinds of readers: answered by anything but 200, or cut while they read",
                brutt.size(),
                brutt.toString()));
        funn.addAll(mer);
        return funn;
    }

    private static Funn stans(String hva, Flokk flokk) {
        return Funn.hoeyst(
                hva,
                flokk.lengst(),
                STANS_S,
                tall("%.0f s (%d of them)", flokk.lengst(), flokk.levetider().size()),
                " s");
    }

    private List<Double> runder(Wrk wrk, Tjener rrh, Last last) {
        List<Double> p99 = new ArrayList<>();
        for (int runde = 0; runde < RUNDER; runde++) {
            p99.add(wrk.kjoerITakt(rrh.adresse(), last, sekunder, RATE).p99());
        }
        System.out.println("p99, ms: " + liste(p99));
        return p99;
    }

    private String etOppslag() throws IOException {
        try (Stream<String> linjer = Files.lines(stier)) {
            return linjer.findFirst().orElseThrow();
        }
    }

    private static double median(List<Double> alle) {
        return alle.stream().sorted().skip(alle.size() / 2).findFirst().orElseThrow();
    }

    private static String liste(List<Double> alle) {
        return String.join(
                ", ",
                alle.stream()
                        .map(ett -> String.format(Locale.ROOT, "%.1f", ett))
                        .toList());
    }

    private static String tall(String form, Object... verdier) {
        return String.format(Locale.ROOT, form, verdier);
    }
}
