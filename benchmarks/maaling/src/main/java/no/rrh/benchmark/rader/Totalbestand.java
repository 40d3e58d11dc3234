package no.rrh.benchmark.rader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import no.rrh.benchmark.Benk;
import no.rrh.benchmark.grunnlag.Bestandsfil;
import no.rrh.benchmark.grunnlag.Engangs;
import no.rrh.benchmark.prosess.Prosess;
import no.rrh.benchmark.rapport.Rad;
import no.rrh.benchmark.rapport.Rad.Retning;
import no.rrh.benchmark.rapport.Resultat;
import no.rrh.benchmark.rapport.Serie;
import no.rrh.benchmark.tjener.Rrh;

/** The making of the totalbestand: how long, and in how much memory. */
final class Totalbestand implements Radgruppe {
    private static final String HEAP = "256m";
    private static final int DEL = 10;

    private static final Rad TID = new Rad(
            "8",
            "totalbestand made, time ÷ gzip -6 of the same JSON",
            "`rrh totalbestand` with -Xmx256m, from the start of the process to its end: read, written as JSON, packed, read back"
                    + " and on the disk. By turns with `gzip -6` of the JSON that is in the file, from the disk to /dev/null."
                    + " Without BODS, which is measured by itself.",
            Retning.MINDRE,
            1.3,
            0.7);
    private static final Rad HEAPEN = new Rad(
            "9",
            "totalbestand made, peak heap, whole register ÷ a tenth",
            "The most of the heap that was in use before a collection while those files were made, and while one of a tenth of the"
                    + " register was, both with -Xmx256m.",
            Retning.MINDRE,
            1.2,
            1.0);

    @Override
    public String navn() {
        return "totalbestand";
    }

    @Override
    public List<Rad> rader() {
        return List.of(TID, HEAPEN);
    }

    @Override
    public List<Resultat> maal(Benk benk) {
        benk.park().stopp();
        int antall = benk.valg().antall();
        Rrh hele = benk.grunnlag().register(antall);
        Rrh tiendedel = benk.grunnlag().register(antall / DEL);
        Path json = pakkUt(Bestandsfil.nyeste(hele.data()), benk.logger().resolve("totalbestand.json"));
        List<List<Runde>> runder = Benk.vekselvis(
                benk.valg().tungeRunder(),
                List.of(
                        () -> lag(benk, hele),
                        () -> gzip(json),
                        () -> lag(benk, tiendedel),
                        () -> lagMedBods(benk, hele)));
        Engangs.slett(json);
        Serie peak = Serie.av("whole, MiB before a collection at the most", runder.get(0), Runde::foer);
        Serie peakTiendedel = Serie.av("a tenth, MiB before a collection at the most", runder.get(2), Runde::foer);
        return List.of(
                Resultat.forhold(
                        TID,
                        Serie.av("rrh totalbestand, s", runder.get(0), Runde::sekunder),
                        Serie.av("gzip -6, s", runder.get(1), Runde::sekunder),
                        Serie.av("rrh totalbestand with BODS, s", runder.get(3), Runde::sekunder)),
                Resultat.forhold(
                        HEAPEN,
                        peak,
                        peakTiendedel,
                        Serie.av("whole, MiB after a collection at the most", runder.get(0), Runde::etter),
                        Serie.av("a tenth, MiB after a collection at the most", runder.get(2), Runde::etter),
                        Serie.av("with BODS, MiB before a collection at the most", runder.get(3), Runde::foer)));
    }

    private static Runde lag(Benk benk, Rrh rrh) {
        Path logg = benk.logger().resolve("gc.txt");
        return runde(rrh.lagTotalbestand(HEAP, Gclogg.flagg(logg)), logg);
    }

    private static Runde lagMedBods(Benk benk, Rrh rrh) {
        Path logg = benk.logger().resolve("gc.txt");
        return runde(rrh.lagTotalbestandMedBods(HEAP, Gclogg.flagg(logg)), logg);
    }

    private static Runde runde(Duration tid, Path logg) {
        Gclogg heap = Gclogg.les(logg);
        return new Runde(tid.toNanos() / 1e9, heap.foer(), heap.etter());
    }

    private static Runde gzip(Path json) {
        List<String> kommando = List.of("gzip", "-6", "-c", json.toString());
        return new Runde(Prosess.kjoer(kommando, Path.of("/dev/null")).toNanos() / 1e9, 0, 0);
    }

    private static Path pakkUt(Path zip, Path fil) {
        try (InputStream inn = Bestandsfil.json(zip)) {
            Files.copy(inn, fil);
            return fil;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Runde(double sekunder, double foer, double etter) {}
}
