package no.rrh.benchmark;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import no.rrh.benchmark.grunnlag.Arbeidsmappe;
import no.rrh.benchmark.grunnlag.Grunnlag;
import no.rrh.benchmark.last.Last;
import no.rrh.benchmark.last.Lasteresultat;
import no.rrh.benchmark.last.Wrk;
import no.rrh.benchmark.tjener.Http;
import no.rrh.benchmark.tjener.Postgres;

/** What the rows are measured with. */
public final class Benk implements AutoCloseable {
    private final Valg valg;
    private final Path mappe;
    private final Path logger;
    private final Path motpartJar;
    private final Grunnlag grunnlag;
    private final Park park;
    private final Wrk wrk;
    private final Http http = new Http();
    private final Map<String, String> versjoner = new LinkedHashMap<>();

    /**
     * @param rrhJar our server
     * @param motpartJar the peer
     * @throws IllegalArgumentException when the folder that was chosen cannot be used
     */
    public Benk(Valg valg, Path rrhJar, Path motpartJar) {
        this.valg = valg;
        Arbeidsmappe arbeidsmappe = Arbeidsmappe.aapne(valg.mappe(), valg.paaNytt());
        this.mappe = arbeidsmappe.rot();
        this.logger = arbeidsmappe.kjoering();
        this.motpartJar = motpartJar;
        this.grunnlag = new Grunnlag(mappe, rrhJar, logger);
        this.park = new Park(grunnlag, valg.antall(), motpartJar, logger, http);
        this.wrk = new Wrk(logger);
    }

    public Valg valg() {
        return valg;
    }

    /** Where what is made is kept. */
    public Path mappe() {
        return mappe;
    }

    /** Where everybody puts what they say in this run, and what is made for this run alone. */
    public Path logger() {
        return logger;
    }

    public Path motpartJar() {
        return motpartJar;
    }

    public Grunnlag grunnlag() {
        return grunnlag;
    }

    public Park park() {
        return park;
    }

    public Wrk wrk() {
        return wrk;
    }

    public Http http() {
        return http;
    }

    /** The PostgreSQL of the work folder, which is started. */
    public Postgres postgres() {
        Postgres postgres = Postgres.start(mappe.resolve("postgres"));
        versjoner.put("PostgreSQL", postgres.versjon());
        return postgres;
    }

    /** Of what tells its version only when it runs. */
    Map<String, String> versjoner() {
        return versjoner;
    }

    /** A slice of load, of the time that was chosen. */
    public Lasteresultat skive(URI tjener, Last last) {
        return wrk.kjoer(tjener, last, valg.varighet());
    }

    /** Warms a server up, by as many requests as were chosen. */
    public void varmOpp(URI tjener, Last last) {
        wrk.varmOpp(tjener, last, valg.oppvarming());
    }

    /**
     * Measures several by turns, so that what else happens on the machine falls on all alike, and none is always the first.
     *
     * @return for each of them what its rounds came to
     */
    public static <T> List<List<T>> vekselvis(int runder, List<Supplier<T>> deltakere) {
        List<List<T>> resultater =
                deltakere.stream().<List<T>>map(deltaker -> new ArrayList<>()).toList();
        for (int runde = 0; runde < runder; runde++) {
            int foerst = runde;
            IntStream.range(0, deltakere.size())
                    .map(i -> (foerst + i) % deltakere.size())
                    .forEach(i -> resultater.get(i).add(deltakere.get(i).get()));
        }
        return resultater;
    }

    @Override
    public void close() {
        park.close();
    }
}
