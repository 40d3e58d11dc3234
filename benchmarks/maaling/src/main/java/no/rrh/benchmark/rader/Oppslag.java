package no.rrh.benchmark.rader;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import no.rrh.benchmark.Benk;
import no.rrh.benchmark.last.Last;
import no.rrh.benchmark.last.Lasteresultat;
import no.rrh.benchmark.rapport.Rad;
import no.rrh.benchmark.rapport.Rad.Retning;
import no.rrh.benchmark.rapport.Resultat;
import no.rrh.benchmark.rapport.Serie;
import no.rrh.benchmark.tjener.Tjener;

/** The look-up by one token: ours, the ceiling and the peer. */
final class Oppslag implements Radgruppe {
    private static final Rad MOT_JETTY = new Rad(
            "1",
            "look-up, rate ÷ bare Jetty",
            "32 connections of wrk ask rrh for virksomheter drawn from up to 200,000 over the register, with one token. Bare"
                    + " Jetty, as it comes, is sent the same, looks at nothing of it, and answers by the next of 1,000 of rrh's own"
                    + " answers. Set as ours is, without its cache of header lines, it is faster: that is told beside it.",
            Retning.MER,
            0.40,
            0.60);
    private static final Rad MOT_MOTPART = new Rad(
            "2",
            "look-up, rate ÷ the peer",
            "The same load on the peer, which has the bytes of each answer in a table of its own H2 file. 2,000 of its answers are"
                    + " first held against rrh's.",
            Retning.MER,
            2.0,
            3.5);
    private static final Rad P99 = new Rad(
            "4",
            "look-up, p99 at 32 connections ÷ the peer",
            "From the same slices: the time within which 99 of 100 were answered, each server as busy as it can be, as wrk tells it:"
                    + " for an answer that took longer than usual it counts those that would have been asked for meanwhile.",
            Retning.MINDRE,
            0.5,
            0.3);
    private static final Rad MINNE = new Rad(
            "13",
            "memory (RSS) after that load ÷ the peer",
            "VmRSS of each process right after its slice of each round; both have -Xmx1g and all else as the JVM chooses.",
            Retning.MINDRE,
            0.75,
            0.45);

    @Override
    public String navn() {
        return "oppslag";
    }

    @Override
    public List<Rad> rader() {
        return List.of(MOT_JETTY, MOT_MOTPART, P99, MINNE);
    }

    @Override
    public List<Resultat> maal(Benk benk) {
        List<Tjener> tjenere = List.of(
                benk.park().rrh(),
                benk.park().motpart(),
                benk.park().jetty(),
                benk.park().jettySomVaar());
        Last last = benk.park().oppslag();
        tjenere.forEach(tjener -> benk.varmOpp(tjener.adresse(), last));
        List<List<Skive>> runder = Benk.vekselvis(
                benk.valg().runder(),
                tjenere.stream()
                        .<Supplier<Skive>>map(tjener -> () -> Skive.av(benk, tjener, last))
                        .toList());
        List<Skive> rrh = runder.get(0);
        List<Skive> motpart = runder.get(1);
        Serie rate = Serie.av("rrh, requests a second", rrh, Skive::rate);
        return List.of(
                Resultat.forhold(
                        MOT_JETTY,
                        rate,
                        Serie.av("bare Jetty, requests a second", runder.get(2), Skive::rate),
                        Serie.av("bare Jetty set as ours is, requests a second", runder.get(3), Skive::rate),
                        Serie.av("rrh, bytes an answer", rrh, Skive::bytes),
                        Serie.av("bare Jetty, bytes an answer", runder.get(2), Skive::bytes)),
                Resultat.forhold(MOT_MOTPART, rate, Serie.av("peer, requests a second", motpart, Skive::rate)),
                Resultat.forhold(
                        P99,
                        Serie.av("rrh, p99 in ms", rrh, Skive::p99),
                        Serie.av("peer, p99 in ms", motpart, Skive::p99),
                        Serie.av("bare Jetty, p99 in ms", runder.get(2), Skive::p99)),
                Resultat.forhold(
                        MINNE, Serie.av("rrh, MiB", rrh, Skive::minne), Serie.av("peer, MiB", motpart, Skive::minne)));
    }

    /** A slice, and the memory of the server when it was over. */
    private record Skive(Lasteresultat last, double minne) {
        static Skive av(Benk benk, Tjener tjener, Last last) {
            URI adresse = tjener.adresse();
            return new Skive(benk.skive(adresse, last), tjener.prosess().minneMib());
        }

        double rate() {
            return last.rate();
        }

        double p99() {
            return last.p99();
        }

        double bytes() {
            return last.bytesPerSvar();
        }
    }
}
