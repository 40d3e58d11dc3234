package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import no.rrh.http.representasjon.Testdata;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The download of the whole register on surface A, against the fat JAR. */
class TotalbestandIT {
    private static final String STI = "/api/virksomheter/json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final URI SERVER = Felles.server().adresse();

    @BeforeAll
    static void theFileIsMadeSoonAfterTheFirstStart() {
        Vent.til("a totalbestand is served", Duration.ofSeconds(20), () -> hent().status() == 200);
    }

    private static Raa.Svar hent(String... headere) {
        return metode("GET", headere);
    }

    private static Raa.Svar metode(String metode, String... headere) {
        String[] alle = Stream.concat(
                        Stream.of("Authorization: Bearer " + Felles.token(Felles.OFFENTLIG)), Stream.of(headere))
                .toArray(String[]::new);
        return Raa.send(SERVER, metode, STI, alle);
    }

    @Test
    void everyVirksomhetThatIsNotDeletedIsInItByNumberAndTheTenAreEqualToTheFile() throws IOException {
        List<JsonNode> deTi = new ArrayList<>();
        try (InputStream fil = Testdata.aapne()) {
            JSON.readTree(fil).forEach(deTi::add);
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(hent().kropp()))) {
            ZipEntry del = zip.getNextEntry();
            assertThat(del.getName()).isEqualTo("totalbestand.json");
            List<JsonNode> lest = new ArrayList<>();
            JSON.readTree(zip.readAllBytes()).forEach(lest::add);
            assertThat(lest)
                    .hasSize(Testdatatall.VIRKSOMHETER - Testdatatall.SLETTEDE)
                    .containsAll(deTi)
                    .isSortedAccordingTo(Comparator.comparing(
                            v -> v.get("organisasjonsnummer").asText()))
                    .allSatisfy(v -> assertThat(v.get("registreringer")).hasSize(1));
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void theFileOfBodsIsOfTheSameVirksomheterAtTheSameChange() throws IOException, NoSuchAlgorithmException {
        String sti = "/api/oppslag/v1/virksomheter/totalbestand?format=bods";
        String token = "Authorization: Bearer " + Felles.token(Felles.OFFENTLIG);
        Raa.Svar svar = Raa.send(SERVER, "GET", sti, token);

        assertThat(svar.status()).isEqualTo(200);
        assertThat(svar.header("RRH-Sekvensnummer")).isEqualTo(hent().header("RRH-Sekvensnummer"));
        assertThat(svar.header("Last-Modified")).isEqualTo(hent().header("Last-Modified"));
        assertThat(svar.header("ETag")).isPresent().isNotEqualTo(hent().header("ETag"));
        assertThat(svar.header("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"totalbestand-\\d{8}T\\d{6}Z\\.bods\\.zip\"");
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(svar.kropp());
        assertThat(svar.header("Repr-Digest"))
                .hasValue("sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");
        Raa.Svar del = Raa.send(SERVER, "GET", sti, token, "Range: bytes=-7");
        assertThat(del.status()).isEqualTo(206);
        assertThat(del.kropp())
                .isEqualTo(Arrays.copyOfRange(svar.kropp(), svar.kropp().length - 7, svar.kropp().length));
        assertThat(Raa.send(SERVER, "HEAD", sti, token).header("Content-Length"))
                .isEqualTo(svar.header("Content-Length"));

        List<String> ventet = new ArrayList<>();
        JSON.readTree(innhold(hent().kropp(), "totalbestand.json"))
                .forEach(v -> ventet.add(v.get("organisasjonsnummer").asText()));
        List<String> linjer = new String(innhold(svar.kropp(), "totalbestand.bods.jsonl"), UTF_8)
                .lines()
                .toList();
        assertThat(ventet).hasSize(Testdatatall.VIRKSOMHETER - Testdatatall.SLETTEDE);
        for (String linje : linjer) {
            assertThat(JSON.readTree(linje).isObject()).isTrue();
        }
        for (String nummer : ventet) {
            assertThat(linjer).as(nummer).anyMatch(linje -> linje.contains('"' + nummer + '"'));
        }
    }

    private static byte[] innhold(byte[] fil, String oppfoering) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(fil))) {
            assertThat(zip.getNextEntry().getName()).isEqualTo(oppfoering);
            byte[] innhold = zip.readAllBytes();
            assertThat(zip.getNextEntry()).isNull();
            return innhold;
        }
    }

    @Test
    void theHeadersAreThoseOfTheContract() throws NoSuchAlgorithmException {
        Raa.Svar svar = hent();
        byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(svar.kropp());

        assertThat(svar.header("Content-Type")).hasValue("application/zip");
        assertThat(svar.header("Content-Length")).hasValue(Integer.toString(svar.kropp().length));
        assertThat(svar.header("Content-Disposition").orElseThrow())
                .matches("attachment; filename=\"totalbestand-\\d{8}T\\d{6}Z\\.zip\"");
        assertThat(svar.header("ETag").orElseThrow()).matches("\"[0-9a-f]{64}\"");
        assertThat(svar.header("Last-Modified").orElseThrow())
                .matches("\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT");
        assertThat(svar.header("Accept-Ranges")).hasValue("bytes");
        assertThat(svar.header("Repr-Digest"))
                .hasValue("sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":");
        assertThat(svar.header("RRH-Sekvensnummer")).hasValue(Integer.toString(Testdatatall.ENDRINGER));
        assertThat(svar.header("Transfer-Encoding")).isEmpty();
    }

    @Test
    void headTellsTheSizeAndSendsNothing() {
        Raa.Svar get = hent();
        Raa.Svar head = metode("HEAD", "Range: bytes=0-1");

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.kropp()).isEmpty();
        for (String header : List.of("Content-Length", "ETag", "Repr-Digest", "RRH-Sekvensnummer", "Accept-Ranges")) {
            assertThat(head.header(header)).as(header).isPresent().isEqualTo(get.header(header));
        }
    }

    @ParameterizedTest
    @CsvSource({"bytes=0-0, 0, 1", "bytes=10-19, 10, 10", "bytes=100-, 100, -1", "bytes=-7, -7, 7"})
    void aSingleRangeIsSentAlone(String range, int fra, int lengde) {
        byte[] hele = hent().kropp();
        int start = fra < 0 ? hele.length + fra : fra;
        int slutt = lengde < 0 ? hele.length : start + lengde;

        Raa.Svar svar = hent("Range: " + range);

        assertThat(svar.status()).isEqualTo(206);
        assertThat(svar.kropp()).isEqualTo(Arrays.copyOfRange(hele, start, slutt));
        assertThat(svar.header("Content-Range")).hasValue("bytes " + start + "-" + (slutt - 1) + "/" + hele.length);
        assertThat(svar.header("Content-Length")).hasValue(Integer.toString(slutt - start));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=0-1,3-4",
                "bytes=5-2",
                "bytes=-",
                "bytes=a-b",
                "linjer=0-1",
                "tull",
                "bytes=0-1-2",
                "bytes=99999999999999999999-",
            })
    void aRangeThatCannotBeServedAsOneIsIgnored(String range) {
        Raa.Svar svar = hent("Range: " + range);

        assertThat(svar.status()).isEqualTo(200);
        assertThat(svar.kropp()).isEqualTo(hent().kropp());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=999999999-", "bytes=999999999-9999999999", "bytes=-0"})
    void aRangeBeyondTheEndIs416WithTheSize(String range) {
        Raa.Svar svar = hent("Range: " + range);

        assertThat(svar.status()).isEqualTo(416);
        assertThat(svar.header("Content-Range")).hasValue("bytes */" + hent().kropp().length);
        assertThat(svar.json().get("status").asInt()).isEqualTo(416);
    }

    @Test
    void aDownloadResumesOnlyOnTheFileItBeganOn() {
        Raa.Svar hele = hent();
        String etag = hele.header("ETag").orElseThrow();
        String endret = hele.header("Last-Modified").orElseThrow();

        assertThat(hent("Range: bytes=5-", "If-Range: " + etag).status()).isEqualTo(206);
        assertThat(hent("Range: bytes=5-", "If-Range: " + endret).status()).isEqualTo(206);
        for (String annen : List.of(
                "\"en-annen\"", "W/" + etag, "Mon, 01 Jan 2024 00:00:00 GMT", "Fri, 01 Jan 2038 00:00:00 GMT", "x")) {
            Raa.Svar svar = hent("Range: bytes=5-", "If-Range: " + annen);
            assertThat(svar.status()).as(annen).isEqualTo(200);
            assertThat(svar.kropp()).isEqualTo(hele.kropp());
        }
    }

    @Test
    void aKnownFileIs304() {
        Raa.Svar hele = hent();
        String endret = hele.header("Last-Modified").orElseThrow();

        for (String kjent : List.of("If-None-Match: " + hele.header("ETag").orElseThrow(), "If-None-Match: *")) {
            Raa.Svar svar = hent(kjent);
            assertThat(svar.status()).isEqualTo(304);
            assertThat(svar.kropp()).isEmpty();
            assertThat(svar.header("Content-Length")).isEqualTo(hele.header("Content-Length"));
            assertThat(svar.header("RRH-Sekvensnummer")).hasValue(Integer.toString(Testdatatall.ENDRINGER));
        }
        assertThat(hent("If-Modified-Since: " + endret).status()).isEqualTo(304);
        assertThat(hent("If-Modified-Since: Mon, 01 Jan 2024 00:00:00 GMT").status())
                .isEqualTo(200);
        assertThat(hent("If-Modified-Since: " + endret, "If-None-Match: \"annen\"")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "application/zip",
                "application/octet-stream",
                "application/json",
                "application/*",
                "application/vnd.brreg.reelle.virksomheter.v1+json;charset=UTF-8",
            })
    void theAcceptsOfTheContractAreLetIn(String accept) {
        assertThat(hent("Accept: " + accept).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/vnd.brreg.reelle.virksomheter.v2+json", "image/*"})
    void anotherAcceptIs406(String accept) {
        assertThat(hent("Accept: " + accept).status()).isEqualTo(406);
    }

    @Test
    void connectionsCanBeUsedAgainAfterADownload() throws IOException {
        try (Socket socket = new Socket(SERVER.getHost(), SERVER.getPort())) {
            socket.setSoTimeout(10_000);
            int lengde = hent().kropp().length;
            String foresp = "GET " + STI + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer "
                    + Felles.token(Felles.OFFENTLIG) + "\r\n\r\n";
            for (int i = 0; i < 3; i++) {
                socket.getOutputStream().write(foresp.getBytes(US_ASCII));
                assertThat(ettSvar(socket.getInputStream(), lengde)).startsWith("HTTP/1.1 200");
            }
        }
    }

    private static String ettSvar(InputStream inn, int lengde) throws IOException {
        ByteArrayOutputStream hode = new ByteArrayOutputStream();
        while (!hode.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
            int tegn = inn.read();
            if (tegn < 0) {
                throw new IOException("closed");
            }
            hode.write(tegn);
        }
        assertThat(inn.readNBytes(lengde)).hasSize(lengde);
        return hode.toString(ISO_8859_1);
    }
}
