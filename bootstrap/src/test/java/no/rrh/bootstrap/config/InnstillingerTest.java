package no.rrh.bootstrap.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.rrh.bootstrap.logging.Loggformat;
import no.rrh.http.endringslogg.Stroemgrenser;
import no.rrh.http.ipfilter.Ipfilter;
import no.rrh.http.ipfilter.Proxyheader;
import no.rrh.http.kvote.Kvote;
import no.rrh.http.kvote.Kvoteslag;
import no.rrh.http.tjener.Tjenergrenser;
import no.rrh.http.tls.Sertifikatfiler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InnstillingerTest {
    @TempDir
    Path mappe;

    private static Innstillinger les(Map<Innstilling, String> flagg, Map<String, String> variabler) {
        return Innstillinger.les(flagg, variabler);
    }

    private String fil(String innhold, Charset tegnsett) throws IOException {
        Path fil = Files.write(mappe.resolve("rrh.properties"), innhold.getBytes(tegnsett));
        return fil.toString();
    }

    @Test
    void namesAndDefaultsAreTheseAndChangeOnlyOnPurpose() {
        assertThat(Arrays.stream(Innstilling.values())
                        .map(i -> i.noekkel() + " " + i.flagg() + " " + i.variabel() + " "
                                + i.standard().orElse("-"))
                        .collect(Collectors.joining("\n")))
                .isEqualTo("""
                        port --port RRH_PORT 8080
                        adresse --adresse RRH_ADRESSE -
                        tls.sertifikat --tls-sertifikat RRH_TLS_SERTIFIKAT -
                        tls.noekkel --tls-noekkel RRH_TLS_NOEKKEL -
                        tls.pkcs12 --tls-pkcs12 RRH_TLS_PKCS12 -
                        tls.passord --tls-passord RRH_TLS_PASSORD -
                        tls.passordfil --tls-passordfil RRH_TLS_PASSORDFIL -
                        data --data RRH_DATA ./data
                        db.url --db RRH_DB_URL -
                        db.bruker --db-bruker RRH_DB_BRUKER -
                        db.passord --db-passord RRH_DB_PASSORD -
                        db.passordfil --db-passordfil RRH_DB_PASSORDFIL -
                        db.replikaer --db-replikaer RRH_DB_REPLIKAER -
                        miljoe --miljoe RRH_MILJOE lokal
                        config --config RRH_CONFIG -
                        maskinporten.utsteder --maskinporten-utsteder RRH_MASKINPORTEN_UTSTEDER -
                        maskinporten.audience --maskinporten-audience RRH_MASKINPORTEN_AUDIENCE -
                        ipfilter.tillat --ipfilter-tillat RRH_IPFILTER_TILLAT -
                        ipfilter.proxyer --ipfilter-proxyer RRH_IPFILTER_PROXYER -
                        ipfilter.header --ipfilter-header RRH_IPFILTER_HEADER -
                        tilgang.krev --tilgang-krev RRH_TILGANG_KREV -
                        usikkert.godta --usikkert-godta RRH_USIKKERT_GODTA -
                        innsynslogg --innsynslogg RRH_INNSYNSLOGG paa
                        innsynslogg.mappe --innsynslogg-mappe RRH_INNSYNSLOGG_MAPPE -
                        innsynslogg.segment --innsynslogg-segment RRH_INNSYNSLOGG_SEGMENT -
                        innsynslogg.oppbevaring --innsynslogg-oppbevaring RRH_INNSYNSLOGG_OPPBEVARING 1827
                        innsynslogg.sjekkpunkt --innsynslogg-sjekkpunkt RRH_INNSYNSLOGG_SJEKKPUNKT 1t
                        innsynslogg.sjekkpunktkopi --innsynslogg-sjekkpunktkopi RRH_INNSYNSLOGG_SJEKKPUNKTKOPI -
                        varsel.sveip --varsel-sveip RRH_VARSEL_SVEIP 5000/1t
                        varsel.unntatte --varsel-unntatte RRH_VARSEL_UNNTATTE 20%/1t
                        maskinporten.ca --maskinporten-ca RRH_MASKINPORTEN_CA -
                        stopptid --stopptid RRH_STOPPTID 25s
                        totalbestand.cron --totalbestand-cron RRH_TOTALBESTAND_CRON 0 0 * * *
                        totalbestand.sone --totalbestand-sone RRH_TOTALBESTAND_SONE Europe/Oslo
                        totalbestand.oppbevaring --totalbestand-oppbevaring RRH_TOTALBESTAND_OPPBEVARING 7
                        totalbestand.mappe --totalbestand-mappe RRH_TOTALBESTAND_MAPPE -
                        totalbestand.leie --totalbestand-leie RRH_TOTALBESTAND_LEIE 1m
                        totalbestand.bods --totalbestand-bods RRH_TOTALBESTAND_BODS ja
                        forvaltning.port --forvaltning-port RRH_FORVALTNING_PORT -
                        logg.format --logg-format RRH_LOGG_FORMAT -
                        grense.headere --grense-headere RRH_GRENSE_HEADERE 16KiB
                        grense.ledig --grense-ledig RRH_GRENSE_LEDIG 30s
                        grense.fart --grense-fart RRH_GRENSE_FART 4KiB
                        grense.tilkoblinger --grense-tilkoblinger RRH_GRENSE_TILKOBLINGER 1000
                        grense.kall --grense-kall RRH_GRENSE_KALL 256
                        grense.stroemmer --grense-stroemmer RRH_GRENSE_STROEMMER 5
                        grense.nedlastinger --grense-nedlastinger RRH_GRENSE_NEDLASTINGER 20
                        oppslag.hurtigvei --oppslag-hurtigvei RRH_OPPSLAG_HURTIGVEI ja
                        innsyn.side --innsyn-side RRH_INNSYN_SIDE -
                        kvote.oppslag --kvote-oppslag RRH_KVOTE_OPPSLAG 30000/1m
                        kvote.soek --kvote-soek RRH_KVOTE_SOEK 3000/1m
                        kvote.totalbestand --kvote-totalbestand RRH_KVOTE_TOTALBESTAND 600/10m
                        kvote.endringslogg --kvote-endringslogg RRH_KVOTE_ENDRINGSLOGG 6000/1m""");
    }

    @Test
    void eventStreamsGiveASignOfLifeWellBeforeTheConnectionHasBeenSilentForTooLong() {
        assertThat(les(Map.of(), Map.of()).grenser().stroemmer())
                .isEqualTo(new Stroemgrenser(5, 500, Duration.ofSeconds(4)));
        assertThat(les(
                                Map.of(
                                        Innstilling.GRENSE_LEDIG,
                                        "6s",
                                        Innstilling.GRENSE_TILKOBLINGER,
                                        "20",
                                        Innstilling.GRENSE_STROEMMER,
                                        "2"),
                                Map.of())
                        .grenser()
                        .stroemmer())
                .isEqualTo(new Stroemgrenser(2, 10, Duration.ofSeconds(3)));
    }

    @Test
    void aQuotaIsSoManyCallsOverSoLongAndMayBeTurnedOff() {
        Innstillinger innstillinger = les(
                Map.of(
                        Innstilling.KVOTE_OPPSLAG,
                        "100/1m",
                        Innstilling.KVOTE_SOEK,
                        "1/24t",
                        Innstilling.KVOTE_TOTALBESTAND,
                        "av"),
                Map.of());

        assertThat(innstillinger.grenser().kvoter())
                .isEqualTo(Map.of(
                        Kvoteslag.OPPSLAG,
                        new Kvote(100, Duration.ofMinutes(1)),
                        Kvoteslag.SOEK,
                        new Kvote(1, Duration.ofHours(24)),
                        Kvoteslag.ENDRINGSLOGG,
                        new Kvote(6000, Duration.ofMinutes(1))));
    }

    @Test
    void withNothingSetTheDefaultsHold() {
        Innstillinger innstillinger = les(Map.of(), Map.of("PATH", "x", "RRH_TEST_NOE", "y"));

        assertThat(innstillinger.port()).isEqualTo(8080);
        assertThat(innstillinger.adresse()).isEqualTo("127.0.0.1");
        assertThat(innstillinger.data()).isEqualTo(Path.of("./data"));
        assertThat(innstillinger.miljoe()).isEqualTo(Miljoe.LOKAL);
        assertThat(innstillinger.stopptid()).isEqualTo(Duration.ofSeconds(25));
        assertThat(innstillinger.utsteder()).isEmpty();
        assertThat(innstillinger.audience()).isEmpty();
        assertThat(innstillinger.tilgang().ipfilter()).isEmpty();
        assertThat(innstillinger.ca()).isEmpty();
        assertThat(innstillinger.tls().filer()).isEmpty();
        assertThat(innstillinger.oppbevaring()).isEqualTo(Duration.ofDays(7));
        assertThat(innstillinger.fornyelsesplan().orElseThrow().neste(Instant.parse("2026-11-25T12:00:00Z")))
                .as("midnight in Oslo")
                .isEqualTo("2026-11-25T23:00:00Z");
        assertThat(innstillinger.forvaltningsport()).hasValue(8081);
        assertThat(innstillinger.loggformat()).isEqualTo(Loggformat.TEKST);
        assertThat(innstillinger.grenser().tjener()).isEqualTo(Tjenergrenser.STANDARD);
    }

    @Test
    void theRenewalHasAPlanInAZoneOrNone() {
        Innstillinger innstillinger = les(
                Map.of(
                        Innstilling.TOTALBESTAND_CRON, "30 4 * * 1",
                        Innstilling.TOTALBESTAND_SONE, "America/New_York",
                        Innstilling.TOTALBESTAND_OPPBEVARING, "365"),
                Map.of());
        assertThat(innstillinger.fornyelsesplan().orElseThrow().neste(Instant.parse("2026-11-25T12:00:00Z")))
                .isEqualTo("2026-11-30T09:30:00Z");
        assertThat(innstillinger.oppbevaring()).isEqualTo(Duration.ofDays(365));
        assertThat(les(Map.of(Innstilling.TOTALBESTAND_CRON, "av"), Map.of()).fornyelsesplan())
                .isEmpty();
    }

    @Test
    void theManagementPortIsFreeWhereTheApisIsAndCanBeTurnedOff() {
        assertThat(les(Map.of(Innstilling.PORT, "0"), Map.of()).forvaltningsport())
                .hasValue(0);
        assertThat(les(Map.of(Innstilling.PORT, "0", Innstilling.FORVALTNING_PORT, "9000"), Map.of())
                        .forvaltningsport())
                .hasValue(9000);
        assertThat(les(Map.of(Innstilling.FORVALTNING_PORT, "av"), Map.of()).forvaltningsport())
                .isEmpty();
    }

    @Test
    void theTwoPortsCannotBeTheSame() {
        assertThatThrownBy(() -> les(Map.of(Innstilling.PORT, "8081"), Map.of()))
                .isInstanceOf(Innstillingsfeil.class)
                .hasMessageContaining("forvaltning.port")
                .hasMessageContaining("8081");
        assertThat(les(Map.of(Innstilling.PORT, "8081", Innstilling.FORVALTNING_PORT, "av"), Map.of())
                        .port())
                .isEqualTo(8081);
    }

    @ParameterizedTest
    @CsvSource({"lokal, , TEKST", "test, , JSON", "produksjon, , JSON", "lokal, json, JSON", "test, tekst, TEKST"})
    void theLogIsTextInLokalAndJsonElsewhereUnlessTold(String miljoe, String satt, Loggformat forventet) {
        Map<String, String> variabler = satt == null ? Map.of() : Map.of("RRH_LOGG_FORMAT", satt);

        assertThat(les(Map.of(Innstilling.MILJOE, miljoe), variabler).loggformat())
                .isEqualTo(forventet);
    }

    @Test
    void limitsAreReadWithTheirUnits() {
        Tjenergrenser grenser = les(
                        Map.of(
                                Innstilling.GRENSE_HEADERE,
                                "8KiB",
                                Innstilling.GRENSE_LEDIG,
                                "2m",
                                Innstilling.GRENSE_FART,
                                "500B",
                                Innstilling.GRENSE_TILKOBLINGER,
                                "20",
                                Innstilling.GRENSE_KALL,
                                "50"),
                        Map.of())
                .grenser()
                .tjener();

        assertThat(grenser)
                .isEqualTo(
                        new Tjenergrenser(8192, Duration.ofMinutes(2), 500, Tjenergrenser.STANDARD_MAALETID, 20, 50));
    }

    @Test
    void aFlagWinsOverAVariableAVariableOverTheFileTheFileOverTheDefault() throws IOException {
        String fil = fil("port=1\ndata=fil\nstopptid=1s\nmaskinporten.audience=æøå", StandardCharsets.UTF_8);

        Innstillinger innstillinger = les(
                Map.of(Innstilling.PORT, "3", Innstilling.CONFIG, fil),
                Map.of("RRH_PORT", "2", "RRH_DATA", "variabel"));

        assertThat(innstillinger.port()).isEqualTo(3);
        assertThat(innstillinger.data()).isEqualTo(Path.of("variabel"));
        assertThat(innstillinger.stopptid()).isEqualTo(Duration.ofSeconds(1));
        assertThat(innstillinger.audience()).hasValue("æøå");
        assertThat(les(Map.of(), Map.of("RRH_CONFIG", fil)).port()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "PORT, -1",
        "PORT, 65536",
        "PORT, 80a",
        "PORT, ''",
        "PORT, ٨٠",
        "MILJOE, LOKAL",
        "MILJOE, prod",
        "MILJOE, ''",
        "DATA, ''",
        "ADRESSE, localhost",
        "ADRESSE, 0.0.0.0",
        "ADRESSE, 1.2.3.4.5",
        "ADRESSE, 127.1",
        "ADRESSE, 2130706433",
        "ADRESSE, 127.0.0.1.",
        "ADRESSE, 0:0:0:0:0:0:0:1",
        "ADRESSE, ::ffff:127.0.0.1",
        "ADRESSE, ::1%lo",
        "ADRESSE, 127.0.0.256",
        "ADRESSE, ''",
        "STOPPTID, 30",
        "STOPPTID, 30 s",
        "STOPPTID, -1s",
        "STOPPTID, 1h",
        "MASKINPORTEN_AUDIENCE, ''",
        "IPFILTER_TILLAT, ''",
        "IPFILTER_TILLAT, localhost",
        "IPFILTER_TILLAT, 192.0.2.1/24",
        "IPFILTER_TILLAT, '192.0.2.1,'",
        "IPFILTER_TILLAT, '192.0.2.1 192.0.2.2'",
        "IPFILTER_PROXYER, 192.0.2.0/33",
        "IPFILTER_HEADER, X-Real-IP",
        "IPFILTER_HEADER, ''",
        "MASKINPORTEN_CA, ''",
        "TOTALBESTAND_CRON, ''",
        "TOTALBESTAND_CRON, 0 0 * *",
        "TOTALBESTAND_CRON, 0 0 30 2 *",
        "TOTALBESTAND_CRON, AV",
        "TOTALBESTAND_CRON, @daily",
        "TOTALBESTAND_SONE, ''",
        "TOTALBESTAND_SONE, Oslo",
        "TOTALBESTAND_OPPBEVARING, ''",
        "TOTALBESTAND_OPPBEVARING, 0",
        "TOTALBESTAND_OPPBEVARING, -1",
        "TOTALBESTAND_OPPBEVARING, 7d",
        "TOTALBESTAND_OPPBEVARING, 10000",
        "FORVALTNING_PORT, 65536",
        "FORVALTNING_PORT, på",
        "FORVALTNING_PORT, ''",
        "LOGG_FORMAT, xml",
        "LOGG_FORMAT, JSON",
        "GRENSE_HEADERE, 16384",
        "GRENSE_HEADERE, 16KB",
        "GRENSE_HEADERE, 1KiB",
        "GRENSE_HEADERE, 1MiB",
        "GRENSE_HEADERE, -1KiB",
        "GRENSE_LEDIG, 0s",
        "GRENSE_LEDIG, 2t",
        "GRENSE_FART, 4",
        "GRENSE_FART, 2MiB",
        "GRENSE_FART, 999999999MiB",
        "GRENSE_TILKOBLINGER, 0",
        "GRENSE_TILKOBLINGER, 100001",
        "GRENSE_TILKOBLINGER, 9999999999",
        "GRENSE_STROEMMER, 0",
        "GRENSE_STROEMMER, 1001",
        "GRENSE_STROEMMER, fem",
        "GRENSE_NEDLASTINGER, 0",
        "KVOTE_OPPSLAG, 30000",
        "KVOTE_OPPSLAG, 0/1m",
        "KVOTE_OPPSLAG, 10/0s",
        "KVOTE_OPPSLAG, 10/1500ms",
        "KVOTE_SOEK, 10/86401s",
        "KVOTE_TOTALBESTAND, -1/1m",
        "KVOTE_ENDRINGSLOGG, 10/1m/2",
        "GRENSE_KALL, 9",
        "GRENSE_KALL, ti",
    })
    void aMalformedValueIsRefusedByNameWithWhatWasExpected(Innstilling innstilling, String verdi) {
        assertThatThrownBy(() -> les(Map.of(innstilling, verdi), Map.of()))
                .isInstanceOf(Innstillingsfeil.class)
                .hasMessageContaining(innstilling.noekkel())
                .hasMessageContaining("forventet")
                .hasMessageNotContaining("\n");
    }

    @Test
    void anUnknownSettingIsRefusedWhereverItStands() throws IOException {
        assertThatThrownBy(() -> les(Map.of(), Map.of("RRH_UKJENT", "1"))).hasMessageContaining("RRH_UKJENT");
        String ukjent = fil("prot=1", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> les(Map.of(Innstilling.CONFIG, ukjent), Map.of()))
                .hasMessageContaining("prot");
        String selvhenvisning = fil("config=x", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> les(Map.of(Innstilling.CONFIG, selvhenvisning), Map.of()))
                .hasMessageContaining("config");
    }

    @Test
    void aFileThatCannotBeReadIsSaid() throws IOException {
        String latin1 = fil("maskinporten.audience=æ", StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> les(Map.of(Innstilling.CONFIG, latin1), Map.of()))
                .hasMessageContaining("UTF-8");
        String kode = fil("data=\\u12", StandardCharsets.UTF_8);
        assertThatThrownBy(() -> les(Map.of(Innstilling.CONFIG, kode), Map.of()))
                .hasMessageContaining("\\u-kode");
        assertThatThrownBy(() ->
                        les(Map.of(Innstilling.CONFIG, mappe.resolve("borte").toString()), Map.of()))
                .hasMessageContaining("borte");
    }

    @ParameterizedTest
    @CsvSource({
        "https://maskinporten.no/, true",
        "https://test.maskinporten.no/, true",
        "http://127.0.0.1:9000/maskinporten/, true",
        "http://localhost:9000/, true",
        "http://[::1]:9000/, true",
        "http://maskinporten.no/, false",
        "https://maskinporten.no, false",
        "https:///, false",
        "ftp://maskinporten.no/, false",
        "https://maskinporten.no/#x/, false",
        "x, false",
    })
    void theIssuerIsHttpsOrOnLoopbackAndEndsWithASlash(String utsteder, boolean godtatt) {
        Map<Innstilling, String> flagg =
                Map.of(Innstilling.MILJOE, "test", Innstilling.MASKINPORTEN_UTSTEDER, utsteder);
        if (godtatt) {
            assertThat(les(flagg, Map.of()).utsteder().orElseThrow()).hasToString(utsteder);
        } else {
            assertThatThrownBy(() -> les(flagg, Map.of())).hasMessageContaining("maskinporten.utsteder");
        }
    }

    @Test
    void outsideLokalTheServerListensOnAllAddressesUnlessTold() {
        assertThat(les(Map.of(Innstilling.MILJOE, "test"), Map.of()).adresse()).isEqualTo("0.0.0.0");
        assertThat(les(Map.of(Innstilling.MILJOE, "test", Innstilling.ADRESSE, "::1"), Map.of())
                        .adresse())
                .isEqualTo("::1");
    }

    @Test
    void theIpFilterIsTheOneThatIsSetInAnyEnvironment() {
        Map<Innstilling, String> flagg = Map.of(
                Innstilling.IPFILTER_TILLAT, "192.0.2.1, 2001:db8::/32",
                Innstilling.IPFILTER_PROXYER, "10.0.0.1",
                Innstilling.IPFILTER_HEADER, "x-forwarded-for");
        for (Miljoe miljoe : Miljoe.values()) {
            Ipfilter filter = les(flagg, Map.of("RRH_MILJOE", miljoe.navn()))
                    .tilgang()
                    .ipfilter()
                    .orElseThrow();
            assertThat(filter.tillat()).hasSize(2);
            assertThat(filter.proxyer()).hasSize(1);
            assertThat(filter.header()).isEqualTo(Proxyheader.X_FORWARDED_FOR);
        }
        Ipfilter utenProxy = les(Map.of(Innstilling.IPFILTER_TILLAT, "::1"), Map.of())
                .tilgang()
                .ipfilter()
                .orElseThrow();
        assertThat(utenProxy.proxyer()).isEmpty();
    }

    @Test
    void aMalformedRangeIsToldBesideWhatWasExpected() {
        assertThatThrownBy(() -> les(Map.of(Innstilling.IPFILTER_TILLAT, "::1, 10.0.0.1/8"), Map.of()))
                .hasMessageContaining("ipfilter.tillat")
                .hasMessageContaining("«10.0.0.1/8» har biter utenfor prefikset");
    }

    @ParameterizedTest
    @CsvSource({
        "IPFILTER_PROXYER, 10.0.0.1, IPFILTER_HEADER, Forwarded",
        "IPFILTER_TILLAT, 192.0.2.1, IPFILTER_PROXYER, 10.0.0.1",
        "IPFILTER_TILLAT, 192.0.2.1, IPFILTER_HEADER, Forwarded",
        "IPFILTER_PROXYER, 10.0.0.1, PORT, 0",
        "IPFILTER_HEADER, Forwarded, PORT, 0",
    })
    void proxiesAndTheirHeaderAreSetTogetherAndForAFilter(
            Innstilling en, String verdi, Innstilling annen, String annenVerdi) {
        assertThatThrownBy(() -> les(Map.of(en, verdi, annen, annenVerdi), Map.of()))
                .isInstanceOf(Innstillingsfeil.class)
                .hasMessageContainingAll("ipfilter.proxyer", "ipfilter.header", "ipfilter.tillat");
    }

    @Test
    void certificateAuthoritiesAreForTheIssuerOfLokalAlone() {
        assertThat(les(Map.of(Innstilling.MASKINPORTEN_CA, "ca.pem"), Map.of()).ca())
                .hasValue(Path.of("ca.pem"));
        for (String miljoe : List.of("test", "produksjon")) {
            assertThatThrownBy(() ->
                            les(Map.of(Innstilling.MILJOE, miljoe, Innstilling.MASKINPORTEN_CA, "ca.pem"), Map.of()))
                    .isInstanceOf(Innstillingsfeil.class)
                    .hasMessageStartingWith("maskinporten.ca kan bare settes i miljøet lokal");
        }
    }

    @Test
    void theServersCertificateIsTwoFilesInPemOrOneInPkcs12() {
        Map<Innstilling, String> pem =
                Map.of(Innstilling.TLS_SERTIFIKAT, "kjede.pem", Innstilling.TLS_NOEKKEL, "noekkel.pem");
        assertThat(les(pem, Map.of()).tls().filer())
                .hasValue(new Sertifikatfiler.Pem(Path.of("kjede.pem"), Path.of("noekkel.pem")));
        assertThat(les(Map.of(Innstilling.TLS_PKCS12, "t.p12"), Map.of("RRH_TLS_PASSORD", "hemmelig"))
                        .tls()
                        .filer())
                .hasValue(new Sertifikatfiler.Pkcs12(Path.of("t.p12"), Optional.of("hemmelig"), Optional.empty()));
        assertThat(les(Map.of(Innstilling.TLS_PKCS12, "t.p12", Innstilling.TLS_PASSORDFIL, "p"), Map.of())
                        .tls()
                        .filer())
                .hasValue(new Sertifikatfiler.Pkcs12(Path.of("t.p12"), Optional.empty(), Optional.of(Path.of("p"))));
    }

    @ParameterizedTest
    @CsvSource({
        "TLS_SERTIFIKAT, , 'tls.sertifikat og tls.noekkel må settes sammen'",
        "TLS_NOEKKEL, , 'tls.sertifikat og tls.noekkel må settes sammen'",
        "TLS_PKCS12, , 'tls.pkcs12 må ha passordet sitt'",
        "TLS_PASSORDFIL, , 'tls.passordfil gjelder bare sammen med tls.pkcs12'",
        "TLS_PASSORDFIL, RRH_TLS_SERTIFIKAT RRH_TLS_NOEKKEL, 'tls.passordfil gjelder bare sammen med tls.pkcs12'",
        "PORT, RRH_TLS_PASSORD, 'tls.passord gjelder bare sammen med tls.pkcs12'",
        "TLS_PKCS12, RRH_TLS_PASSORD RRH_TLS_PASSORDFIL, 'tls.pkcs12 må ha passordet sitt'",
        "TLS_PKCS12, RRH_TLS_PASSORD RRH_TLS_NOEKKEL, 'tls.sertifikat og tls.noekkel må settes sammen'",
        "TLS_PKCS12, RRH_TLS_PASSORD RRH_TLS_SERTIFIKAT RRH_TLS_NOEKKEL, 'tls.pkcs12 har både sertifikat og nøkkel'",
        "TLS_PASSORD, RRH_TLS_PKCS12, 'tls.passord kan ikke gis som flagg'",
    })
    void filesOfACertificateThatMakeNoWholeAreRefused(Innstilling flagg, String variabler, String melding) {
        Map<String, String> satt = variabler == null
                ? Map.of()
                : Arrays.stream(variabler.split(" ")).collect(Collectors.toMap(navn -> navn, navn -> "7"));

        assertThatThrownBy(() -> les(Map.of(flagg, "7"), satt))
                .isInstanceOf(Innstillingsfeil.class)
                .hasMessageStartingWith(melding);
    }
}
