package no.rrh.benchmark.rader;

import java.nio.file.Path;
import java.util.List;
import no.rrh.benchmark.Benk;
import no.rrh.benchmark.grunnlag.Engangs;
import no.rrh.benchmark.innsetting.H2Innsetting;
import no.rrh.benchmark.innsetting.Rader;
import no.rrh.benchmark.prosess.Java;
import no.rrh.benchmark.prosess.Prosess;
import no.rrh.benchmark.rapport.Rad;
import no.rrh.benchmark.rapport.Rad.Retning;
import no.rrh.benchmark.rapport.Resultat;
import no.rrh.benchmark.rapport.Serie;
import no.rrh.benchmark.tjener.Rrh;

/** The import into an empty register in H2. */
final class H2import implements Radgruppe {
    private static final Rad MOT_JDBC = new Rad(
            "11a",
            "import into H2, rows a second ÷ bare JDBC batches",
            "`rrh importer` of the whole file into no register, from the start of the process to its end: read, checked, stored,"
                    + " indexed and closed. The rows are those that `rrh kontrollsum` counts. By turns with the same rows put into"
                    + " the same empty tables by JDBC, 1,000 a batch, one transaction, H2 as it comes (so without the durability"
                    + " of each commit); only addBatch, executeBatch and commit are timed. Both -Xmx1g.",
            Retning.MER,
            0.4,
            0.7);

    @Override
    public String navn() {
        return "import-h2";
    }

    @Override
    public List<Rad> rader() {
        return List.of(MOT_JDBC);
    }

    @Override
    public List<Resultat> maal(Benk benk) {
        benk.park().stopp();
        Rrh kilde = benk.grunnlag().register(benk.valg().antall());
        Path linjer = benk.grunnlag().linjer(benk.valg().antall());
        List<List<Rader>> runder = Benk.vekselvis(
                benk.valg().tungeRunder(), List.of(() -> importer(benk, linjer), () -> settInn(benk, kilde)));
        return List.of(Resultat.forhold(
                MOT_JDBC,
                Serie.av("rrh importer, rows a second", runder.get(0), Rader::rate),
                Serie.av("JDBC, rows a second", runder.get(1), Rader::rate),
                Serie.av("rrh importer, rows", runder.get(0), Rader::antall),
                Serie.av("JDBC, rows", runder.get(1), Rader::antall),
                Serie.av("rrh importer, s", runder.get(0), Rader::sekunder)));
    }

    private static Rader importer(Benk benk, Path linjer) {
        Rrh nytt = benk.grunnlag().rrh(benk.logger().resolve("import-h2"), List.of());
        Rader rader = nytt.importer(linjer);
        Engangs.slett(nytt.data());
        return rader;
    }

    private static Rader settInn(Benk benk, Rrh kilde) {
        Path nytt = Engangs.mappe(benk.logger().resolve("jdbc-h2"));
        List<String> kommando = Java.klasse(
                H2Innsetting.class,
                Rrh.HEAP,
                List.of(
                        kilde.database().resolve("rrh").toString(),
                        nytt.resolve("rrh").toString()));
        try (Prosess prosess = Prosess.start(kommando, benk.logger().resolve("jdbc-h2.txt"))) {
            prosess.ventTilSlutt();
            return H2Innsetting.les(prosess.sagt());
        } finally {
            Engangs.slett(nytt);
        }
    }
}
