package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The fat JAR with TLS of its own: what it answers over HTTP/2 is what it answers over HTTP/1.1. */
class TlsIT {
    private static final String VIRKSOMHET = "/api/virksomheter/313513408";
    private static final String FIL = "/api/virksomheter/json";
    private static final String STROEM = "/api/oppslag/v1/endringslogg";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path data;
    private static Path filer;
    private static KeyStore sertifikater;
    private static Rrhprosess server;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        data = Felles.mappe();
        filer = Felles.mappe();
        for (String navn : List.of("foerste", "andre")) {
            Keytool.lag(filer.resolve("alle.p12"), navn, "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1");
        }
        sertifikater = Keytool.les(filer.resolve("alle.p12"));
        skrivPem("foerste");
        server = Rrhprosess.serve(data, pemvalg());
        token = Felles.token(data, "--scope", Felles.OFFENTLIG);
        Vent.til(
                "a totalbestand is served",
                Duration.ofSeconds(60),
                () -> hent(Version.HTTP_2, kall(FIL)).statusCode() == 200);
    }

    @AfterAll
    static void stopp() {
        server.close();
    }

    private static String[] pemvalg() {
        return new String[] {
            "--tls-sertifikat", filer.resolve("kjede.pem").toString(),
            "--tls-noekkel", filer.resolve("noekkel.pem").toString()
        };
    }

    private static void skrivPem(String navn) throws IOException, GeneralSecurityException {
        Files.writeString(filer.resolve("kjede.pem"), Keytool.pem(sertifikater.getCertificate(navn)));
        Path noekkel = filer.resolve("noekkel.pem");
        Files.writeString(
                noekkel,
                Keytool.pem(
                        "PRIVATE KEY",
                        sertifikater.getKey(navn, Keytool.PASSORD.toCharArray()).getEncoded()));
        Files.setPosixFilePermissions(noekkel, PosixFilePermissions.fromString("rw-------"));
    }

    private static SSLContext tillit() {
        try {
            KeyStore betrodde = KeyStore.getInstance("PKCS12");
            betrodde.load(null, null);
            for (String navn : List.of("foerste", "andre")) {
                betrodde.setCertificateEntry(navn, sertifikater.getCertificate(navn));
            }
            TrustManagerFactory tillit = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            tillit.init(betrodde);
            SSLContext kontekst = SSLContext.getInstance("TLS");
            kontekst.init(null, tillit.getTrustManagers(), null);
            return kontekst;
        } catch (GeneralSecurityException | IOException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpClient klient(Version versjon) {
        return HttpClient.newBuilder().version(versjon).sslContext(tillit()).build();
    }

    private static HttpRequest.Builder kall(String sti) {
        return HttpRequest.newBuilder(server.adresse().resolve(sti))
                .timeout(Duration.ofSeconds(30))
                .header("Authorization", "Bearer " + token);
    }

    private static HttpResponse<byte[]> hent(Version versjon, HttpRequest.Builder kall) {
        try {
            HttpResponse<byte[]> svar = klient(versjon).send(kall.build(), BodyHandlers.ofByteArray());
            assertThat(svar.version()).isEqualTo(versjon);
            assertThat(svar.headers().allValues("Strict-Transport-Security")).containsExactly("max-age=31536000");
            return svar;
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static HttpRequest.Builder kopi(String metode, String sti, String... headere) {
        HttpRequest.Builder kall = kall(sti).method(metode, BodyPublishers.noBody());
        return headere.length == 0 ? kall : kall.headers(headere);
    }

    /** All but what differs from one time to the next, or belongs to the connection. */
    private static String beskrevet(HttpResponse<byte[]> svar) {
        StringBuilder tekst = new StringBuilder().append(svar.statusCode()).append('\n');
        svar.headers().map().forEach((navn, verdier) -> {
            if (!navn.startsWith(":") && !navn.equals("date") && !navn.startsWith("ratelimit")) {
                tekst.append(navn).append(": ").append(verdier).append('\n');
            }
        });
        return tekst.append(new String(svar.body(), StandardCharsets.ISO_8859_1)
                        .replaceAll("\"(timestamp|trace)\":\"[^\"]*\"", ""))
                .toString();
    }

    private static void erLikt(int status, String metode, String sti, String... headere) {
        HttpResponse<byte[]> h1 = hent(Version.HTTP_1_1, kopi(metode, sti, headere));
        HttpResponse<byte[]> h2 = hent(Version.HTTP_2, kopi(metode, sti, headere));
        assertThat(h2.statusCode())
                .as(metode + " " + sti + Arrays.toString(headere))
                .isEqualTo(status);
        assertThat(beskrevet(h2)).isEqualTo(beskrevet(h1));
    }

    @Test
    void lookUpsConditionsAndErrorsAreTheSame() {
        String etag = hent(Version.HTTP_2, kall(VIRKSOMHET))
                .headers()
                .firstValue("ETag")
                .orElseThrow();

        erLikt(200, "GET", VIRKSOMHET);
        erLikt(200, "GET", "/api/oppslag/v1/virksomheter/313513408");
        erLikt(200, "HEAD", VIRKSOMHET);
        erLikt(304, "GET", VIRKSOMHET, "If-None-Match", etag);
        erLikt(304, "HEAD", VIRKSOMHET, "If-None-Match", etag);
        erLikt(412, "GET", VIRKSOMHET, "If-Match", "\"annen\"");
        erLikt(406, "GET", VIRKSOMHET, "Accept", "text/html");
        erLikt(404, "GET", "/api/virksomheter/310000019");
        erLikt(400, "GET", "/api/virksomheter/1");
        erLikt(404, "GET", "/ukjent");
        erLikt(405, "DELETE", VIRKSOMHET);
        erLikt(200, "GET", "/api/oppslag/v1/kodelister");
        erLikt(200, "GET", "/");
        erLikt(200, "GET", "/helse/klar");
    }

    @Test
    void aSearchIsTheSame() {
        String soek = "/api/oppslag/v1/virksomheter?foedselsnummer=05910298382";
        int status = hent(Version.HTTP_2, kall(soek)).statusCode();

        assertThat(status).isIn(200, 404);
        erLikt(status, "GET", soek);
    }

    @Test
    void theFileAndItsPartsAreTheSame() {
        erLikt(200, "GET", FIL);
        erLikt(200, "HEAD", FIL);
        erLikt(206, "GET", FIL, "Range", "bytes=10-1999");
        erLikt(206, "GET", FIL, "Range", "bytes=-7");
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void anEventStreamIsFollowed(Version versjon) throws Exception {
        HttpResponse<Stream<String>> svar = klient(versjon)
                .send(
                        kall(STROEM)
                                .header("Accept", "text/event-stream")
                                .header("Last-Event-ID", Integer.toString(Testdatatall.ENDRINGER - 1))
                                .build(),
                        BodyHandlers.ofLines());
        assertThat(svar.statusCode()).isEqualTo(200);
        try (Stream<String> linjer = svar.body()) {
            assertThat(linjer.filter(linje -> linje.startsWith("id: ")).findFirst())
                    .hasValue("id: " + Testdatatall.ENDRINGER);
        }
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void theIssuerOfLokalIsThereUnderItsHttpsAddress(Version versjon) throws IOException {
        String utsteder = server.adresse() + "/maskinporten/";
        assertThat(utsteder).startsWith("https://127.0.0.1:");

        HttpResponse<byte[]> metadata = hent(versjon, kall("/maskinporten/.well-known/oauth-authorization-server"));
        assertThat(JSON.readTree(metadata.body()).get("issuer").asText()).isEqualTo(utsteder);
        HttpResponse<byte[]> avslag = hent(
                versjon,
                kall("/maskinporten/token")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(
                                "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=x")));
        assertThat(avslag.statusCode()).isEqualTo(400);
        assertThat(JSON.readTree(avslag.body()).has("error")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Version.class)
    void theServersOwnPageGetsItsToken(Version versjon) {
        HttpResponse<byte[]> svar = hent(
                versjon,
                kall("/maskinporten/lokalt-token")
                        .headers("Origin", server.adresse().toString(), "Sec-Fetch-Site", "same-origin")
                        .POST(BodyPublishers.noBody()));

        assertThat(svar.statusCode()).isEqualTo(200);
        assertThat(new String(svar.body(), UTF_8)).contains("access_token");
    }

    @Test
    @EgenProsess("the call starts the JAR")
    void theCallThatCanBePastedWorksAsItStands() throws Exception {
        String kall = server.linjer().get(1);
        Process skall = new ProcessBuilder("bash", "-c", kall + " --silent --fail").start();
        String svar = new String(skall.getInputStream().readAllBytes(), UTF_8);

        assertThat(skall.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(svar).startsWith("{\"organisasjonsnummer\":\"313513408\"");
    }

    private static Certificate vist(URI adresse) {
        try (SSLSocket socket =
                (SSLSocket) tillit().getSocketFactory().createSocket(adresse.getHost(), adresse.getPort())) {
            return socket.getSession().getPeerCertificates()[0];
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRenewedCertificateIsShownWhileTheServerRunsAndWhatIsWrongIsToldOf() throws Exception {
        Path nyData = Felles.mappe();
        skrivPem("foerste");
        try (Rrhprosess egen = Rrhprosess.serve(nyData, pemvalg())) {
            X509Certificate ny = (X509Certificate) sertifikater.getCertificate("andre");
            assertThat(vist(egen.adresse())).isEqualTo(sertifikater.getCertificate("foerste"));
            skrivPem("andre");
            Vent.til(
                    "the new one is shown",
                    Duration.ofSeconds(30),
                    () -> vist(egen.adresse()).equals(ny));
            Files.writeString(filer.resolve("kjede.pem"), "tull");
            Vent.til(
                    "what is wrong is told of",
                    Duration.ofSeconds(30),
                    () -> egen.logg().contains("BEGIN CERTIFICATE"));

            assertThat(vist(egen.adresse())).isEqualTo(ny);
            assertThat(egen.logg())
                    .contains("The certificate of the server has been renewed; the new one runs out "
                            + ny.getNotAfter().toInstant())
                    .contains("kjede.pem i tls.sertifikat")
                    .doesNotContain("Exception");
        } finally {
            skrivPem("foerste");
        }
    }

    @Test
    void oneFileOfPkcs12DoesToo() throws Exception {
        Path fil = filer.resolve("en.p12");
        Keytool.lag(fil, "tjener", "CN=127.0.0.1", "-ext", "san=ip:127.0.0.1");
        try (Rrhprosess egen = Rrhprosess.serve(
                Map.of("RRH_TLS_PASSORD", Keytool.PASSORD), Felles.mappe(), "--tls-pkcs12", fil.toString())) {
            assertThat(egen.adresse().getScheme()).isEqualTo("https");
        }
    }

    private static void starterIkke(String melding, String... valg) {
        String[] argumenter = Stream.concat(
                        Stream.of(
                                "serve", "--port", "0", "--data", Felles.mappe().toString()),
                        Stream.of(valg))
                .toArray(String[]::new);
        Rrhprosess.Resultat resultat = Rrhprosess.her(argumenter);
        assertThat(resultat.kode()).as(resultat.feil()).isEqualTo(2);
        assertThat(resultat.feil().strip())
                .startsWith("rrh: ")
                .contains(melding)
                .doesNotContain("\n", "Exception", Keytool.PASSORD);
    }

    @Test
    void whatCannotBeShownRefusesTheStartInOneLine() throws Exception {
        Path mappe = Felles.mappe();
        Path sertifikat =
                Files.writeString(mappe.resolve("annen.pem"), Keytool.pem(sertifikater.getCertificate("andre")));
        Path aapen = Files.copy(filer.resolve("noekkel.pem"), mappe.resolve("aapen.pem"));
        Files.setPosixFilePermissions(aapen, PosixFilePermissions.fromString("rw-r--r--"));

        starterIkke("tls.sertifikat og tls.noekkel må settes sammen", "--tls-sertifikat", sertifikat.toString());
        starterIkke(
                "annen.pem i tls.sertifikat",
                "--tls-sertifikat",
                sertifikat.toString(),
                "--tls-noekkel",
                aapen.toString());
        starterIkke(
                "rw-r--r--",
                "--miljoe",
                "produksjon",
                "--maskinporten-utsteder",
                "https://maskinporten.no/",
                "--tls-sertifikat",
                filer.resolve("kjede.pem").toString(),
                "--tls-noekkel",
                aapen.toString());
        starterIkke("tls.passord kan ikke gis som flagg", "--tls-passord", Keytool.PASSORD);
    }
}
