package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import no.ks.fiks.maskinporten.AccessTokenRequest;
import no.ks.fiks.maskinporten.AccessTokenRequestBuilder;
import no.ks.fiks.maskinporten.Maskinportenklient;
import no.ks.fiks.maskinporten.MaskinportenklientBuilder;
import no.ks.fiks.maskinporten.MaskinportenklientProperties;
import no.ks.fiks.maskinporten.error.MaskinportenClientTokenRequestException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Independent clients of Maskinporten fetch their tokens from the fat JAR. */
class MaskinportenTokenIT {
    private static final String ORGNR = "310000019";
    private static final String KUNDE = "310000027";
    private static final String VIRKSOMHET = "/api/virksomheter/313513408";
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Path data;
    private static Path nokler;
    private static KeyStore sertifikater;
    private static Rrhprosess server;

    @BeforeAll
    static void start() throws Exception {
        data = Felles.mappe();
        nokler = Felles.mappe();
        sertifikater = sertifikater();
        Path ca = Files.writeString(nokler.resolve("ca.pem"), Keytool.pem(sertifikater.getCertificate("ca")));
        server = Rrhprosess.serve(data, "--maskinporten-ca", ca.toString());
        opprett("fagsystem", "--delegert-fra", KUNDE);
    }

    @AfterAll
    static void stopp() {
        server.close();
    }

    private static void opprett(String id, String... mer) {
        List<String> argumenter = new ArrayList<>(List.of("klient", "opprett", "--data", data.toString(), "--id", id));
        argumenter.addAll(List.of("--scope", Felles.OFFENTLIG, "--orgnr", ORGNR, "--ut", nokler.toString()));
        argumenter.addAll(List.of(mer));
        Rrhprosess.Resultat resultat = Rrhprosess.her(argumenter.toArray(String[]::new));
        assertThat(resultat.kode()).as(resultat.feil()).isZero();
    }

    /** An authority, and a virksomhet's certificate from it, made with the JDK's own tool. */
    private static KeyStore sertifikater() throws Exception {
        Path fil = nokler.resolve("sertifikater.p12");
        Keytool.lag(fil, "ca", "CN=Syntetisk utsteder,C=NO", "-ext", "bc:c");
        Keytool.lag(fil, "virksomhet", "CN=Syntetisk,SERIALNUMBER=" + ORGNR + ",C=NO", "-signer", "ca");
        return Keytool.les(fil);
    }

    private static String utfoer(ProcessBuilder bygger) throws IOException, InterruptedException {
        Path ut = Files.createTempFile("rrh-", ".ut");
        ut.toFile().deleteOnExit();
        Process prosess =
                bygger.redirectErrorStream(true).redirectOutput(ut.toFile()).start();
        if (!prosess.waitFor(120, TimeUnit.SECONDS)) {
            prosess.destroyForcibly();
        }
        assertThat(prosess.waitFor()).as(Files.readString(ut)).isZero();
        return Files.readString(ut);
    }

    private static PrivateKey fraPem(String id) throws IOException, GeneralSecurityException {
        String pem = Files.readString(nokler.resolve(id + ".pem"));
        byte[] pkcs8 = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", ""));
        return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
    }

    private static String kid(String id) throws IOException {
        return JSON.readTree(nokler.resolve(id + ".jwk.json").toFile())
                .get("kid")
                .asText();
    }

    private static Maskinportenklient medNoekkel(String id) throws Exception {
        return klient(
                id, Maskinportenklient.builder().withPrivateKey(fraPem(id)).usingAsymmetricKey(kid(id)));
    }

    private static Maskinportenklient klient(String id, MaskinportenklientBuilder bygger) {
        String utsteder = server.adresse() + "/maskinporten/";
        return bygger.withProperties(MaskinportenklientProperties.builder()
                        .audience(utsteder)
                        .tokenEndpoint(utsteder + "token")
                        .issuer(id)
                        .numberOfSecondsLeftBeforeExpire(10)
                        .timeoutMillis(20_000)
                        .build())
                .build();
    }

    private static AccessTokenRequestBuilder bestilling() {
        return AccessTokenRequest.builder().scope(Felles.OFFENTLIG);
    }

    private static JsonNode krav(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }

    private static int oppslag(String token) {
        return Raa.send(server.adresse(), "GET", VIRKSOMHET, "Authorization: Bearer " + token)
                .status();
    }

    private static Raa.Svar post(String kropp, String... headere) {
        StringBuilder tekst = new StringBuilder("POST /maskinporten/token HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                + "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + kropp.length() + "\r\n");
        List.of(headere).forEach(header -> tekst.append(header).append("\r\n"));
        return Raa.send(server.adresse(), tekst + "\r\n" + kropp);
    }

    @Test
    void anIndependentClientFetchesATokenWithItsKeyAndLooksUpWithIt() throws Exception {
        String token = medNoekkel("fagsystem").getAccessToken(bestilling().build());

        assertThat(oppslag(token)).isEqualTo(200);
        assertThat(krav(token).get("client_amr").asText()).isEqualTo("private_key_jwt");
        assertThat(krav(token).at("/consumer/ID").asText()).isEqualTo("0192:" + ORGNR);
    }

    @Test
    void anIndependentClientFetchesATokenWithACertificateAndLooksUpWithIt() throws Exception {
        PrivateKey noekkel = (PrivateKey) sertifikater.getKey("virksomhet", "changeit".toCharArray());
        MaskinportenklientBuilder bygger = Maskinportenklient.builder()
                .withPrivateKey(noekkel)
                .usingVirksomhetssertifikat((X509Certificate) sertifikater.getCertificate("virksomhet"));

        String token = klient("fagsystem", bygger).getAccessToken(bestilling().build());

        assertThat(oppslag(token)).isEqualTo(200);
        assertThat(krav(token).get("client_amr").asText()).isEqualTo("virksomhetssertifikat");
    }

    @Test
    void anIndependentClientActsForWhoeverHasDelegatedAndForNobodyElse() throws Exception {
        Maskinportenklient klient = medNoekkel("fagsystem");
        String token = klient.getAccessToken(bestilling().consumerOrg(KUNDE).build());

        assertThat(oppslag(token)).isEqualTo(200);
        assertThat(krav(token).at("/consumer/ID").asText()).isEqualTo("0192:" + KUNDE);
        assertThat(krav(token).at("/supplier/ID").asText()).isEqualTo("0192:" + ORGNR);
        assertThat(krav(token).has("delegation_source")).isTrue();
        MaskinportenClientTokenRequestException avslag = catchThrowableOfType(
                MaskinportenClientTokenRequestException.class,
                () -> klient.getAccessToken(
                        bestilling().consumerOrg("314208641").build()));
        assertThat(avslag.getStatusCode()).isEqualTo(400);
        assertThat(JSON.readTree(avslag.getMaskinportenError()).get("error").asText())
                .isEqualTo("invalid_grant");
    }

    @Test
    @EgenProsess("its calls start the JAR")
    void theCallsOfTheReadmeFetchATokenWithCurlAndOpensslAndLookUpWithIt() throws Exception {
        Path mappe = Felles.mappe();
        Path jar = Files.createDirectories(mappe.resolve("bootstrap/target")).resolve("rrh.jar");
        Files.createSymbolicLink(jar, Path.of(System.getProperty("rrh.jar")).toAbsolutePath());
        ProcessBuilder bash = new ProcessBuilder("bash", "-eu", "-o", "pipefail", "-c", fraReadme());
        bash.directory(mappe.toFile());
        bash.environment().keySet().removeIf(navn -> navn.startsWith("RRH"));
        bash.environment().put("RRH", server.adresse().toString());
        bash.environment().put("RRH_DATA", data.toString());
        bash.environment().put("TMPDIR", mappe.toString());
        bash.environment().merge("PATH", Rrhprosess.javamappe() + ":", (sti, java) -> java + sti);

        String svar = utfoer(bash);

        assertThat(svar).contains("Klienten demo er registrert", "\"organisasjonsnummer\":\"313513408\"", "PARASOLL");
        assertThat(server.logg()).contains("path=" + VIRKSOMHET + " status=200");
    }

    /** The block of its section, as it stands. */
    private static String fraReadme() throws IOException {
        String readme = Files.readString(Path.of("..", "README.md"));
        String avsnitt = readme.substring(readme.indexOf("\n## A token from /maskinporten/token\n"));
        int fra = avsnitt.indexOf("```bash\n") + "```bash\n".length();
        return avsnitt.substring(fra, avsnitt.indexOf("```", fra));
    }

    @Test
    void aClientThatIsRemovedGetsNoMoreTokens() throws Exception {
        opprett("kortvarig");
        String token = medNoekkel("kortvarig").getAccessToken(bestilling().build());
        Rrhprosess.Resultat slettet = Rrhprosess.kjoer("klient", "slett", "kortvarig", "--data", data.toString());

        assertThat(slettet.kode()).as(slettet.feil()).isZero();
        Maskinportenklient klient = medNoekkel("kortvarig");
        MaskinportenClientTokenRequestException avslag = catchThrowableOfType(
                MaskinportenClientTokenRequestException.class,
                () -> klient.getAccessToken(bestilling().build()));
        assertThat(avslag.getStatusCode()).isEqualTo(401);
        assertThat(JSON.readTree(avslag.getMaskinportenError()).get("error").asText())
                .isEqualTo("invalid_client");
        // what it has, it keeps until it ends
        assertThat(oppslag(token)).isEqualTo(200);
    }

    @Test
    void refusalsAreThoseOfOAuthAndNobodyMayKeepThem() {
        Raa.Svar svar = post("grant_type=password");

        assertThat(svar.status()).isEqualTo(400);
        assertThat(svar.header("Content-Type")).hasValue("application/json;charset=UTF-8");
        assertThat(svar.header("Cache-Control")).hasValue("no-store");
        assertThat(svar.header("Content-Length")).hasValue(Integer.toString(svar.kropp().length));
        assertThat(svar.json().get("error").asText()).isEqualTo("unsupported_grant_type");
        assertThat(svar.json()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "FOO"})
    void anotherMethodThanPostIs405(String metode) {
        Raa.Svar svar = Raa.send(server.adresse(), metode, "/maskinporten/token", "Content-Length: 0");

        assertThat(svar.status()).isEqualTo(405);
        assertThat(svar.header("Allow")).hasValue("POST");
        if (!metode.equals("HEAD")) {
            assertThat(svar.json().get("message").asText()).isEqualTo("Metoden er ikke tillatt. Tjenesten har POST");
            assertThat(svar.json().get("path").asText()).isEqualTo("/maskinporten/token");
        }
    }

    @Test
    void theRequestsAreLoggedWithPathAndConsumerAndNothingSecret() throws Exception {
        String token = medNoekkel("fagsystem").getAccessToken(bestilling().build());
        post(
                "grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=hemmelig.grant.her",
                "X-Request-Id: avslag-1");
        Vent.til("it is logged", Duration.ofSeconds(10), () -> server.logg().contains("trace=avslag-1"));

        assertThat(server.logg().lines())
                .anyMatch(linje -> linje.contains("method=POST path=/maskinporten/token status=200")
                        && linje.contains("consumer=" + ORGNR))
                .anyMatch(linje -> linje.contains("method=POST path=/maskinporten/token status=400")
                        && linje.contains("consumer=-")
                        && linje.contains("trace=avslag-1"));
        String noekkel = Files.readString(nokler.resolve("fagsystem.pem")).split("\n")[1];
        assertThat(server.logg())
                .doesNotContain(token, token.split("\\.")[1], token.split("\\.")[2], "hemmelig", noekkel);
    }

    @Test
    void theMetadataNamesTheEndpoint() throws Exception {
        JsonNode metadata = Raa.send(server.adresse(), "GET", "/maskinporten/.well-known/oauth-authorization-server")
                .json();

        assertThat(metadata.get("token_endpoint").asText()).isEqualTo(server.adresse() + "/maskinporten/token");
        assertThat(new String(post("").kropp(), StandardCharsets.UTF_8)).contains("invalid_request");
    }
}
