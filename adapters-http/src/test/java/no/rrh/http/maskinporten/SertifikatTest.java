package no.rrh.http.maskinporten;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.http.maskinporten.Tokenfeil.Grunn;
import no.rrh.http.sikkerhet.Testklokke;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jose4j.json.JsonUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Clients that show who they are with a virksomhetssertifikat. */
class SertifikatTest {
    private static final String SUBJEKT = "CN=Syntetisk virksomhet,2.5.4.97=NTRNO-310000019,C=NO";
    private static final KeyPair ANNEN = Testsertifikater.noekkel("RSA", 2048);

    private final Testsertifikater sertifikater = new Testsertifikater(new Testklokke().instant());

    @TempDir
    private Path rot;

    private Tokenendepunkt endepunkt;

    @BeforeEach
    void start() throws IOException {
        Path ca = Files.writeString(rot.resolve("ca.pem"), Testsertifikater.pem(sertifikater.rot()));
        endepunkt = new Tokenendepunkt(rot, Optional.of(ca));
    }

    private Grantsmed grant(X509Certificate... kjede) {
        return endepunkt
                .grant()
                .medSertifikat(
                        Testsertifikater.VIRKSOMHET.getPrivate(),
                        Stream.of(kjede).map(Testsertifikater::base64).toArray(String[]::new));
    }

    private Grunn avslag(Grantsmed grant) {
        return assertThatExceptionOfType(Tokenfeil.class)
                .isThrownBy(() -> endepunkt.send(grant))
                .actual()
                .grunn();
    }

    @Test
    void aCertificateOfTheClientsOrganizationIsAsGoodAsItsKey() throws Exception {
        String token = endepunkt.send(grant(sertifikater.fraRot(SUBJEKT))).token();

        Map<String, Object> krav = JsonUtil.parseJson(
                new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
        assertThat(krav).containsEntry("client_amr", "virksomhetssertifikat").containsEntry("client_id", "klient-1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=x,SERIALNUMBER=310000019,C=NO",
                "CN=x,SERIALNUMBER=NTRNO-310000019",
                "2.5.4.97=NTRNO-310000019",
                "CN=x+SERIALNUMBER=310000019,C=NO",
                "CN=x,2.5.4.97=NTRNO-310000019,SERIALNUMBER=310000019",
                "CN=x,2.5.4.97=NTRNO-310000019,SERIALNUMBER=UN:NO-noe",
            })
    void theNumberStandsWhereNorwegianCertificatesHaveIt(String subjekt) throws Exception {
        assertThat(endepunkt.send(grant(sertifikater.fraRot(subjekt))).token()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=310000019,C=NO",
                "O=Syntetisk - 310000019,C=NO",
                "SERIALNUMBER=310000018,C=NO",
                "SERIALNUMBER=NTRSE-310000019",
                "SERIALNUMBER=3100000190",
                "SERIALNUMBER=x310000019",
                "CN=x,2.5.4.97=NTRNO-310000027,SERIALNUMBER=310000019",
            })
    void aCertificateOfNoOneOrganizationIsInvalid(String subjekt) {
        assertThat(avslag(grant(sertifikater.fraRot(subjekt)))).isEqualTo(Grunn.SERTIFIKAT);
    }

    @Test
    void aCertificateOfAnotherOrganizationIsRefused() {
        assertThat(avslag(grant(sertifikater.fraRot("CN=x,2.5.4.97=NTRNO-310000027"))))
                .isEqualTo(Grunn.ANNEN_VIRKSOMHET);
    }

    @Test
    void aChainMayEndAtTheAuthorityOrBelowIt() throws Exception {
        X509Certificate fraMellom = sertifikater.fraMellom(SUBJEKT);
        X509Certificate mellom = sertifikater.mellom();

        assertThat(endepunkt.send(grant(fraMellom, mellom).krav("jti", "\"a\"")).token())
                .isNotBlank();
        assertThat(endepunkt
                        .send(grant(fraMellom, mellom, sertifikater.rot()).krav("jti", "\"b\""))
                        .token())
                .isNotBlank();
        assertThat(avslag(grant(fraMellom))).isEqualTo(Grunn.SERTIFIKAT);
        assertThat(avslag(grant(mellom, fraMellom))).isEqualTo(Grunn.SERTIFIKAT);
    }

    @Test
    void severalAuthoritiesMayStandInOneFile() throws Exception {
        Path ca = Files.writeString(
                rot.resolve("flere.pem"),
                "Kommentar\n" + Testsertifikater.pem(sertifikater.mellom(), sertifikater.rot()));
        endepunkt = new Tokenendepunkt(rot.resolve("flere"), Optional.of(ca));

        assertThat(endepunkt.send(grant(sertifikater.fraMellom(SUBJEKT))).token())
                .isNotBlank();
    }

    @Test
    void aCertificateCountsOnlyWhileItIsValid() throws Exception {
        X509Certificate sertifikat = sertifikater.fraRot(
                SUBJEKT,
                Testsertifikater.VIRKSOMHET,
                KeyUsage.nonRepudiation,
                endepunkt.klokke.instant().plusSeconds(5));
        assertThat(avslag(grant(sertifikat))).isEqualTo(Grunn.SERTIFIKAT);

        endepunkt.klokke.gaa(Duration.ofSeconds(6));
        assertThat(endepunkt.send(grant(sertifikat)).token()).isNotBlank();

        endepunkt.klokke.gaa(Duration.ofDays(30));
        assertThat(avslag(grant(sertifikat))).isEqualTo(Grunn.SERTIFIKAT);
    }

    @Test
    void aForgedCertificateIsInvalid() {
        assertThat(avslag(grant(sertifikater.fraFalskRot(SUBJEKT, ANNEN)))).isEqualTo(Grunn.SERTIFIKAT);
    }

    @Test
    void whoHasACertificateCannotIssueOne() {
        X509Certificate egen = sertifikater.fraRot("2.5.4.97=NTRNO-310000027");
        X509Certificate forfalsket = sertifikater.fraVirksomhet("2.5.4.97=NTRNO-310000027", SUBJEKT, ANNEN);

        assertThat(avslag(grant(forfalsket, egen).signertMed(ANNEN.getPrivate())))
                .isEqualTo(Grunn.SERTIFIKAT);
    }

    @Test
    void aCertificateProvesNothingWithoutItsKey() {
        assertThat(avslag(grant(sertifikater.fraRot(SUBJEKT)).signertMed(ANNEN.getPrivate())))
                .isEqualTo(Grunn.SIGNATUR);
    }

    @Test
    void aKeyThatIsWeakOrForSomethingElseIsInvalid() {
        KeyPair svak = Testsertifikater.noekkel("RSA", 1024);
        KeyPair ec = Testsertifikater.noekkel("EC", 256);
        Instant fra = endepunkt.klokke.instant().minusSeconds(60);

        assertThat(avslag(grant(sertifikater.fraRot(SUBJEKT, svak, KeyUsage.digitalSignature, fra))
                        .signertMed(svak.getPrivate())))
                .isEqualTo(Grunn.SERTIFIKAT);
        assertThat(avslag(grant(sertifikater.fraRot(SUBJEKT, ec, KeyUsage.digitalSignature, fra))))
                .isEqualTo(Grunn.SERTIFIKAT);
        assertThat(avslag(grant(
                        sertifikater.fraRot(SUBJEKT, Testsertifikater.VIRKSOMHET, KeyUsage.keyEncipherment, fra))))
                .isEqualTo(Grunn.SERTIFIKAT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "Zm9v", "-----BEGIN CERTIFICATE-----"})
    void whatIsNoCertificateIsAnInvalidHeader(String x5c) {
        assertThat(avslag(endepunkt.grant().medSertifikat(ANNEN.getPrivate(), x5c)))
                .isEqualTo(Grunn.UGYLDIG_X5C);
    }

    @Test
    void theRegisteredKeyCountsBesideCertificates() throws Exception {
        assertThat(endepunkt.send(endepunkt.grant()).token()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "tull", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "-----BEGIN X-----"
            })
    void aFileWithoutAuthoritiesStopsTheStart(String innhold) throws Exception {
        Path fil = Files.writeString(rot.resolve("tull.pem"), innhold);

        assertThatThrownBy(() -> Sertifikatkontroll.les(fil, Clock.systemUTC()))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessage("filen " + fil + " i maskinporten.ca må kunne leses og inneholde minst ett sertifikat i PEM"
                        + " (BEGIN CERTIFICATE)");
    }

    @Test
    void aMissingFileStopsTheStart() {
        assertThatThrownBy(() -> Sertifikatkontroll.les(rot.resolve("borte.pem"), Clock.systemUTC()))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("borte.pem");
    }
}
