package no.rrh.benchmark.grunnlag;

import java.nio.file.Path;
import no.rrh.benchmark.prosess.Prosess;
import no.rrh.benchmark.tjener.Postgres;
import no.rrh.benchmark.tjener.Rrh;

/** The same registers in PostgreSQL. */
public final class Postgresgrunnlag {
    private final Postgres postgres;
    private final Grunnlag grunnlag;
    private final Path mappe;

    /**
     * @param grunnlag what they are made from
     * @param mappe where it is kept which are whole
     */
    public Postgresgrunnlag(Postgres postgres, Grunnlag grunnlag, Path mappe) {
        this.postgres = postgres;
        this.grunnlag = grunnlag;
        this.mappe = mappe;
    }

    /** The name of the database that a register of so many is in. */
    public static String registeret(int antall) {
        return "rrh_" + antall;
    }

    /** A register of so many, with an agreement and a totalbestand. */
    public Rrh register(int antall) {
        String database = registeret(antall);
        Path data = Engangs.hentEllerLag(mappe.resolve("pg-" + antall), uferdig -> {
            postgres.nyDatabase(database);
            Rrh rrh = rrh(uferdig, database);
            try (Prosess importen = rrh.startImport(grunnlag.linjer(antall), Rrh.HEAP)) {
                importen.ventTilSlutt();
            }
            rrh.giTilgang();
            rrh.lagTotalbestand(Rrh.HEAP, "-showversion");
            postgres.vakuum(database);
        });
        return rrh(data, database);
    }

    /** A data folder, and a database, whether there is anything in them or not. */
    public Rrh rrh(Path data, String database) {
        return grunnlag.rrh(data, postgres.flagg(database));
    }

    /** The peer's database of the same register, as a JDBC address. */
    public String motpartsbase(int antall) {
        String database = "motpart_" + antall;
        Path data = register(antall).data();
        Engangs.hentEllerLag(mappe.resolve("pg-motpart-" + antall), ferdig -> {
            postgres.nyDatabase(database);
            Motpartsbase.fyll(postgres.adresse(database), Postgres.BRUKER, data);
            postgres.vakuum(database);
            Engangs.mappe(ferdig);
        });
        return postgres.adresse(database);
    }
}
