package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quotas of the fat JAR, each kind of calls with its own setting. */
class KvoteIT {
    private static final int ANTALL = 2;
    private static final Path DATA = Felles.mappe();
    private static Rrhprosess server;
    private static String token;

    @BeforeAll
    static void start() {
        String kvote = ANTALL + "/24t";
        server = Rrhprosess.serve(
                DATA,
                "--kvote-oppslag",
                kvote,
                "--kvote-soek",
                kvote,
                "--kvote-totalbestand",
                kvote,
                "--kvote-endringslogg",
                kvote);
        token = Felles.token(DATA, "--scope", Felles.OFFENTLIG);
    }

    @AfterAll
    static void stopp() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "oppslag 400 /api/oppslag/v1/virksomheter/313513408 /api/virksomheter/313513409",
                "soek 400 /api/oppslag/v1/virksomheter?foedselsnummer=05910298382 /api/oppslag/v1/virksomheter?foedselsnummer=1",
                "totalbestand 400 /api/virksomheter/json /api/oppslag/v1/virksomheter/totalbestand?format=csv",
                "endringslogg 200 /api/oppslag/v1/endringslogg /api/oppslag/v1/sekvensnummer?tidspunkt=2026-01-01T00:00:00Z"
            })
    void whenAKindOfCallsIsUsedUpItIs429OnEveryPathOfItAndARefusedCallCountsToo(String kall) {
        List<String> ord = List.of(kall.split(" "));
        String auth = "Authorization: Bearer " + token;
        Raa.Svar foerste = Raa.send(server.adresse(), "GET", ord.get(2), auth);
        assertThat(foerste.status()).isIn(200, 503);
        Raa.Svar andre = Raa.send(server.adresse(), "GET", ord.get(3), auth);
        assertThat(andre.status()).isEqualTo(Integer.parseInt(ord.get(1)));
        assertThat(andre.header("RateLimit-Policy")).hasValue("\"" + ord.get(0) + "\";q=2;w=86400");
        assertThat(andre.header("RateLimit"))
                .hasValueSatisfying(verdi -> assertThat(verdi).matches("\"" + ord.get(0) + "\";r=0;t=\\d+"));

        for (String sti : ord.subList(2, 4)) {
            Raa.Svar avvist = Raa.send(server.adresse(), "GET", sti, auth);
            assertThat(avvist.status()).isEqualTo(429);
            assertThat(avvist.header("Retry-After")).isPresent();
            assertThat(avvist.json().get("message").asText()).contains("kvoten «" + ord.get(0) + "»");
        }
    }
}
