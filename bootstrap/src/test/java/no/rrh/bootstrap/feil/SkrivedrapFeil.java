package no.rrh.bootstrap.feil;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import no.rrh.bootstrap.system.Poster;
import no.rrh.bootstrap.system.Rrhprosess;
import no.rrh.domain.Eksempler;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A server is killed as it has answered a write, while others write and one follows the endringslogg, and is started
 * again on what it left, time after time. Seen through its own interfaces alone.
 */
class SkrivedrapFeil {
    private static final int SKRIVERE = 3;
    private static final int FLEST_SVAR = 8;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final AtomicInteger neste = new AtomicInteger();

    /** The registrations of the imports that were answered. */
    private final Set<String> besvart = ConcurrentHashMap.newKeySet();

    /** The numbers that were handed out, and what they stood for. */
    private final Map<Long, String> utlevert = new ConcurrentHashMap<>();

    @ParameterizedTest
    @EnumSource
    void whatWasAnsweredIsThereAndNoNumberIsUsedAgain(Lager lager) throws Exception {
        Froe froe = Froe.av("write");
        Random tilfeldig = froe.tilfeldig();
        Mappe data = Mappe.ny(lager);
        ExecutorService traader = Executors.newFixedThreadPool(SKRIVERE + 1);
        try (Maaling maaling = Maaling.av(Rad.SKRIVEDRAP, lager, froe)) {
            for (int drap = 0; drap < ImportdrapFeil.DRAP; drap++) {
                Rrhprosess server = start(data, maaling);
                String bearer = data.bearer();
                assertAltErDer(endringer(server, bearer, 0));
                skrivOgDrep(data, server, bearer, 1 + tilfeldig.nextInt(FLEST_SVAR), traader);
                maaling.gang();
            }
            try (Rrhprosess server = start(data, maaling)) {
                assertAltErDer(endringer(server, data.bearer(), 0));
            }
            maaling.tell("writes answered", besvart.size());
            maaling.tell("numbers handed out", utlevert.size());
            maaling.si("none lost, none used again");
            assertThat(utlevert.size()).isGreaterThan(besvart.size() / 2);
            maaling.bestaatt();
        } finally {
            traader.shutdownNow();
        }
    }

    private static Rrhprosess start(Mappe data, Maaling maaling) {
        return data.serveInnenFristen(maaling, "--totalbestand-cron", "av", "--kvote-endringslogg", "av");
    }

    /** Kills in the thread that got the answer, so that nothing comes in between. */
    private void skrivOgDrep(Mappe data, Rrhprosess server, String bearer, int svar, ExecutorService traader)
            throws Exception {
        AtomicBoolean stopp = new AtomicBoolean();
        AtomicInteger besvarteNaa = new AtomicInteger();
        Callable<Void> skriver = () -> {
            while (!stopp.get()) {
                int nummer = neste.incrementAndGet();
                if (importer(data, nummer)) {
                    if (besvarteNaa.incrementAndGet() == svar) {
                        stopp.set(true);
                        server.drep();
                    }
                    besvart.add(registreringsid(nummer));
                }
            }
            return null;
        };
        List<Callable<Void>> alle = new ArrayList<>();
        for (int i = 0; i < SKRIVERE; i++) {
            alle.add(skriver);
        }
        alle.add(() -> foelg(server, bearer));
        for (Future<Void> en : traader.invokeAll(alle)) {
            en.get();
        }
    }

    private static boolean importer(Mappe data, int nummer) {
        String post = Poster.post(Eksempler.organisasjonsnummer(nummer).verdi(), nummer);
        String fil = Importfil.skriv("[" + post + "]").toString();
        return data.kjoer("importer", fil).kode() == 0;
    }

    private static String registreringsid(int nummer) {
        return String.format("00000000-0000-4000-8000-%012d", nummer);
    }

    private Void foelg(Rrhprosess server, String bearer) throws IOException {
        long sist = 0;
        while (true) {
            List<JsonNode> nye;
            try {
                nye = endringer(server, bearer, sist);
            } catch (UncheckedIOException drept) {
                return null;
            }
            for (JsonNode endring : nye) {
                sist = endring.get("id").asLong();
                utlevert.put(sist, hva(endring));
            }
        }
    }

    private static List<JsonNode> endringer(Rrhprosess server, String bearer, long etter) throws IOException {
        HttpResponse<byte[]> svar = Kall.hent(
                server.adresse(),
                "/api/oppslag/v1/endringslogg?antall=10000&sekvensnummer=" + etter,
                "Authorization",
                bearer);
        assertThat(svar.statusCode()).isEqualTo(200);
        List<JsonNode> endringer = new ArrayList<>();
        JSON.readTree(svar.body()).forEach(endringer::add);
        return endringer;
    }

    private static String hva(JsonNode endring) {
        return endring.get("type").asText() + " " + endring.get("time").asText() + " "
                + endring.at("/data/registreringsid").asText();
    }

    private void assertAltErDer(List<JsonNode> endringer) {
        Map<Long, String> finnes = new HashMap<>();
        Set<String> registreringer = new HashSet<>();
        long forrige = 0;
        for (JsonNode endring : endringer) {
            long nummer = endring.get("id").asLong();
            assertThat(nummer).as("the number after " + forrige).isEqualTo(forrige + 1);
            forrige = nummer;
            finnes.put(nummer, hva(endring));
            registreringer.add(endring.at("/data/registreringsid").asText());
        }
        assertThat(besvart.stream().filter(id -> !registreringer.contains(id)).toList())
                .as("answered and lost")
                .isEmpty();
        assertThat(utlevert.entrySet().stream()
                        .filter(ett -> !ett.getValue().equals(finnes.get(ett.getKey())))
                        .toList())
                .as("handed out and now something else")
                .isEmpty();
    }
}
