package no.rrh.http.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import no.rrh.application.port.out.StillbarKlokke;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.http.sikkerhet.Loggfangst;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is made of files that change, looked at as often as the test likes. */
class SertifikatvaktTest {
    private static final Instant NAA = Instant.parse("2026-11-30T10:00:00Z");
    private static final Duration LENGE = Duration.ofDays(300);

    private final StillbarKlokke klokke = new StillbarKlokke(NAA);
    private final Loggfangst logg = new Loggfangst();

    @TempDir
    private Path mappe;

    private Sertifikatvakt vakt;

    @BeforeEach
    void start() throws Exception {
        vakt = new Sertifikatvakt(filer(LENGE), true, klokke);
        vakt.tls().start();
    }

    @AfterEach
    void stopp() throws Exception {
        vakt.close();
        vakt.tls().stop();
        logg.close();
    }

    private static X509Certificate sertifikat(Duration varighet) {
        return Testtls.selvutstedt(Testtls.EC, NAA, varighet);
    }

    private Sertifikatfiler.Pem filer(Duration varighet) {
        return Testtls.filer(mappe, sertifikat(varighet), Testtls.EC.getPrivate());
    }

    private void se(int ganger) {
        for (int i = 0; i < ganger; i++) {
            vakt.se();
        }
    }

    private List<String> linjer() {
        return logg.linjer(Sertifikatvakt.class);
    }

    @Test
    void whatIsWrongAtTheStartIsRefused() {
        Sertifikatfiler.Pem filer = Testtls.filer(mappe, sertifikat(LENGE), Testtls.ANNEN_EC.getPrivate());

        assertThatThrownBy(() -> new Sertifikatvakt(filer, true, klokke)).isInstanceOf(UgyldigVerdi.class);
    }

    @Test
    void filesThatDoNotChangeAreLeftAlone() {
        se(5);

        assertThat(linjer()).isEmpty();
        assertThat(vakt.utloeper()).isEqualTo(NAA.plus(LENGE));
    }

    @Test
    void aRenewedCertificateIsTakenIntoUseWhenItHasComeToRest() {
        Duration lengre = LENGE.plusDays(90);
        filer(lengre);
        se(1);
        assertThat(vakt.utloeper()).as("it may still be written").isEqualTo(NAA.plus(LENGE));

        se(4);

        assertThat(vakt.utloeper()).isEqualTo(NAA.plus(lengre));
        assertThat(linjer())
                .containsExactly("INFO The certificate of the server has been renewed; the new one runs out "
                        + NAA.plus(lengre));
        assertThat(vakt.tls().getX509("tjener").getCertificate().getNotAfter().toInstant())
                .isEqualTo(NAA.plus(lengre));
    }

    @Test
    void aCertificateThatIsThereBeforeItIsValidIsTakenIntoUseWhenItIs() {
        Instant fra = NAA.plus(Duration.ofMinutes(10));
        X509Certificate siden = Testtls.selvutstedt(Testtls.EC, fra.plus(Duration.ofDays(1)), LENGE);
        Testtls.filer(mappe, siden, Testtls.EC.getPrivate());
        se(3);
        klokke.still(fra.minusSeconds(1));
        se(3);
        assertThat(vakt.utloeper()).isEqualTo(NAA.plus(LENGE));
        assertThat(linjer()).singleElement().asString().contains("gjelder ikke før");

        klokke.still(fra.plus(Duration.ofMinutes(2)));
        se(1);

        assertThat(vakt.utloeper()).isEqualTo(siden.getNotAfter().toInstant());
    }

    @Test
    void whatCannotBeUsedIsToldOfOnceForEachChangeAndTheOldOneStays() throws IOException {
        Sertifikatfiler.Pem filer = filer(LENGE);
        Testtls.skriv(filer.sertifikat(), Testtls.pem(Testtls.selvutstedt(Testtls.ANNEN_EC, NAA, LENGE)));
        se(5);
        assertThat(linjer())
                .singleElement()
                .asString()
                .startsWith("WARN The files of the certificate have changed and cannot be used; the one in use stays: ")
                .contains("hører ikke til");

        Files.delete(filer.noekkel());
        se(5);
        assertThat(linjer()).hasSize(2).last().asString().contains("privkey.pem", "kan ikke leses");
        assertThat(vakt.utloeper()).isEqualTo(NAA.plus(LENGE));

        Testtls.filer(
                mappe, Testtls.selvutstedt(Testtls.ANNEN_EC, NAA, LENGE.plusDays(1)), Testtls.ANNEN_EC.getPrivate());
        se(2);
        assertThat(linjer()).hasSize(3).last().asString().startsWith("INFO ");
        assertThat(vakt.utloeper()).isEqualTo(NAA.plus(LENGE.plusDays(1)));
    }

    @Test
    void aKeyThatWasOpenToOthersIsTakenWhenThatIsMended() {
        Sertifikatfiler.Pem filer = filer(LENGE.plusDays(1));
        Testtls.rettigheter(filer.noekkel(), "rw-r--r--");
        se(5);
        assertThat(linjer()).singleElement().asString().contains("rw-r--r--");

        Testtls.rettigheter(filer.noekkel(), "rw-r-----");
        se(2);

        assertThat(vakt.utloeper()).isEqualTo(NAA.plus(LENGE.plusDays(1)));
    }

    @Test
    void fourteenDaysBeforeItRunsOutThatIsToldOfOnceADay() {
        klokke.still(NAA.plus(LENGE).minus(Duration.ofDays(14)).minusSeconds(1));
        se(3);
        assertThat(linjer()).isEmpty();

        klokke.gaa(Duration.ofSeconds(1));
        se(3);
        String varsel = "WARN The certificate of the server runs out " + NAA.plus(LENGE);
        assertThat(linjer()).containsExactly(varsel);
        klokke.gaa(Duration.ofHours(23));
        se(3);
        assertThat(linjer()).hasSize(1);
        klokke.gaa(Duration.ofHours(1));
        se(3);
        assertThat(linjer()).containsExactly(varsel, varsel);
        klokke.gaa(Duration.ofDays(30));
        se(3);
        assertThat(linjer()).as("long after, too").containsExactly(varsel, varsel, varsel);
    }

    @Test
    void oneThatIsSoonOutIsToldOfAtOnceWhenItIsTakenIntoUse() {
        filer(Duration.ofDays(3));
        se(4);

        assertThat(linjer())
                .hasSize(2)
                .last()
                .asString()
                .isEqualTo("WARN The certificate of the server runs out " + NAA.plus(Duration.ofDays(3)));
    }
}
