package no.rrh.benchmark.rader;

import java.nio.file.Path;
import java.util.List;
import no.rrh.benchmark.Benk;
import no.rrh.benchmark.grunnlag.Engangs;
import no.rrh.benchmark.grunnlag.Postgresgrunnlag;
import no.rrh.benchmark.innsetting.Postgreskopi;
import no.rrh.benchmark.innsetting.Rader;
import no.rrh.benchmark.rapport.Rad;
import no.rrh.benchmark.rapport.Rad.Retning;
import no.rrh.benchmark.rapport.Resultat;
import no.rrh.benchmark.rapport.Serie;
import no.rrh.benchmark.tjener.Postgres;
import no.rrh.benchmark.tjener.Rrh;

/** The import into an empty register in PostgreSQL. */
final class Postgresimport implements Radgruppe {
    private static final String DATABASE = "rrh_import";

    private static final Rad MOT_COPY = new Rad(
            "11b",
            "import into PostgreSQL, rows a second ÷ bare COPY",
            "As 11a, into an empty PostgreSQL database on the same machine. By turns with COPY of the same rows, from files that"
                    + " PostgreSQL has written in its binary form, into the same empty tables with the same indices, in one"
                    + " transaction; only that is timed.",
            Retning.MER,
            0.4,
            0.7);

    @Override
    public String navn() {
        return "import-postgres";
    }

    @Override
    public List<Rad> rader() {
        return List.of(MOT_COPY);
    }

    @Override
    public List<Resultat> maal(Benk benk) {
        benk.park().stopp();
        int antall = benk.valg().antall();
        Path linjer = benk.grunnlag().linjer(antall);
        try (Postgres postgres = benk.postgres()) {
            Postgresgrunnlag grunnlag = new Postgresgrunnlag(postgres, benk.grunnlag(), benk.mappe());
            grunnlag.register(antall);
            Postgreskopi kopi = new Postgreskopi(benk.logger().resolve("copy"));
            kopi.hent(postgres, Postgresgrunnlag.registeret(antall));
            List<List<Rader>> runder = Benk.vekselvis(
                    benk.valg().tungeRunder(),
                    List.of(() -> importer(benk, postgres, grunnlag, linjer), () -> kopier(postgres, kopi)));
            Engangs.slett(benk.logger().resolve("copy"));
            return List.of(Resultat.forhold(
                    MOT_COPY,
                    Serie.av("rrh importer, rows a second", runder.get(0), Rader::rate),
                    Serie.av("COPY, rows a second", runder.get(1), Rader::rate),
                    Serie.av("rrh importer, rows", runder.get(0), Rader::antall),
                    Serie.av("COPY, rows", runder.get(1), Rader::antall),
                    Serie.av("rrh importer, s", runder.get(0), Rader::sekunder)));
        }
    }

    private static Rader importer(Benk benk, Postgres postgres, Postgresgrunnlag grunnlag, Path linjer) {
        gjoerKlar(postgres);
        Rrh nytt = grunnlag.rrh(benk.logger().resolve("import-pg"), DATABASE);
        Rader rader = nytt.importer(linjer);
        Engangs.slett(nytt.data());
        postgres.slett(DATABASE);
        return rader;
    }

    private static Rader kopier(Postgres postgres, Postgreskopi kopi) {
        gjoerKlar(postgres);
        Rader rader = kopi.settInn(postgres, DATABASE);
        postgres.slett(DATABASE);
        return rader;
    }

    /** Neither is to write out what the other has left. */
    private static void gjoerKlar(Postgres postgres) {
        postgres.nyDatabase(DATABASE);
        postgres.sjekkpunkt();
    }
}
