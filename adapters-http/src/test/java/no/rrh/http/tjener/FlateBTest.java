package no.rrh.http.tjener;

import static java.nio.charset.StandardCharsets.UTF_8;
import static no.rrh.domain.Eksempler.ORGANISASJONSNUMMER;
import static no.rrh.domain.Eksempler.REGISTRERT;
import static no.rrh.domain.Eksempler.organisasjonsnummer;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.application.port.in.Registerstatus;
import no.rrh.application.port.out.MinneInnsynslogg;
import no.rrh.application.port.out.MinneRegister;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.StillbarKlokke;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.application.service.Adgangskontroll;
import no.rrh.application.service.Endringsloggfoelging;
import no.rrh.application.service.Endringslogglesing;
import no.rrh.application.service.Historikkoppslag;
import no.rrh.application.service.Personsoek;
import no.rrh.application.service.Sekvensnummeroppslag;
import no.rrh.application.service.Totalbestandutlevering;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Ukjent;
import no.rrh.http.endringslogg.EndringsloggRessurs;
import no.rrh.http.endringslogg.Endringsstroemmer;
import no.rrh.http.endringslogg.SekvensnummerRessurs;
import no.rrh.http.endringslogg.Stroemgrenser;
import no.rrh.http.kodeliste.KodelisteRessurs;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.Testbods;
import no.rrh.http.totalbestand.Nedlastinger;
import no.rrh.http.totalbestand.TotalbestandV1Ressurs;
import no.rrh.http.virksomhet.HistorikkRessurs;
import no.rrh.http.virksomhet.SoekRessurs;
import no.rrh.http.virksomhet.VirksomhetRessurs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Surface B on real sockets, over a register in memory. The token is the name of a scope. */
class FlateBTest {
    private static final String V1 = "/api/oppslag/v1/";
    private static final String OPPSLAG = V1 + "virksomheter/" + ORGANISASJONSNUMMER.verdi();
    private static final String SOEK = V1 + "virksomheter?foedselsnummer=05910298382";
    private static final String TYPE_V1 = "application/vnd.brreg.reelle.virksomheter.v1+json";
    private static final String BODS = V1 + "virksomheter/totalbestand?format=bods";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final HttpClient klient = HttpClient.newHttpClient();
    private final StillbarKlokke klokke = new StillbarKlokke(Instant.parse("2026-11-25T10:00:00Z"));
    private final MinneRegister register = new MinneRegister(klokke);
    private boolean svarer = true;
    private Optional<Totalbestandfil> totalbestand = Optional.empty();
    private Set<Totalbestandformat> formater = EnumSet.allOf(Totalbestandformat.class);

    @TempDir
    private Path mappe;

    private final Endringsstroemmer stroemmer = new Endringsstroemmer(
            () -> new Registerstatus(Optional.of(register.siste())),
            klokke,
            new Stroemgrenser(5, 10, Duration.ofSeconds(15)));
    private Tjener tjener;

    @BeforeEach
    void start() throws IOException {
        les(Eksempler.virksomhetMedAlt());
        les(Eksempler.ikkeMeldt(organisasjonsnummer(1), REGISTRERT));
        V1Representasjon representasjon = new V1Representasjon();
        Historikkoppslag oppslag = new Historikkoppslag(register, new Adgangskontroll(Avtaler.UTEN));
        HentVirksomhet hent = (kaller, forespoersel) -> {
            if (!svarer) {
                throw new RegisteretSvarerIkke(new IOException("jdbc:hemmelig"));
            }
            return oppslag.hent(kaller, forespoersel);
        };
        tjener = Tjener.bind(
                Testinnstillinger.av(Duration.ofSeconds(10), Tjenergrenser.STANDARD),
                klokke,
                new SimpleMeterRegistry());
        tjener.aapne(
                FlateBTest::kaller,
                () -> true,
                new MinneInnsynslogg(),
                List.of(
                        new VirksomhetRessurs(hent, representasjon, Testbods.representasjon()),
                        new HistorikkRessurs(hent, representasjon, Testbods.representasjon()),
                        new SoekRessurs(
                                new Personsoek(register, register, new Adgangskontroll(Avtaler.UTEN)), representasjon),
                        new TotalbestandV1Ressurs(
                                (kall, forespoersel) -> new Totalbestandutlevering(
                                                arkiv(),
                                                formater,
                                                Operasjon.TOTALBESTAND_B,
                                                new Adgangskontroll(Avtaler.UTEN))
                                        .hent(kall, forespoersel),
                                new Nedlastinger(10)),
                        new SekvensnummerRessurs(new Sekvensnummeroppslag(register, new Adgangskontroll(Avtaler.UTEN))),
                        new EndringsloggRessurs(
                                new Endringslogglesing(register, new Adgangskontroll(Avtaler.UTEN)),
                                new Endringsloggfoelging(register, new Adgangskontroll(Avtaler.UTEN)),
                                stroemmer),
                        new KodelisteRessurs()));
    }

    @AfterEach
    void lukk() {
        stroemmer.close();
        tjener.close();
    }

    private Totalbestandarkiv arkiv() {
        return new Totalbestandarkiv() {
            @Override
            public Optional<Totalbestandfil> siste() {
                return totalbestand;
            }

            @Override
            public Totalbestandfil lagre(
                    Set<Totalbestandformat> formater, Innhold innhold, Runnable fortsett, Runnable foerTjeneste) {
                throw new AssertionError("nothing makes a file here");
            }
        };
    }

    private static Kaller kaller(List<String> authorization) {
        if (authorization.isEmpty()) {
            return Ukjent.UTEN_TOKEN;
        }
        return Arrays.stream(Scope.values())
                .filter(scope -> authorization.get(0).equals("Bearer " + scope.name()))
                .findFirst()
                .<Kaller>map(scope ->
                        new Konsument(organisasjonsnummer(9), Optional.empty(), "klient", Set.of(scope), Instant.MAX))
                .orElse(Ukjent.UGYLDIG_TOKEN);
    }

    private void les(RegistreringspliktigVirksomhet... virksomheter) {
        register.skriv(skriving -> {
            for (RegistreringspliktigVirksomhet virksomhet : virksomheter) {
                skriving.lagre(Registerfoering.innles(
                        skriving.hent(virksomhet.organisasjonsnummer()), virksomhet, UUID::randomUUID));
            }
            return null;
        });
    }

    private HttpResponse<String> kall(String metode, String sti, String... headere) {
        HttpRequest.Builder kall = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tjener.port() + sti))
                .timeout(Duration.ofSeconds(20))
                .method(metode, HttpRequest.BodyPublishers.noBody());
        for (String header : headere) {
            kall.header(header.split(": ", 2)[0], header.split(": ", 2)[1]);
        }
        try {
            return klient.send(kall.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private HttpResponse<String> hent(String sti, String... headere) {
        return som(Scope.OFFENTLIG, sti, headere);
    }

    private HttpResponse<String> som(Scope scope, String sti, String... headere) {
        return kall(
                "GET",
                sti,
                Stream.concat(Stream.of("Authorization: Bearer " + scope.name()), Stream.of(headere))
                        .toArray(String[]::new));
    }

    /** The values of the field, wherever it stands. */
    private static List<String> felt(HttpResponse<String> svar, String navn) {
        return Pattern.compile("\"" + navn + "\":\"?([^\",}]*)")
                .matcher(svar.body())
                .results()
                .map(treff -> treff.group(1))
                .toList();
    }

    private static void harMelding(HttpResponse<String> svar, int status, String del) {
        assertThat(svar.statusCode()).as(svar.body()).isEqualTo(status);
        assertThat(svar.body()).contains(del);
    }

    private static String header(HttpResponse<?> svar, String navn) {
        return svar.headers().firstValue(navn).orElse("-");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "virksomheter/x",
                "virksomheter",
                "virksomheter/totalbestand?format=x",
                "sekvensnummer",
                "endringslogg?antall=0"
            })
    void withoutAValidTokenItIs401BeforeAnythingElse(String sti) {
        HttpResponse<String> uten = kall("GET", V1 + sti, "Accept: text/html");
        harMelding(uten, 401, "Kallet har ikke token");
        assertThat(header(uten, "WWW-Authenticate")).isEqualTo("Bearer");

        HttpResponse<String> ugyldig = kall("GET", V1 + sti, "Accept: text/html", "Authorization: Bearer x");
        harMelding(ugyldig, 401, "ikke gyldig");
        assertThat(header(ugyldig, "WWW-Authenticate")).isEqualTo("Bearer error=\"invalid_token\"");

        harMelding(hent(V1 + sti, "Accept: text/html"), 406, "cloudevents");
        assertThat(hent(V1 + sti).statusCode()).isEqualTo(400);
    }

    @Test
    void withoutTheScopeItIs403AndTheScopesThatOpenThatOperationAreNamed() {
        HttpResponse<String> svar = som(Scope.RAPPORTERINGSPLIKTIG, SOEK);
        harMelding(svar, 403, "Den krever brreg:reelle/offentlig");
        assertThat(svar.body()).doesNotContain("rapporteringspliktig");
        assertThat(header(svar, "WWW-Authenticate")).isEqualTo("Bearer error=\"insufficient_scope\"");
    }

    @Test
    void aRegisterThatDoesNotAnswerIs503HereAnd500OnSurfaceA() {
        svarer = false;

        HttpResponse<String> svar = hent(OPPSLAG);
        harMelding(svar, 503, "Registeret svarer ikke");
        assertThat(header(svar, "Retry-After")).isEqualTo("5");
        assertThat(svar.body()).doesNotContain("hemmelig", "Exception");
        assertThat(hent("/api/virksomheter/" + ORGANISASJONSNUMMER.verdi()).statusCode())
                .isEqualTo(500);
    }

    @Test
    void theLookUpHasEveryRegistrationAndTheHeadersOfSurfaceA() {
        HttpResponse<String> svar = hent(OPPSLAG, "Accept: " + TYPE_V1, "Accept-Language: en");

        assertThat(felt(svar, "erGjeldendeRegistrering")).containsExactly("true", "false", "false", "false", "false");
        assertThat(header(svar, "Content-Type")).isEqualTo(TYPE_V1 + ";charset=UTF-8");
        assertThat(header(svar, "Content-Language")).isEqualTo("en");
        assertThat(header(svar, "Vary")).isEqualTo("Accept, Accept-Language, Authorization");
        assertThat(header(svar, "Cache-Control")).isEqualTo("private, no-cache");
        assertThat(hent(OPPSLAG, "Accept: " + TYPE_V1, "Accept-Language: en", "If-None-Match: " + header(svar, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        harMelding(hent(V1 + "virksomheter/" + organisasjonsnummer(2).verdi()), 404, "ikke registreringspliktig");
        harMelding(hent(V1 + "virksomheter/123"), 400, "ni sifre");
    }

    @Test
    void theSearchFindsAPersonAndAnswersAnEmptyListForOneWhoIsNowhere() {
        HttpResponse<String> svar = hent(SOEK);

        assertThat(svar.body()).isEqualTo("{\"virksomheter\":[" + hent(OPPSLAG).body() + "]}");
        assertThat(header(svar, "Content-Length"))
                .isEqualTo(Integer.toString(svar.body().getBytes(UTF_8).length));
        assertThat(header(svar, "Cache-Control")).isEqualTo("private, no-store");
        assertThat(header(svar, "Content-Language")).isEqualTo("nb");
        assertThat(hent(V1 + "virksomheter?foedselsnummer=17912099997").body()).isEqualTo("{\"virksomheter\":[]}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "|mangler",
                "?annet=1|mangler",
                "?foedselsnummer|elleve sifre",
                "?foedselsnummer=|elleve sifre",
                "?foedselsnummer=0591029838|elleve sifre",
                "?foedselsnummer=059102983820|elleve sifre",
                "?foedselsnummer=05910298382%20|elleve sifre",
                "?foedselsnummer=+5910298382|elleve sifre",
                "?foedselsnummer=%D9%A05910298382|elleve sifre",
                "?foedselsnummer='%20OR%20'1'='1|elleve sifre",
                "?foedselsnummer=%FF|elleve sifre",
                "?foedselsnummer=05910298383|kontrollsiffer",
                "?foedselsnummer=32910298382|ikke finnes",
                "?foedselsnummer=05514050082|århundre",
                "?foedselsnummer=05910298382&foedselsnummer=05910298382|2 ganger",
                "?foedselsnummer=05910298382&foedselsnumme%72=|2 ganger",
            })
    void aSearchThatIsNotWellFormedIs400AndSaysWhyWithoutTheNumber(String spoerring, String grunn) {
        HttpResponse<String> svar = hent(V1 + "virksomheter" + (spoerring == null ? "" : spoerring));

        harMelding(svar, 400, grunn);
        assertThat(svar.body()).doesNotContain("910298382", "OR");
    }

    @Test
    void theEndringsloggIsAListOfCloudEvents() {
        HttpResponse<String> svar = hent(V1 + "endringslogg");

        assertThat(felt(svar, "id")).containsExactly("1", "2", "3", "4", "5", "6");
        assertThat(svar.body())
                .startsWith("[{\"specversion\":\"1.0\",\"id\":\"1\"")
                .endsWith(",{\"specversion\":\"1.0\",\"id\":\"6\",\"source\":\"urn:uuid:"
                        + register.generasjoner().get(0).id()
                        + "\",\"type\":\"no.brreg.rrh.rettighetsinformasjon.klargjortForRegistrering\","
                        + "\"time\":\"2026-11-25T10:00:00.000Z\",\"subject\":\""
                        + organisasjonsnummer(1).verdi()
                        + "\",\"datacontenttype\":\"application/json\",\"data\":{\"organisasjonsnummer\":\""
                        + organisasjonsnummer(1).verdi() + "\",\"registreringsid\":\""
                        + register.etter(5, 1).get(0).endring().registreringsid() + "\"}}]");
        assertThat(header(svar, "Content-Type")).isEqualTo("application/json;charset=UTF-8");
        assertThat(header(svar, "Cache-Control")).isEqualTo("private, no-store");
        HttpResponse<String> bunt = hent(V1 + "endringslogg", "Accept: " + BATCH);
        assertThat(header(bunt, "Content-Type")).isEqualTo(BATCH + ";charset=UTF-8");
        assertThat(bunt.body()).isEqualTo(svar.body());
    }

    @Test
    void theEndringsloggGoesOnWhereItIsToldTo() {
        assertThat(felt(hent(V1 + "endringslogg?sekvensnummer=2&antall=3"), "id"))
                .containsExactly("3", "4", "5");
        assertThat(hent(V1 + "endringslogg?sekvensnummer=6").body()).isEqualTo("[]");
        assertThat(hent(V1 + "endringslogg?sekvensnummer=9223372036854775807").body())
                .isEqualTo("[]");
        assertThat(hent(V1 + "endringslogg?antall=10000&ukjent=x").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "sekvensnummer=-1, 0 til 9223372036854775807",
        "sekvensnummer=9223372036854775808, 0 til 9223372036854775807",
        "sekvensnummer=18446744073709551616, 0 til 9223372036854775807",
        "sekvensnummer=, 0 til 9223372036854775807",
        "sekvensnummer, 0 til 9223372036854775807",
        "sekvensnummer=1.0, 0 til 9223372036854775807",
        "sekvensnummer=1e3, 0 til 9223372036854775807",
        "sekvensnummer=+1, 0 til 9223372036854775807",
        "sekvensnummer=%D9%A1, 0 til 9223372036854775807",
        "sekvensnummer=1;DROP%20TABLE%20endring, 0 til 9223372036854775807",
        "sekvensnummer=1&sekvensnummer=1, 2 ganger",
        "antall=0, 1 til 10000",
        "antall=10001, 1 til 10000",
        "antall=-5, 1 til 10000",
        "antall=99999999999999999999, 1 til 10000",
        "antall=ti, 1 til 10000",
        "antall=1&antall=2&antall=3, 3 ganger",
    })
    void aPartOfTheEndringsloggThatIsNotWellFormedIs400(String spoerring, String grunn) {
        harMelding(hent(V1 + "endringslogg?" + spoerring), 400, grunn);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-25T10:00:00Z, 0",
        "2026-11-25T10:00:00.0009Z, 0",
        "2026-11-25T10:00:00.001Z, 6",
        "2026-11-25T12:00:00.001%2B02:00, 6",
        "2026-11-25T12:00:00.001+02:00, 6",
        "0000-01-01T00:00:00Z, 0",
        "9999-12-31T23:59:59.999Z, 6",
    })
    void theSekvensnummerOfATime(String tidspunkt, long nummer) {
        assertThat(hent(V1 + "sekvensnummer?tidspunkt=" + tidspunkt).body())
                .isEqualTo("{\"sekvensnummer\":" + nummer + "}");
    }

    @ParameterizedTest
    @CsvSource({
        "'', mangler",
        "tidspunkt=, RFC 3339 med tidssone",
        "tidspunkt=2026-11-25T10:00:00, RFC 3339 med tidssone",
        "tidspunkt=2026-11-25, RFC 3339 med tidssone",
        "tidspunkt=1764064800, RFC 3339 med tidssone",
        "tidspunkt=2026-11-25T10:00:00%20Z, RFC 3339 med tidssone",
        "tidspunkt='2026-11-25T10:00:00Z''--', RFC 3339 med tidssone",
        "tidspunkt=%2B999999999-12-31T23:59:59Z, RFC 3339 med tidssone",
        "tidspunkt=2026-02-30T10:00:00Z, finnes ikke",
        "tidspunkt=2016-12-31T23:59:60Z, skuddsekunder",
        "tidspunkt=2026-11-25T10:00:00+19:00, finnes ikke",
        "tidspunkt=2026-11-25T10:00:00Z&tidspunkt=2026-11-25T10:00:00Z, 2 ganger",
    })
    void aTimeThatIsNotWellFormedIs400(String spoerring, String grunn) {
        harMelding(hent(V1 + "sekvensnummer?" + spoerring), 400, grunn);
    }

    @ParameterizedTest
    @CsvSource({
        "xml, format må være json eller bods",
        "JSON, format må være json eller bods",
        "BODS, format må være json eller bods",
        "'', format må være json eller bods",
        "bods&format=bods, 2 ganger",
        "json&format=json, 2 ganger"
    })
    void aTotalbestandInAnotherFormatIs400(String format, String grunn) {
        harMelding(hent(V1 + "virksomheter/totalbestand?format=" + format), 400, grunn);
        assertThat(hent(V1 + "virksomheter/totalbestand?format=json").statusCode())
                .isEqualTo(503);
        assertThat(hent(V1 + "virksomheter/totalbestand").statusCode()).isEqualTo(503);
        harMelding(hent(BODS), 503, "Totalbestanden er ikke laget som bods ennå");
    }

    @Test
    void theTotalbestandAsBodsHasTheHeadersAndTheConditionsOfAFile() throws IOException {
        totalbestand = Optional.of(begge());

        HttpResponse<String> svar = hent(BODS);
        assertThat(svar.statusCode()).isEqualTo(200);
        assertThat(svar.body()).isEqualTo("som bods");
        assertThat(header(svar, "Content-Type")).isEqualTo("application/zip");
        assertThat(header(svar, "Content-Length")).isEqualTo("8");
        assertThat(header(svar, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"totalbestand-20261125T100000Z.bods.zip\"");
        assertThat(header(svar, "ETag")).isEqualTo("\"" + "cd".repeat(32) + "\"");
        assertThat(header(svar, "Repr-Digest"))
                .isEqualTo("sha-256=:"
                        + Base64.getEncoder().encodeToString(HexFormat.of().parseHex("cd".repeat(32))) + ":");
        assertThat(header(svar, "Last-Modified")).isEqualTo("Wed, 25 Nov 2026 10:00:00 GMT");
        assertThat(header(svar, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(svar, "RRH-Sekvensnummer")).isEqualTo("42");

        HttpResponse<String> del = hent(BODS, "Range: bytes=4-", "If-Range: " + header(svar, "ETag"));
        assertThat(del.statusCode()).isEqualTo(206);
        assertThat(del.body()).isEqualTo("bods");
        assertThat(header(del, "Content-Range")).isEqualTo("bytes 4-7/8");
        assertThat(hent(BODS, "If-None-Match: " + header(svar, "ETag")).statusCode())
                .isEqualTo(304);
        assertThat(hent(BODS, "Range: bytes=9-").statusCode()).isEqualTo(416);

        HttpResponse<String> head = kall("HEAD", BODS, "Authorization: Bearer OFFENTLIG");
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("8");
        assertThat(header(head, "ETag")).isEqualTo(header(svar, "ETag"));
    }

    /** A range of the one file must not be put together with one of the other. */
    @Test
    void theTwoFilesOfATotalbestandAreNotTakenForOneAnother() throws IOException {
        totalbestand = Optional.of(begge());
        HttpResponse<String> json = hent(V1 + "virksomheter/totalbestand?format=json");
        assertThat(json.body()).isEqualTo("som json alene");
        assertThat(header(json, "ETag")).isEqualTo("\"" + "ab".repeat(32) + "\"");
        assertThat(header(json, "Content-Disposition"))
                .isEqualTo("attachment; filename=\"totalbestand-20261125T100000Z.zip\"");
        assertThat(header(json, "RRH-Sekvensnummer")).isEqualTo("42");
        assertThat(hent(V1 + "virksomheter/totalbestand").body()).isEqualTo(json.body());
        HttpResponse<String> bods = hent(BODS, "Range: bytes=4-", "If-Range: " + header(json, "ETag"));
        assertThat(bods.statusCode()).isEqualTo(200);
        assertThat(bods.body()).isEqualTo("som bods");
    }

    @Test
    void aTotalbestandFromBeforeThereWasBodsIsToCome() throws IOException {
        totalbestand = Optional.of(utenBods(begge()));
        harMelding(hent(BODS), 503, "Totalbestanden er ikke laget som bods ennå");
        assertThat(header(hent(BODS), "Retry-After")).isEqualTo("30");
        assertThat(hent(V1 + "virksomheter/totalbestand").statusCode()).isEqualTo(200);
    }

    @Test
    void whereBodsIsLeftOutItIs404AfterAccessAndValue() throws IOException {
        totalbestand = Optional.of(begge());
        formater = Set.of(Totalbestandformat.JSON);
        harMelding(hent(BODS), 404, "Totalbestanden lages ikke som bods i denne tjenesten");
        assertThat(som(Scope.RAPPORTERINGSPLIKTIG, BODS).statusCode()).isEqualTo(403);
        assertThat(hent(BODS, "Accept: text/html").statusCode()).isEqualTo(406);
        assertThat(hent(V1 + "virksomheter/totalbestand").statusCode()).isEqualTo(200);
    }

    private Totalbestandfil begge() throws IOException {
        Path json = Files.writeString(mappe.resolve("json.zip"), "som json alene");
        Path bods = Files.writeString(mappe.resolve("bods.zip"), "som bods");
        Instant laget = Instant.parse("2026-11-25T10:00:00.123Z");
        return new Totalbestandfil(
                Totalbestandformat.JSON,
                json,
                14,
                42,
                laget,
                "ab".repeat(32),
                Optional.of(new Totalbestandfil(
                        Totalbestandformat.BODS, bods, 8, 42, laget, "cd".repeat(32), Optional.empty())));
    }

    private static Totalbestandfil utenBods(Totalbestandfil fil) {
        return new Totalbestandfil(fil.sti(), fil.stoerrelse(), fil.sekvensnummer(), fil.laget(), fil.sha256());
    }

    @Test
    void theKodelisterAreOpenAndInThreeLanguages() {
        HttpResponse<String> svar = kall("GET", V1 + "kodelister");

        assertThat(felt(svar, "navn"))
                .containsExactly(
                        "reellerettighetshaverestatus",
                        "registreringsstatus",
                        "posisjonstype",
                        "stoerrelsesintervall",
                        "grunnlagstype",
                        "markedstype",
                        "registertype",
                        "reellerettighetshavereidentifikasjon");
        assertThat(svar.body()).contains("{\"kode\":\"posisjonstype.eierskap\",\"kodenavn\":\"Eierskap\"}");
        assertThat(kall("GET", V1 + "kodelister", "Accept-Language: nno").body())
                .contains("\"Eigarskap\"");
        HttpResponse<String> engelsk = kall("GET", V1 + "kodelister", "Accept-Language: eng");
        assertThat(engelsk.body()).contains("\"Ownership\"");
        assertThat(header(engelsk, "Content-Language")).isEqualTo("en");
        assertThat(kall("GET", V1 + "kodelister", "If-None-Match: " + header(svar, "ETag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(header(engelsk, "ETag")).isNotEqualTo(header(svar, "ETag"));
        harMelding(kall("GET", V1 + "kodelister", "Accept: text/html"), 406, "kodelister");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "virksomheter/314208641",
                "virksomheter?foedselsnummer=05910298382",
                "endringslogg",
                "sekvensnummer?tidspunkt=2026-11-25T10:00:00Z",
                "kodelister"
            })
    void headHasTheHeadersOfGetAndNoBodyAndOtherMethodsAreRefused(String sti) {
        HttpResponse<String> get = hent(V1 + sti);
        HttpResponse<String> head = kall("HEAD", V1 + sti, "Authorization: Bearer OFFENTLIG");

        assertThat(head.statusCode()).isEqualTo(get.statusCode()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        for (String navn : List.of("Content-Length", "Content-Type", "ETag", "Cache-Control", "Vary")) {
            assertThat(header(head, navn)).as(navn).isEqualTo(header(get, navn));
        }
        HttpResponse<String> post = kall("POST", V1 + sti);
        assertThat(post.statusCode()).isEqualTo(405);
        assertThat(header(post, "Allow")).isEqualTo("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "virksomheter/",
                "virksomheter/314208641/x",
                "virksomheter/totalbestand/",
                "endringslogg/1",
                "sekvensnummer/",
                "kodeliste",
                ""
            })
    void anUnknownPathIs404AndTheMessageSaysWhatThereIs(String sti) {
        harMelding(kall("GET", V1 + sti), 404, "endringslogg");
    }

    @Test
    void tenThousandCharactersOfLanguagesAreRead() {
        HttpResponse<String> svar = hent(OPPSLAG, "Accept-Language: " + "xx-YY;q=0.1,".repeat(833) + "nn");
        assertThat(header(svar, "Content-Language")).isEqualTo("nn");
    }
}
