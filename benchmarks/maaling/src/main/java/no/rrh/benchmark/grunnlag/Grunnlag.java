package no.rrh.benchmark.grunnlag;

import java.nio.file.Path;
import java.util.List;
import no.rrh.benchmark.prosess.Prosess;
import no.rrh.benchmark.tjener.Rrh;

/** The registers that are measured on, and what the load is taken from; made when they are first asked for. */
public final class Grunnlag {
    private static final long FROE = 1;

    private final Path mappe;
    private final Path rrhJar;
    private final Path logger;

    /**
     * @param mappe where it is kept
     * @param logger where what is said meanwhile is put
     */
    public Grunnlag(Path mappe, Path rrhJar, Path logger) {
        this.mappe = mappe;
        this.rrhJar = rrhJar;
        this.logger = logger;
    }

    /** So many virksomheter as JSON Lines, with history. */
    public Path linjer(int antall) {
        return linjer(antall, FROE);
    }

    /** As {@link #linjer(int)}, of another seed: other virksomheter, but for a few. */
    public Path linjer(int antall, long froe) {
        return Engangs.hentEllerLag(
                mappe.resolve("register-" + antall + "-" + froe + ".jsonl"),
                fil -> Rrh.generer(rrhJar, antall, froe, fil, logger.resolve("generer.txt")));
    }

    /** A data folder with so many in H2, an agreement, and a totalbestand. */
    public Rrh register(int antall) {
        Path data = Engangs.hentEllerLag(mappe.resolve("h2-" + antall), uferdig -> {
            Rrh rrh = rrh(uferdig, List.of());
            try (Prosess importen = rrh.startImport(linjer(antall), Rrh.HEAP)) {
                importen.ventTilSlutt();
            }
            rrh.giTilgang();
            rrh.lagTotalbestand(Rrh.HEAP, "-showversion");
        });
        return rrh(data, List.of());
    }

    /**
     * A data folder, whether there is anything in it or not.
     *
     * @param lager the flags that say where its register lies; none when it lies in the folder
     */
    public Rrh rrh(Path data, List<String> lager) {
        return new Rrh(rrhJar, data, lager, logger);
    }

    /** The peer's database on H2 of the register of so many, as a JDBC address. */
    public String motpartsbase(int antall) {
        Path data = register(antall).data();
        return Motpartsbase.h2(Engangs.hentEllerLag(
                mappe.resolve("motpart-" + antall),
                ny -> Motpartsbase.fyll(Motpartsbase.h2(Engangs.mappe(ny)), Motpartsbase.BRUKER, data)));
    }

    /** The paths of the look-up that the load takes, at random. */
    public Path stier(int antall) {
        Path data = register(antall).data();
        return Engangs.hentEllerLag(mappe.resolve("stier-" + antall + ".txt"), fil -> Utvalg.skriv(data, fil));
    }

    /** The paths of the search that the load takes, at random: for persons who are in about a hundred virksomheter. */
    public Path soekestier(int antall) {
        return Engangs.hentEllerLag(
                mappe.resolve("soekestier-" + antall + ".txt"), fil -> Personer.skriv(linjer(antall), fil));
    }
}
