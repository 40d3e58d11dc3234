package no.rrh.bootstrap.feil;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.rrh.bootstrap.system.Felles;
import no.rrh.bootstrap.system.Raa;
import no.rrh.bootstrap.system.Rrhprosess;
import no.rrh.persistence.register.Databaseadresse;

/** A data folder, and the store its register lies in. */
record Mappe(Lager lager, Path sti) {
    /** The longest a server may take until it is ready. */
    static final Duration KLAR_INNEN = Duration.ofSeconds(30);

    static Mappe ny(Lager lager) {
        return new Mappe(lager, Felles.mappe());
    }

    /** One whose register lies in this database, which others may share. */
    static Mappe ny(Lager lager, Databaseadresse database) {
        Mappe ny = ny(lager);
        Lager.bruk(ny.sti, database);
        return ny;
    }

    Mappe kopi() {
        return new Mappe(lager, lager.kopi(sti));
    }

    /** What the register holds, read from a copy, so that the next who opens it is the first to do so. */
    Registerinnhold innhold() {
        return lager.innhold(kopi().sti);
    }

    Rrhprosess serve(String... valg) {
        return Rrhprosess.serve(sti, medLager(valg));
    }

    /** Starts a server in the time there is for that, and has the time kept. */
    Rrhprosess serveInnenFristen(Maaling maaling, String... valg) {
        long start = System.nanoTime();
        Rrhprosess server = serve(valg);
        int status = Raa.send(server.adresse(), "GET", "/helse/klar").status();
        Duration tid = Duration.ofNanos(System.nanoTime() - start);
        maaling.tid("ready again", tid);
        assertThat(status).isEqualTo(200);
        assertThat(tid).as("ready again").isLessThanOrEqualTo(KLAR_INNEN);
        return server;
    }

    /** Starts a command, without waiting for it. */
    Rrhprosess kommando(String... argumenter) {
        return Rrhprosess.kommando(medMappe(argumenter));
    }

    /** Runs a command in this process; where a server has the folder, the server does the work. */
    Rrhprosess.Resultat kjoer(String... argumenter) {
        return Rrhprosess.her(medMappe(argumenter));
    }

    /** Runs a command that must go well. */
    void utfoer(String... argumenter) {
        Rrhprosess.Resultat resultat = kjoer(argumenter);
        assertThat(resultat.kode()).as(resultat.feil()).isZero();
    }

    /** The value of {@code Authorization}, with a token of this folder's own issuer. */
    String bearer() {
        Rrhprosess.Resultat token = kjoer("token", "--scope", Felles.OFFENTLIG, "--levetid", "2t");
        assertThat(token.kode()).as(token.feil()).isZero();
        return "Bearer " + token.ut().strip();
    }

    /** The details of readiness. */
    static JsonNode detaljer(Rrhprosess server) {
        return Raa.send(server.forvaltning(), "GET", "/helse/klar").json();
    }

    private String[] medMappe(String... argumenter) {
        List<String> alle = new ArrayList<>(Arrays.asList(argumenter));
        alle.addAll(List.of("--data", sti.toString()));
        return medLager(alle.toArray(String[]::new));
    }

    private String[] medLager(String... argumenter) {
        List<String> alle = new ArrayList<>(Arrays.asList(argumenter));
        alle.addAll(lager.valg(sti));
        return alle.toArray(String[]::new);
    }
}
