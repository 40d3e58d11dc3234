package no.rrh.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TjenersertifikatTest {
    private static final Instant NAA = Instant.parse("2026-11-30T10:00:00Z");
    private static final Clock KLOKKE = Clock.fixed(NAA, ZoneOffset.UTC);
    private static final X509Certificate EGET = Testtls.selvutstedt(Testtls.EC, NAA, Duration.ofDays(30));

    @TempDir
    private Path mappe;

    private static Tjenersertifikat les(Sertifikatfiler filer) {
        return Tjenersertifikat.les(filer, true, KLOKKE);
    }

    private static void avvises(Sertifikatfiler filer, String... ord) {
        assertThatThrownBy(() -> les(filer))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContainingAll(ord)
                .hasMessageContaining("forventet")
                .hasMessageNotContainingAny(
                        "\n",
                        "Exception",
                        Base64.getEncoder()
                                .encodeToString(Testtls.EC.getPrivate().getEncoded())
                                .substring(0, 60),
                        "hemmelig")
                .hasNoCause();
    }

    @Test
    void aCertificateWithAnEcOrAnRsaKeyIsRead() {
        assertThat(les(Testtls.filer(mappe, EGET, Testtls.EC.getPrivate())).utloeper())
                .isEqualTo(NAA.plus(Duration.ofDays(30)));
        X509Certificate rsa = Testtls.selvutstedt(Testtls.RSA, NAA, Duration.ofDays(3));
        assertThat(les(Testtls.filer(mappe, rsa, Testtls.RSA.getPrivate())).kjede())
                .containsExactly(rsa);
    }

    @Test
    void aChainIsReadWholeWhateverStandsBetween() {
        X509Certificate utsteder = Testtls.utsteder(Testtls.RSA, NAA);
        X509Certificate utstedt = Testtls.utstedt(Testtls.EC, Testtls.RSA, NAA);
        String pem = "subject=CN = 127.0.0.1\n" + Testtls.pem(utstedt) + "\r\n # - -- \n" + Testtls.pem(utsteder);
        String noekkel = Testtls.blokk("EC PARAMETERS", new byte[] {6, 1, 2}) + Testtls.pem(Testtls.EC.getPrivate());

        assertThat(les(Testtls.filer(mappe, pem, noekkel)).kjede()).containsExactly(utstedt, utsteder);
    }

    @Test
    void oneFileOfPkcs12IsReadWithItsPassword() {
        X509Certificate utsteder = Testtls.utsteder(Testtls.RSA, NAA);
        X509Certificate utstedt = Testtls.utstedt(Testtls.EC, Testtls.RSA, NAA);
        Sertifikatfiler.Pkcs12 filer = Testtls.pkcs12(mappe, "hemmelig ord", Testtls.EC, utstedt, utsteder);
        Path passordfil = mappe.resolve("passord");
        Testtls.skriv(passordfil, "hemmelig ord\n");

        assertThat(les(filer).kjede()).containsExactly(utstedt, utsteder);
        Sertifikatfiler.Pkcs12 medFil =
                new Sertifikatfiler.Pkcs12(filer.fil(), Optional.empty(), Optional.of(passordfil));
        assertThat(les(medFil).kjede()).containsExactly(utstedt, utsteder);
        assertThat(filer.toString() + les(filer)).doesNotContain("hemmelig");
        avvises(
                new Sertifikatfiler.Pkcs12(filer.fil(), Optional.of("hemmelig annet"), Optional.empty()),
                "tls.pkcs12",
                filer.fil().toString(),
                "passordet");
        avvises(
                new Sertifikatfiler.Pkcs12(filer.fil(), Optional.empty(), Optional.of(mappe.resolve("borte"))),
                "tls.passordfil",
                "borte");
        Testtls.skriv(filer.fil(), "tull");
        avvises(filer, "tls.pkcs12", "PKCS#12");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "tull",
                "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n",
                "-----BEGIN CERTIFICATE-----\nMIIB",
            })
    void whatHoldsNoCertificateIsRefused(String pem) {
        avvises(
                Testtls.filer(mappe, pem, Testtls.pem(Testtls.EC.getPrivate())),
                "tls.sertifikat",
                "fullchain.pem",
                "BEGIN CERTIFICATE");
    }

    @Test
    void oneThatIsBrokenHalfWayIsRefusedAndNotCutShort() {
        String pem = Testtls.pem(EGET) + "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n";

        avvises(Testtls.filer(mappe, pem, Testtls.pem(Testtls.EC.getPrivate())), "tls.sertifikat");
    }

    @Test
    void whatHoldsNoKeyThatCanBeUsedIsRefusedAndTheWayToOneIsTold() {
        byte[] der = Testtls.EC.getPrivate().getEncoded();
        String egen = Testtls.pem(Testtls.EC.getPrivate());
        for (String noekkel : new String[] {
            "",
            Testtls.blokk("EC PRIVATE KEY", der),
            Testtls.blokk("ENCRYPTED PRIVATE KEY", der),
            Testtls.blokk("PRIVATE KEY", new byte[] {1, 2, 3}),
            "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\n\nAAAA\n-----END RSA PRIVATE KEY-----\n",
            Testtls.pem(Testtls.RSA.getPrivate()),
            egen + Testtls.pem(Testtls.ANNEN_EC.getPrivate()),
        }) {
            avvises(
                    Testtls.filer(mappe, Testtls.pem(EGET), noekkel),
                    "tls.noekkel",
                    "privkey.pem",
                    "PKCS#8",
                    "openssl pkcs8");
        }
    }

    @Test
    void theKeyOfAnotherCertificateIsRefused() {
        avvises(Testtls.filer(mappe, EGET, Testtls.ANNEN_EC.getPrivate()), "fullchain.pem", "hører ikke til");
        KeyPair annenRsa = Testtls.noekler("RSA", "2048");
        avvises(
                Testtls.filer(mappe, Testtls.selvutstedt(Testtls.RSA, NAA, Duration.ofDays(9)), annenRsa.getPrivate()),
                "hører ikke til");
        KeyPair annenKurve = Testtls.noekler("EC", "secp384r1");
        avvises(Testtls.filer(mappe, EGET, annenKurve.getPrivate()), "hører ikke til");
    }

    @Test
    void aCertificateThatIsNotValidNowIsRefusedWithItsTime() {
        X509Certificate utloept = Testtls.utsted("CN=x", Testtls.EC, "CN=x", Testtls.EC, NAA.minusSeconds(90), NAA);
        avvises(
                Testtls.filer(mappe, utloept, Testtls.EC.getPrivate()),
                "fullchain.pem",
                "gikk ut 2026-11-30T10:00:00Z");
        X509Certificate senere =
                Testtls.utsted("CN=x", Testtls.EC, "CN=x", Testtls.EC, NAA.plusSeconds(1), NAA.plusSeconds(90));
        avvises(
                Testtls.filer(mappe, senere, Testtls.EC.getPrivate()),
                "fullchain.pem",
                "gjelder ikke før 2026-11-30T10:00:01Z");
    }

    @Test
    void keysThatAreWeakOrOfAnotherKindAreRefused() {
        for (KeyPair noekler : new KeyPair[] {Testtls.noekler("RSA", "1024"), Testtls.noekler("Ed25519", "")}) {
            avvises(
                    Testtls.filer(mappe, Testtls.selvutstedt(noekler, NAA, Duration.ofDays(9)), noekler.getPrivate()),
                    "fullchain.pem",
                    "RSA på minst 2048 bit");
        }
    }

    @Test
    void certificatesThatHaveNotIssuedOneAnotherAreNoChain() {
        X509Certificate utsteder = Testtls.utsteder(Testtls.ANNEN_EC, NAA);
        X509Certificate utstedt = Testtls.utstedt(Testtls.EC, Testtls.ANNEN_EC, NAA);
        String noekkel = Testtls.pem(Testtls.EC.getPrivate());

        avvises(
                Testtls.filer(mappe, Testtls.pem(utstedt, EGET), noekkel),
                "nummer 2 har ikke utstedt nummer 1",
                "serverens eget først");
        avvises(Testtls.filer(mappe, Testtls.pem(utsteder, utstedt), noekkel), "hører ikke til");
    }

    @ParameterizedTest
    @CsvSource({
        "rw-------, true",
        "r--------, true",
        "rw-r-----, true",
        "rw-rw----, false",
        "rw-r--r--, false",
        "rw-----w-, false",
        "rwx-----x, false"
    })
    void aKeyIsForItsOwnerAndItsGroupAlone(String rettigheter, boolean godtas) {
        Sertifikatfiler.Pem pem = Testtls.filer(mappe, EGET, Testtls.EC.getPrivate());
        Sertifikatfiler.Pkcs12 pkcs12 = Testtls.pkcs12(mappe, "hemmelig", Testtls.EC, EGET);
        Testtls.rettigheter(pem.noekkel(), rettigheter);
        Testtls.rettigheter(pkcs12.fil(), rettigheter);
        if (godtas) {
            assertThat(les(pem).kjede()).isEqualTo(les(pkcs12).kjede());
        } else {
            avvises(pem, "privkey.pem", rettigheter, "0600");
            avvises(pkcs12, "tjener.p12", rettigheter, "0600");
            assertThat(Tjenersertifikat.les(pem, false, KLOKKE).kjede())
                    .as("where it is not asked for")
                    .hasSize(1);
        }
    }

    @Test
    void filesThatAreNotThereAreToldOf() {
        Sertifikatfiler.Pem filer = Testtls.filer(mappe, EGET, Testtls.EC.getPrivate());

        avvises(
                new Sertifikatfiler.Pem(mappe.resolve("borte.pem"), filer.noekkel()),
                "borte.pem",
                "tls.sertifikat",
                "kan ikke leses");
        avvises(
                new Sertifikatfiler.Pem(filer.sertifikat(), mappe.resolve("borte.pem")),
                "borte.pem",
                "tls.noekkel",
                "kan ikke leses");
        avvises(new Sertifikatfiler.Pem(mappe, filer.noekkel()), mappe.toString(), "tls.sertifikat", "kan ikke leses");
    }
}
