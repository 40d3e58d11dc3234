package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Surface B, against the fat JAR with the register's own test data. */
class OppslagV1IT {
    private static final String V1 = "/api/oppslag/v1/";
    private static final String OPPSLAG = V1 + "virksomheter/313513408";
    private static final String SOEK = V1 + "virksomheter?foedselsnummer=";
    private static final String FOEDSELSNUMMER = "05910298382";
    private static final String BATCH = "application/cloudevents-batch+json";

    private final URI server = Felles.server().adresse();

    private Raa.Svar hent(String sti, String... headere) {
        return som(Felles.OFFENTLIG, "GET", sti, headere);
    }

    private Raa.Svar som(String scope, String metode, String sti, String... headere) {
        return Raa.send(
                server,
                metode,
                sti,
                Stream.concat(Stream.of("Authorization: Bearer " + Felles.token(scope)), Stream.of(headere))
                        .toArray(String[]::new));
    }

    private static List<String> verdier(JsonNode liste, String felt) {
        List<String> verdier = new ArrayList<>();
        liste.forEach(ett -> verdier.add(ett.get(felt).asText()));
        return verdier;
    }

    @Test
    void theGjeldendeRegistrationIsFirstAndTheOneOfSurfaceA() {
        Raa.Svar svar = hent(OPPSLAG);

        assertThat(svar.status()).as(svar.tekst()).isEqualTo(200);
        assertThat(svar.json().get("registreringer").get(0))
                .isEqualTo(hent("/api/virksomheter/313513408")
                        .json()
                        .get("registreringer")
                        .get(0));
        for (String header : List.of("ETag", "Cache-Control", "Vary", "Content-Language", "Content-Length")) {
            assertThat(svar.header(header)).as(header).isPresent();
        }
        Raa.Svar kjent = hent(OPPSLAG, "If-None-Match: " + svar.header("ETag").orElseThrow());
        assertThat(kjent.status()).isEqualTo(304);
        assertThat(kjent.kropp()).isEmpty();
    }

    @Test
    void aPersonIsFoundWhereverItStandsAndTheLookUpSaysTheSame() {
        Raa.Svar svar = hent(SOEK + FOEDSELSNUMMER);

        assertThat(svar.status()).as(svar.tekst()).isEqualTo(200);
        JsonNode virksomheter = svar.json().get("virksomheter");
        assertThat(verdier(virksomheter, "organisasjonsnummer"))
                .contains("313513408")
                .isSorted();
        for (JsonNode virksomhet : virksomheter) {
            assertThat(virksomhet.toString()).contains(FOEDSELSNUMMER);
            assertThat(hent(V1 + "virksomheter/"
                                    + virksomhet.get("organisasjonsnummer").asText())
                            .json())
                    .isEqualTo(virksomhet);
        }
        assertThat(hent(SOEK + "17912099997").tekst()).isEqualTo("{\"virksomheter\":[]}");
    }

    /** A client that goes on from the last id it has seen, a little at a time, against one that asks for all. */
    @Test
    void aClientThatLoopsOverTheEndringsloggMissesNothingAndRepeatsNothing() {
        JsonNode alt = hent(V1 + "endringslogg?antall=10000").json();
        List<JsonNode> lest = new ArrayList<>();
        String siste = "0";
        for (JsonNode del = hent(V1 + "endringslogg?antall=3").json(); !del.isEmpty(); ) {
            del.forEach(lest::add);
            siste = lest.get(lest.size() - 1).get("id").asText();
            del = hent(V1 + "endringslogg?antall=3&sekvensnummer=" + siste).json();
        }

        assertThat(alt).isNotEmpty();
        assertThat(lest).containsExactlyElementsOf(alt);
        assertThat(Set.copyOf(verdier(alt, "id"))).hasSize(alt.size());
        assertThat(new TreeSet<>(verdier(alt, "type")))
                .allMatch(type -> type.startsWith("no.brreg.rrh.rettighetsinformasjon."));
        assertThat(hent(V1 + "sekvensnummer?tidspunkt=9999-12-31T23:59:59Z").tekst())
                .isEqualTo("{\"sekvensnummer\":" + siste + "}");
        assertThat(hent(V1 + "sekvensnummer?tidspunkt=2020-01-01T00:00:00+01:00")
                        .tekst())
                .isEqualTo("{\"sekvensnummer\":0}");
    }

    @Test
    void theEndringsloggIsThereAsABatchOfCloudEventsToo() {
        Raa.Svar batch = hent(V1 + "endringslogg", "Accept: " + BATCH);

        assertThat(batch.header("Content-Type")).hasValue(BATCH + ";charset=UTF-8");
        assertThat(batch.kropp()).isEqualTo(hent(V1 + "endringslogg").kropp());
        JsonNode hendelse = batch.json().get(0);
        assertThat(hendelse.get("specversion").asText()).isEqualTo("1.0");
        assertThat(hendelse.get("source").asText()).matches("urn:uuid:[0-9a-f-]{36}");
        assertThat(hendelse.get("subject")).isEqualTo(hendelse.get("data").get("organisasjonsnummer"));
        Raa.Svar oppslag = hent(V1 + "virksomheter/" + hendelse.get("subject").asText());
        assertThat(oppslag.tekst())
                .contains(hendelse.get("data").get("registreringsid").asText());
    }

    @Test
    void theTotalbestandIsTheFileOfSurfaceA() {
        Raa.Svar svar = hent(V1 + "virksomheter/totalbestand?format=json");

        // it is made as the server starts; until then both say so
        if (svar.status() == 200) {
            assertThat(svar.header("ETag"))
                    .isEqualTo(hent("/api/virksomheter/json").header("ETag"));
            assertThat(svar.header("RRH-Sekvensnummer")).isPresent();
            Raa.Svar bods = hent(V1 + "virksomheter/totalbestand?format=bods");
            assertThat(bods.status()).isEqualTo(200);
            assertThat(bods.header("ETag")).isPresent().isNotEqualTo(svar.header("ETag"));
        } else {
            assertThat(svar.status()).isEqualTo(503);
        }
    }

    @Test
    void theKodelisterAskForNoToken() {
        Raa.Svar svar = Raa.send(server, "GET", V1 + "kodelister", "Accept-Language: nn");

        assertThat(svar.status()).isEqualTo(200);
        assertThat(svar.header("Content-Language")).hasValue("nn");
        assertThat(svar.json().get("kodelister")).hasSize(8);
        assertThat(svar.tekst()).contains("Eigarskap");
    }

    @ParameterizedTest
    @CsvSource({
        "brreg:reelle/offentlig, 200, 200, 200, 200",
        "brreg:reelle/rapporteringspliktig, 200, 403, 403, 200",
        "brreg:reelle/rapporteringspliktig.begrenset, 200, 403, 403, 200",
        "brreg:reelle/media, 200, 403, 403, 200",
        "brreg:reelle/sivilsamfunnsorganisasjon, 200, 403, 403, 200",
        "brreg:reelle/hoeyereutdanningsinstitusjon, 200, 403, 403, 200",
        "brreg:reelle/ukjent, 403, 403, 403, 403",
    })
    void accessIsTheTableOfTheContract(String scope, int oppslag, int soek, int totalbestand, int logg) {
        assertThat(som(scope, "GET", OPPSLAG).status()).isEqualTo(oppslag);
        assertThat(som(scope, "GET", SOEK + FOEDSELSNUMMER).status()).isEqualTo(soek);
        assertThat(som(scope, "GET", V1 + "virksomheter/totalbestand").status())
                .isIn(totalbestand, totalbestand == 200 ? 503 : 403);
        assertThat(som(scope, "GET", V1 + "endringslogg").status()).isEqualTo(logg);
        assertThat(som(scope, "GET", V1 + "sekvensnummer?tidspunkt=2026-01-01T00:00:00Z")
                        .status())
                .isEqualTo(logg);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "virksomheter/x",
                "virksomheter?foedselsnummer=x",
                "virksomheter/totalbestand?format=csv",
                "endringslogg?antall=x",
                "sekvensnummer?tidspunkt=x"
            })
    void theOrderOfRefusalsIsThatOfTheContract(String sti) {
        String accept = "Accept: text/html";
        AvvisningIT.erFeil(Raa.send(server, "POST", V1 + sti, "Content-Length: 0", accept), 405, "Method Not Allowed");
        Raa.Svar uten = Raa.send(server, "GET", V1 + sti, accept);
        AvvisningIT.erFeil(uten, 401, "Unauthorized");
        assertThat(uten.header("WWW-Authenticate")).hasValue("Bearer");
        Raa.Svar ugyldig = Raa.send(server, "GET", V1 + sti, accept, "Authorization: Bearer x.y.z");
        AvvisningIT.erFeil(ugyldig, 401, "Unauthorized");
        assertThat(ugyldig.header("WWW-Authenticate")).hasValue("Bearer error=\"invalid_token\"");
        Raa.Svar utenScope = som("brreg:reelle/ukjent", "GET", V1 + sti, accept);
        AvvisningIT.erFeil(utenScope, 403, "Forbidden");
        assertThat(utenScope.header("WWW-Authenticate")).hasValue("Bearer error=\"insufficient_scope\"");
        assertThat(utenScope.json().get("message").asText()).contains("brreg:reelle/offentlig");
        AvvisningIT.erFeil(hent(V1 + sti, accept), 406, "Not Acceptable");
        AvvisningIT.erFeil(hent(V1 + sti), 400, "Bad Request");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // wrong check digits, wrong century, dates that do not exist
                "virksomheter?foedselsnummer=05910298383",
                "virksomheter?foedselsnummer=05910298372",
                "virksomheter?foedselsnummer=05514050082",
                "virksomheter?foedselsnummer=30910298382",
                "virksomheter?foedselsnummer=00910298382",
                // the parameter missing, twice, empty, and SQL in every field
                "virksomheter",
                "virksomheter?foedselsnummer=",
                "virksomheter?foedselsnummer=05910298382&foedselsnummer=05910298382",
                "virksomheter?foedselsnummer=05910298382'%20OR%201=1--",
                "virksomheter/313513408'%20OR%201=1--",
                "virksomheter/05910298382",
                "virksomheter/totalbestand?format=csv",
                "virksomheter/totalbestand?format=json'--",
                "virksomheter/totalbestand?format=json&format=json",
                "endringslogg?sekvensnummer=-1",
                "endringslogg?sekvensnummer=9223372036854775808",
                "endringslogg?sekvensnummer=0%20UNION%20SELECT%201",
                "endringslogg?antall=0",
                "endringslogg?antall=10001",
                "endringslogg?antall=1'%20OR%20'1'='1",
                "endringslogg?antall=1&antall=1",
                "sekvensnummer",
                "sekvensnummer?tidspunkt=2026-11-25T10:00:00",
                "sekvensnummer?tidspunkt=2026-11-25T23:59:60Z",
                "sekvensnummer?tidspunkt=10000-01-01T00:00:00Z",
                "sekvensnummer?tidspunkt=2026-11-25T10:00:00Z'%20OR%201=1--",
                "sekvensnummer?tidspunkt=2026-11-25T10:00:00Z&tidspunkt=2026-11-25T10:00:00Z",
            })
    void badInputIs400AndRepeatsNothingOfIt(String sti) {
        Raa.Svar svar = hent(V1 + sti);

        AvvisningIT.erFeil(svar, 400, "Bad Request");
        assertThat(svar.json().get("message").asText()).startsWith("Feil i spørring: ");
        assertThat(svar.tekst()).doesNotContain("102983", "UNION");
    }

    @Test
    void whatIsUnknownOrOtherwiseOddIsAnsweredAsWellAsItCanBe() {
        assertThat(hent(SOEK + FOEDSELSNUMMER + "&annet=1&annet=2").status()).isEqualTo(200);
        assertThat(hent(V1 + "virksomheter?foedselsn%75mmer=%30" + FOEDSELSNUMMER.substring(1))
                        .status())
                .isEqualTo(200);
        assertThat(hent(OPPSLAG, "Accept-Language: " + "xx;q=0.5,".repeat(1111)).status())
                .isEqualTo(200);
        AvvisningIT.erFeil(hent(V1 + "virksomheter?foedselsnummer=%zz"), 400, "Bad Request");
        AvvisningIT.erFeil(hent(V1 + "virksomheter/310000019"), 404, "Not Found");
        for (String sti : List.of("virksomheter/", "kodelister/", "endringslogg/1", "", "virksomheter/313513408/x")) {
            AvvisningIT.erFeil(hent(V1 + sti), 404, "Not Found");
        }
    }

    @Test
    void headHasTheHeadersOfGetAndNoBody() {
        for (String sti : List.of(
                OPPSLAG,
                SOEK + FOEDSELSNUMMER,
                V1 + "endringslogg?antall=2",
                V1 + "sekvensnummer?tidspunkt=2020-01-01T00:00:00Z",
                V1 + "kodelister")) {
            Raa.Svar head = som(Felles.OFFENTLIG, "HEAD", sti);
            assertThat(head.status()).as(sti).isEqualTo(200);
            assertThat(head.kropp()).as(sti).isEmpty();
            assertThat(head.header("Content-Length"))
                    .as(sti)
                    .isPresent()
                    .isEqualTo(hent(sti).header("Content-Length"));
        }
    }
}
