package no.rrh.benchmark.rader;

import java.util.List;
import no.rrh.benchmark.Benk;
import no.rrh.benchmark.grunnlag.Engangs;
import no.rrh.benchmark.rapport.Rad;
import no.rrh.benchmark.rapport.Rad.Retning;
import no.rrh.benchmark.rapport.Resultat;
import no.rrh.benchmark.rapport.Serie;

/** What the register takes on the disk. */
final class Plass implements Radgruppe {
    private static final double MIB = 1 << 20;

    private static final Rad MOT_LINJENE = new Rad(
            "14",
            "the register on the disk ÷ the JSON Lines it came from",
            "The folder of the H2 database, closed, against the file that was imported. Both hold the history; the database has"
                    + " the change log and the index of persons too.",
            Retning.MINDRE,
            1.5,
            1.0);

    @Override
    public String navn() {
        return "plass";
    }

    @Override
    public List<Rad> rader() {
        return List.of(MOT_LINJENE);
    }

    @Override
    public List<Resultat> maal(Benk benk) {
        benk.park().stopp();
        int antall = benk.valg().antall();
        double base = Engangs.stoerrelse(benk.grunnlag().register(antall).database()) / MIB;
        double linjer = Engangs.stoerrelse(benk.grunnlag().linjer(antall)) / MIB;
        return List.of(Resultat.forhold(
                MOT_LINJENE, new Serie("database, MiB", List.of(base)), new Serie("JSON Lines, MiB", List.of(linjer))));
    }
}
