package no.rrh.bootstrap.feil;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.rrh.bootstrap.system.Rrhprosess;
import no.rrh.bootstrap.system.Vent;
import no.rrh.domain.Eksempler;
import no.rrh.persistence.Postgrestjener;
import org.junit.jupiter.api.Test;

/**
 * A streaming replica is held back, so that it shows what has been, and held still, so that it says nothing. A mirror reads
 * the changes from an instance without a replica, and looks up at the one that reads it.
 */
class ReplikaFeil {
    private static final int GANGER = 10;
    private static final Duration UTE_INNEN = Duration.ofSeconds(5);
    private static final Duration INNE_INNEN = Duration.ofSeconds(30);
    private static final String VIRKSOMHET = "/api/oppslag/v1/virksomheter/" + Eksempler.organisasjonsnummer(0);
    private static final Pattern TILSTAND = Pattern.compile("state (\\d+) ");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicBoolean slutt = new AtomicBoolean();
    private final AtomicLong lest = new AtomicLong();

    @Test
    void noMirrorSeesAnOldStateAndTheReplicaLeavesAndComesBack() {
        try (Maaling maaling = Maaling.av(Rad.REPLIKA, Lager.POSTGRESQL, new Froe(0));
                Postgrestjener primaer = Postgrestjener.ny()) {
            Mappe medReplika = Mappe.ny(Lager.POSTGRESQL, primaer.adresse());
            Mappe uten = Mappe.ny(Lager.POSTGRESQL, primaer.adresse());
            medReplika.utfoer("importer", Importfil.lag(1, "first").toString());
            try (Postgrestjener replika = primaer.replika();
                    Rrhprosess leser =
                            medReplika.serve("--db-replikaer", replika.adresse().url(), "--kvote-oppslag", "av");
                    Rrhprosess logg = uten.serve("--kvote-endringslogg", "av")) {
                Vent.til("the replica is in use", INNE_INNEN, () -> iBruk(leser));
                CompletableFuture<Void> skriver = CompletableFuture.runAsync(() -> skriv(uten));
                CompletableFuture<Void> speil = CompletableFuture.runAsync(
                        () -> speil(logg, uten.bearer(), leser, medReplika.bearer(), maaling));
                for (int i = 0; i < GANGER; i++) {
                    hold(i % 2 == 0, replika, leser, maaling);
                }
                slutt.set(true);
                skriver.join();
                speil.join();
                maaling.bestaatt();
            }
        }
    }

    private void hold(boolean tilbake, Postgrestjener replika, Rrhprosess leser, Maaling maaling) {
        if (tilbake) {
            replika.utfoer("select pg_wal_replay_pause()");
        } else {
            replika.frys();
        }
        long start = System.nanoTime();
        Vent.til("the replica is out of use", UTE_INNEN, () -> !iBruk(leser));
        maaling.tid("out of rotation", Duration.ofNanos(System.nanoTime() - start));
        long foer = lest.get();
        Vent.til("the mirror goes on without it", INNE_INNEN, () -> lest.get() > foer);
        if (tilbake) {
            replika.utfoer("select pg_wal_replay_resume()");
        } else {
            replika.tin();
        }
        start = System.nanoTime();
        Vent.til("the replica is back", INNE_INNEN, () -> iBruk(leser));
        maaling.tid("back in rotation", Duration.ofNanos(System.nanoTime() - start));
        maaling.gang();
    }

    private static boolean iBruk(Rrhprosess server) {
        return Mappe.detaljer(server).at("/register/replikaer/0/iBruk").asBoolean();
    }

    /** One change after another, as imports that each alter the one virksomhet. */
    private void skriv(Mappe data) {
        for (int n = 1; !slutt.get(); n++) {
            data.utfoer("importer", Importfil.lag(1, "state " + n).toString());
        }
    }

    /** What is looked up after a change has been read is at least as new as it: change n is the one of «state n-1». */
    private void speil(Rrhprosess logg, String loggbearer, Rrhprosess leser, String leserbearer, Maaling maaling) {
        long plass = 1;
        while (!slutt.get()) {
            JsonNode endringer = json(Kall.hent(
                    logg.adresse(),
                    "/api/oppslag/v1/endringslogg?sekvensnummer=" + plass,
                    "Authorization",
                    loggbearer));
            if (!endringer.isEmpty()) {
                plass = endringer.get(endringer.size() - 1).get("id").asLong();
                HttpResponse<byte[]> svar = Kall.hent(leser.adresse(), VIRKSOMHET, "Authorization", leserbearer);
                assertThat(svar.statusCode()).isEqualTo(200);
                Matcher vist = TILSTAND.matcher(new String(svar.body(), StandardCharsets.UTF_8));
                assertThat(vist.find()).isTrue();
                assertThat(Long.parseLong(vist.group(1)))
                        .as("the state after change %d", plass)
                        .isGreaterThanOrEqualTo(plass - 1);
                maaling.tell("look-ups after a change, none of them old");
                lest.incrementAndGet();
            }
        }
    }

    private static JsonNode json(HttpResponse<byte[]> svar) {
        assertThat(svar.statusCode()).isEqualTo(200);
        try {
            return JSON.readTree(svar.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
