package no.rrh.bootstrap.kobling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.config.Innstillingsfeil;
import no.rrh.bootstrap.system.Vent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProduksjonskravTest {
    private static final String HTTPS = "https://maskinporten.no/";

    @TempDir
    private Path data;

    private Innstillinger innstillinger(Innstilling innstilling, String verdi, String godtatt) {
        Map<Innstilling, String> flagg = new EnumMap<>(Map.of(
                Innstilling.MILJOE,
                "produksjon",
                Innstilling.DATA,
                data.toString(),
                Innstilling.MASKINPORTEN_UTSTEDER,
                HTTPS));
        flagg.put(innstilling, verdi);
        if (godtatt != null) {
            flagg.put(Innstilling.USIKKERT_GODTA, godtatt);
        }
        return Innstillinger.les(flagg, Map.of());
    }

    private static void kontroller(Innstillinger innstillinger) {
        Produksjonskrav.kontroller(innstillinger).close();
    }

    private Path noekkel(String navn, String rettigheter) throws IOException {
        Path fil = data.resolve(navn);
        Files.createDirectories(fil.getParent());
        return Files.setPosixFilePermissions(
                Files.writeString(fil, "hemmelig"), PosixFilePermissions.fromString(rettigheter));
    }

    @Test
    void whatIsAsItShouldBeStartsWithoutAWord() throws IOException {
        noekkel("register/soekenoekkel", "rw-------");
        noekkel("innsynslogg/signeringsnoekkel", "rw-r-----");
        noekkel("innsynslogg/signeringsnoekkel.pub", "rw-r--r--");
        try (Linjer linjer = new Linjer(Produksjonskrav.class)) {
            kontroller(innstillinger(Innstilling.PORT, "8080", null));
            assertThat(linjer.tekst()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MASKINPORTEN_UTSTEDER, http://127.0.0.1:1/, utsteder-http, maskinporten.utsteder er en http-adresse",
        "TILGANG_KREV, nei, uten-avtaler, tilgang.krev er nei"
    })
    void anInsecureSettingIsRefusedUnlessItIsSaidYesToByName(
            Innstilling innstilling, String verdi, String navn, String begynnelse) {
        assertThatThrownBy(() -> kontroller(innstillinger(innstilling, verdi, null)))
                .isInstanceOf(Innstillingsfeil.class)
                .hasMessageStartingWith(begynnelse)
                .hasMessageEndingWith("--usikkert-godta " + navn);
        assertThatThrownBy(() -> kontroller(innstillinger(innstilling, verdi, "lesbare-noekler")))
                .isInstanceOf(Innstillingsfeil.class);
        kontroller(innstillinger(innstilling, verdi, "lesbare-noekler, " + navn));
    }

    @ParameterizedTest
    @ValueSource(strings = {"register/soekenoekkel", "innsynslogg/signeringsnoekkel", "innsynslogg/soekenoekkel-1"})
    void aKeyThatOthersCanReadOrAGroupCanChangeIsRefused(String navn) throws IOException {
        for (String rettigheter : new String[] {"rw----r--", "rw-rw----", "rw-----w-"}) {
            Path fil = noekkel(navn, rettigheter);
            assertThatThrownBy(() -> kontroller(innstillinger(Innstilling.PORT, "8080", null)))
                    .as(rettigheter)
                    .isInstanceOf(Innstillingsfeil.class)
                    .hasMessageContaining(fil.toString())
                    .hasMessageNotContaining("hemmelig");
            kontroller(innstillinger(Innstilling.PORT, "8080", "lesbare-noekler"));
        }
    }

    @Test
    void soIsOneInAFolderThatIsALink() throws IOException {
        Path fil = noekkel("annet/signeringsnoekkel", "rw----r--");
        Files.createSymbolicLink(data.resolve("innsynslogg"), fil.getParent());

        assertThatThrownBy(() -> kontroller(innstillinger(Innstilling.PORT, "8080", null)))
                .isInstanceOf(Innstillingsfeil.class)
                .hasMessageContaining("innsynslogg/signeringsnoekkel");
    }

    private Innstillinger med(Map<Innstilling, String> flere) {
        Map<Innstilling, String> flagg = new EnumMap<>(flere);
        flagg.put(Innstilling.MILJOE, "produksjon");
        flagg.put(Innstilling.DATA, data.toString());
        flagg.put(Innstilling.MASKINPORTEN_UTSTEDER, HTTPS);
        return Innstillinger.les(flagg, Map.of());
    }

    private void avvises(Innstillinger innstillinger, Path fil) {
        assertThatThrownBy(() -> kontroller(innstillinger))
                .isInstanceOf(Innstillingsfeil.class)
                .hasMessageContaining(fil.toString())
                .hasMessageNotContaining("hemmelig");
    }

    @Test
    void theFileOfThePasswordIsAKeyToo() throws IOException {
        Path fil = noekkel("annet/passord", "rw-r--r--");

        avvises(
                med(Map.of(
                        Innstilling.DB_URL,
                        "jdbc:postgresql://127.0.0.1:1/rrh",
                        Innstilling.DB_BRUKER,
                        "rrh",
                        Innstilling.DB_PASSORDFIL,
                        fil.toString())),
                fil);
    }

    @Test
    void soIsThatOfThePasswordOfTheCertificate() throws IOException {
        Path fil = noekkel("annet/tls-passord", "rw-r--r--");

        avvises(med(Map.of(Innstilling.TLS_PKCS12, "tjener.p12", Innstilling.TLS_PASSORDFIL, fil.toString())), fil);
    }

    @Test
    void soAreTheSettingsWhereThereIsAPasswordInThem() throws IOException {
        Path fil = noekkel("annet/rrh.properties", "rw-r--r--");
        Files.writeString(fil, "port=8080");
        kontroller(med(Map.of(Innstilling.CONFIG, fil.toString())));

        Files.writeString(fil, "db.url=jdbc:postgresql://127.0.0.1:1/rrh\ndb.bruker=rrh\ndb.passord=hemmelig");

        avvises(med(Map.of(Innstilling.CONFIG, fil.toString())), fil);
    }

    @Test
    void whatWasSaidYesToIsWarnedOfAgainAndAgain() {
        Innstillinger slik = innstillinger(Innstilling.TILGANG_KREV, "nei", "uten-avtaler");
        try (Linjer linjer = new Linjer(Produksjonskrav.class);
                Produksjonskrav krav = Produksjonskrav.kontroller(slik, Duration.ofMillis(20))) {
            assertThat(krav).isNotNull();
            Vent.til(
                    "a third warning",
                    Duration.ofSeconds(10),
                    () -> linjer.tekst().size() >= 3);
            assertThat(linjer.tekst()).allMatch(linje -> linje.endsWith("usikkert.godta says: uten-avtaler"));
        }
    }

    @Test
    void elsewhereNothingIsAskedForAndNothingToSayYesTo() {
        kontroller(Innstillinger.les(Map.of(Innstilling.DATA, data.toString()), Map.of()));
        assertThatThrownBy(() -> Innstillinger.les(Map.of(Innstilling.USIKKERT_GODTA, "uten-avtaler"), Map.of()))
                .isInstanceOf(Innstillingsfeil.class)
                .hasMessageStartingWith("usikkert.godta kan bare settes i miljøet produksjon");
        assertThatThrownBy(() -> innstillinger(Innstilling.USIKKERT_GODTA, "alt", "alt"))
                .isInstanceOf(Innstillingsfeil.class)
                .hasMessageContaining("utsteder-http, uten-avtaler, lesbare-noekler");
    }
}
