package no.rrh.bootstrap.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import no.rrh.application.port.in.Framdrift;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kanal.Kanalklient;
import no.rrh.bootstrap.kanal.Mottaker;
import no.rrh.bootstrap.kanal.Ordre;
import no.rrh.bootstrap.kobling.Kommandofoering;
import no.rrh.bootstrap.kobling.Registeroppdrag;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.bootstrap.utfall.Utfall;
import no.rrh.persistence.innsynslogg.Loggvalg;
import no.rrh.persistence.innsynslogg.Segmentlogg;

/** Has the innsynslogg tell of a command that does its work without the register: through the server where one runs. */
final class Kommandologg {
    private Kommandologg() {}

    /** The user of the machine. */
    static String bruker() {
        return System.getProperty("user.name", "-");
    }

    /** Returns when it has been written. */
    static void foer(Innstillinger innstillinger, String kommando) {
        Optional<Loggvalg> valg = innstillinger.tilgang().innsynslogg();
        if (valg.isEmpty()) {
            return;
        }
        Map<String, String> ordre = Map.of(Registeroppdrag.KOMMANDO, kommando, Registeroppdrag.BRUKER, bruker());
        try (Kanalklient server = Kanalklient.koble(innstillinger.data()).orElse(null)) {
            if (server != null && server.gi(new Ordre(Registeroppdrag.FOER, ordre))) {
                Utfall utfall = server.utfoer(InputStream.nullInputStream(), new Taus());
                if (utfall.kode() != Utfall.OK) {
                    throw new Kommandofeil(utfall);
                }
                return;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (Segmentlogg logg =
                Segmentlogg.aapne(innstillinger.tilgang().innsynsloggmappe(), valg.get(), Clock.systemUTC())) {
            new Kommandofoering(logg, Clock.systemUTC()).foer(ordre);
        }
    }

    /** Nobody listens. */
    private static final class Taus implements Mottaker {
        @Override
        public OutputStream ut() {
            return OutputStream.nullOutputStream();
        }

        @Override
        public void melding(String linje) {
            // there is nothing to say
        }

        @Override
        public Framdrift framdrift() {
            return Framdrift.INGEN;
        }
    }
}
