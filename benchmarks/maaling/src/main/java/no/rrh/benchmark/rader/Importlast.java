package no.rrh.benchmark.rader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.rrh.benchmark.Benk;
import no.rrh.benchmark.grunnlag.Engangs;
import no.rrh.benchmark.grunnlag.Tokens;
import no.rrh.benchmark.last.Last;
import no.rrh.benchmark.last.Lasteresultat;
import no.rrh.benchmark.prosess.Prosess;
import no.rrh.benchmark.prosess.Vent;
import no.rrh.benchmark.rapport.Rad;
import no.rrh.benchmark.rapport.Rad.Retning;
import no.rrh.benchmark.rapport.Resultat;
import no.rrh.benchmark.rapport.Serie;
import no.rrh.benchmark.tjener.Port;
import no.rrh.benchmark.tjener.Rrh;
import no.rrh.benchmark.tjener.Tjener;

/** The look-up while the register is written to. */
final class Importlast implements Radgruppe {
    /** What is imported is a tenth of the register, of another seed each time, so that little of it is there already. */
    private static final int DEL = 10;

    /** With fewer the import would be over too soon. */
    private static final int MINST = 20_000;

    /** Bytes read of it, so that it is not only the process that has begun. */
    private static final long BEGYNT = 1 << 20;

    private static final long FROE = 1_000;

    /** The first of a line is that of the virksomhet. */
    private static final Pattern NUMMER = Pattern.compile("\"organisasjonsnummer\":\"(\\d{9})\"");

    private static final int RO_S = 5;
    private static final String IMPORTENS_HEAP = "256m";

    /** What wrk must have reached of the rate that was asked for, or the two slices are not alike. */
    private static final double MINST_AV_RATEN = 0.98;

    private static final Duration LENGSTE_BEGYNNELSE = Duration.ofMinutes(1);

    private static final Rad MOT_STILLE = new Rad(
            "5",
            "look-up, p99 at half the highest rate, during an import ÷ without",
            "The highest rate is that of one slice at full load. Half of it is asked for evenly: each of wrk's two threads has a"
                    + " timetable, and a connection that has got its answer takes the next place in it and waits for its time;"
                    + " places that went by meanwhile are taken at once. By turns without, and while `rrh importer` puts a tenth"
                    + " as many other virksomheter into the server: begun before the slice, and going on when it ends. Another such"
                    + " import has been made before the first, so that its code is compiled too.",
            Retning.MINDRE,
            3.0,
            1.5);

    @Override
    public String navn() {
        return "importlast";
    }

    @Override
    public List<Rad> rader() {
        return List.of(MOT_STILLE);
    }

    /** On a copy, since it grows. */
    @Override
    public List<Resultat> maal(Benk benk) {
        int antall = benk.valg().antall();
        benk.park().stopp();
        Path data = benk.logger().resolve("importlast");
        kopier(benk.grunnlag().register(antall).data(), data);
        Rrh oppsett = benk.grunnlag().rrh(data, List.of());
        // one more than there are rounds: that to warm up with
        List<Path> filer = IntStream.rangeClosed(0, benk.valg().runder())
                .mapToObj(runde -> benk.grunnlag().linjer(Math.max(antall / DEL, MINST), FROE + runde))
                .toList();
        try (Tjener rrh = oppsett.start(Port.ledig(), benk.http())) {
            Last last = new Last(
                    utenom(filer, benk.grunnlag().stier(antall), benk.logger().resolve("stier-importlast.txt")),
                    Tokens.skriv(benk.logger().resolve("token-importlast.txt"), oppsett.token()));
            benk.varmOpp(rrh.adresse(), last);
            varmOppImport(oppsett, filer.get(benk.valg().runder()));
            double rate = benk.skive(rrh.adresse(), last).rate() / 2;
            List<Lasteresultat> stille = new ArrayList<>();
            List<Lasteresultat> importerer = new ArrayList<>();
            for (int runde = 0; runde < benk.valg().runder(); runde++) {
                // what an import leaves to be done is done before the next quiet slice
                benk.wrk().kjoerITakt(rrh.adresse(), last, RO_S, rate);
                stille.add(skive(benk, rrh.adresse(), last, rate));
                importerer.add(underImport(benk, rrh.adresse(), last, rate, oppsett, filer.get(runde)));
            }
            return List.of(Resultat.forhold(
                    MOT_STILLE,
                    Serie.av("p99 during the import, ms", importerer, Lasteresultat::p99),
                    Serie.av("p99 without, ms", stille, Lasteresultat::p99),
                    Serie.av("requests a second during the import", importerer, Lasteresultat::rate),
                    Serie.av("requests a second without", stille, Lasteresultat::rate),
                    Serie.av("slowest during the import, ms", importerer, Lasteresultat::lengst),
                    Serie.av("slowest without, ms", stille, Lasteresultat::lengst)));
        } finally {
            Engangs.slett(data);
        }
    }

    /** Without those that an import says something else of: some of them have reported nothing after that. */
    private static Path utenom(List<Path> filer, Path stier, Path ut) {
        Set<String> importeres = new HashSet<>();
        try {
            for (Path fil : filer) {
                try (Stream<String> linjer = Files.lines(fil)) {
                    linjer.map(NUMMER::matcher)
                            .filter(Matcher::find)
                            .forEach(nummer -> importeres.add(nummer.group(1)));
                }
            }
            try (Stream<String> alle = Files.lines(stier)) {
                List<String> resten = alle.filter(sti -> !importeres.contains(sti.substring(sti.lastIndexOf('/') + 1)))
                        .toList();
                return Files.write(ut, resten);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lasteresultat skive(Benk benk, URI tjener, Last last, double rate) {
        Lasteresultat resultat = benk.wrk().kjoerITakt(tjener, last, benk.valg().varighet(), rate);
        if (resultat.rate() < MINST_AV_RATEN * rate) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT, "only %.0f of %.0f requests a second were answered", resultat.rate(), rate));
        }
        return resultat;
    }

    private static void varmOppImport(Rrh oppsett, Path linjer) {
        try (Prosess importen = oppsett.startImport(linjer, IMPORTENS_HEAP)) {
            importen.ventTilSlutt();
        }
    }

    private static Lasteresultat underImport(Benk benk, URI tjener, Last last, double rate, Rrh oppsett, Path linjer) {
        try (Prosess importen = oppsett.startImport(linjer, IMPORTENS_HEAP)) {
            Vent.til(() -> importen.lestAv(linjer) > BEGYNT, importen, LENGSTE_BEGYNNELSE, "the import to begin");
            Lasteresultat resultat = skive(benk, tjener, last, rate);
            if (!importen.lever()) {
                throw new IllegalStateException(
                        "the import was over before the slice: choose a larger --antall or a" + " smaller --varighet");
            }
            importen.ventTilSlutt();
            return resultat;
        }
    }

    /** All but the log, which a server begins anew. */
    private static void kopier(Path fra, Path til) {
        try (Stream<Path> alt = Files.walk(fra)) {
            for (Path sti : alt.filter(sti -> !fra.relativize(sti).startsWith("innsynslogg"))
                    .toList()) {
                Files.copy(sti, til.resolve(fra.relativize(sti)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
