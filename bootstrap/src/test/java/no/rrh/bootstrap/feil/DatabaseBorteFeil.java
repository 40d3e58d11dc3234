package no.rrh.bootstrap.feil;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.rrh.bootstrap.system.Rrhprosess;
import no.rrh.bootstrap.system.Vent;
import no.rrh.domain.Eksempler;
import no.rrh.persistence.Postgrestjener;
import org.junit.jupiter.api.Test;

/** The database crashes, is stopped in order, and falls silent, under a server that goes on. */
class DatabaseBorteFeil {
    private static final int GANGER = 6;

    /** More callers than there are connections. */
    private static final int SAMTIDIGE = 24;

    private static final Duration SVAR_INNEN = Duration.ofSeconds(2);
    private static final Duration FRISK_INNEN = Duration.ofSeconds(10);
    private static final String A = "/api/virksomheter/" + Eksempler.organisasjonsnummer(0);
    private static final String B = "/api/oppslag/v1/virksomheter/" + Eksempler.organisasjonsnummer(0);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ExecutorService traader = Executors.newFixedThreadPool(SAMTIDIGE);

    @Test
    void whoCallsIsToldSoInTwoSecondsAndTheServerIsWellAgainSoonAfterTheDatabaseIs() throws Exception {
        try (Maaling maaling = Maaling.av(Rad.DATABASE_BORTE, Lager.POSTGRESQL, new Froe(0));
                Postgrestjener database = Postgrestjener.ny()) {
            Mappe data = Mappe.ny(Lager.POSTGRESQL, database.adresse());
            data.utfoer("importer", Importfil.lag(1, "one").toString());
            try (Rrhprosess server = data.serve("--kvote-oppslag", "av")) {
                Klient klient = new Klient(server, data.bearer());
                klient.assertFrisk();
                for (int i = 0; i < GANGER; i++) {
                    Brudd brudd = Brudd.values()[i % Brudd.values().length];
                    brudd.bryt(database);
                    assertFeilene(klient, maaling);
                    brudd.rett(database);
                    long start = System.nanoTime();
                    Vent.til("the server is well", FRISK_INNEN, klient::erFrisk);
                    maaling.tid("well again", Duration.ofNanos(System.nanoTime() - start));
                    klient.assertFrisk();
                    maaling.gang();
                }
                assertThat(server.logg()).doesNotContain("Exception in thread", "OutOfMemoryError");
            }
            maaling.bestaatt();
        } finally {
            traader.shutdownNow();
        }
    }

    private void assertFeilene(Klient klient, Maaling maaling) throws Exception {
        for (String sti : List.of(A, B)) {
            int forventet = sti.equals(A) ? 500 : 503;
            List<Callable<Void>> kall = new ArrayList<>();
            for (int i = 0; i < SAMTIDIGE; i++) {
                kall.add(() -> {
                    long start = System.nanoTime();
                    HttpResponse<byte[]> svar = klient.hent(sti);
                    Duration tid = Duration.ofNanos(System.nanoTime() - start);
                    maaling.tid("answered", tid);
                    maaling.tell("answers of " + forventet);
                    assertThat(svar.statusCode()).isEqualTo(forventet);
                    assertThat(tid).isLessThanOrEqualTo(SVAR_INNEN);
                    assertFeilkropp(svar);
                    return null;
                });
            }
            for (Future<Void> ett : traader.invokeAll(kall)) {
                ett.get();
            }
        }
        assertThat(Mappe.detaljer(klient.server()).get("status").asText()).isEqualTo("ikke klar");
    }

    private static void assertFeilkropp(HttpResponse<byte[]> svar) throws IOException {
        JsonNode kropp = JSON.readTree(svar.body());
        assertThat(kropp.fieldNames()).toIterable().contains("status", "message");
        assertThat(new String(svar.body(), StandardCharsets.UTF_8))
                .doesNotContain("Exception", "at no.rrh", "postgres", "jdbc");
    }

    /** How a database goes away. */
    private enum Brudd {
        KRASJ {
            @Override
            void bryt(Postgrestjener database) {
                database.drep();
            }

            @Override
            void rett(Postgrestjener database) {
                database.start();
            }
        },
        STOPP {
            @Override
            void bryt(Postgrestjener database) {
                database.stopp();
            }

            @Override
            void rett(Postgrestjener database) {
                database.start();
            }
        },
        TAUSHET {
            @Override
            void bryt(Postgrestjener database) {
                database.frys();
            }

            @Override
            void rett(Postgrestjener database) {
                database.tin();
            }
        };

        abstract void bryt(Postgrestjener database);

        abstract void rett(Postgrestjener database);
    }

    private record Klient(Rrhprosess server, String bearer) {
        HttpResponse<byte[]> hent(String sti) {
            return Kall.hent(server.adresse(), sti, "Authorization", bearer);
        }

        boolean erFrisk() {
            return hent(A).statusCode() == 200
                    && hent(B).statusCode() == 200
                    && Mappe.detaljer(server).get("status").asText().equals("klar");
        }

        void assertFrisk() {
            assertThat(hent(A).statusCode()).isEqualTo(200);
            assertThat(hent(B).statusCode()).isEqualTo(200);
        }
    }
}
