package no.rrh.http.representasjon.lesing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import no.rrh.application.port.out.Lesefeil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a file can have wrong, and the whole message that whoever imports it gets. */
class LesefeilTest {
    /** A record with a bit of everything, right as it stands. */
    private static final String FIL = """
            [
            {"organisasjonsnummer": "314208641",
             "foerstRegistrertIRegisterOverReelleRettighetshavere": "2024-09-26T10:22:02.634Z",
             "registreringer": [
            {"registreringsid": "0198c614-dfcc-4e65-bc96-4fdaf2c2c22b",
             "registreringsstatus": {"kode": "registreringsstatus.rettighetsinformasjonErRegistrert"},
             "registrert": "2024-10-08T13:11:28.956Z",
             "erGjeldendeRegistrering": true,
             "reelleRettighetshavere": [
            {"folkeregistrertPerson": {
             "foedselsEllerDNummer": "05910298382",
             "foedselsdato": "2002-11-05",
             "foedselsaar": "2002",
             "navn": {"fornavn": "HEMMELIG", "etternavn": "PARASOLL"},
             "erDoed": false,
             "bostedsland": {"landkode": "NOR", "navn": "Norge"},
             "statsborgerskap": [{"landkode": "NOR"}]},
             "erUnntattFraInnsyn": false,
             "foerstRegistrert": "2024-10-08T13:11:28.657Z",
             "endret": "2024-10-08T13:11:28.657Z",
             "posisjoner": [
            {"posisjonstype": {"kode": "posisjonstype.eierskap"}, "grunnlagstyper": [], "mellomliggendeVirksomheter": []},
            {"posisjonstype": {"kode": "posisjonstype.destinatar"},
             "grunnlagstyper": [{"kode": "grunnlagstype.direkte"}],
             "mellomliggendeVirksomheter": [
            {"norskVirksomhet": {"organisasjonsnummer": "310274682"}},
            {"utenlandskVirksomhet": {"navn": "Nowhere Ltd",
             "adresse": {"friAdressetekst": ["1 Nowhere Lane"], "land": {"landkode": "GB"}}}}
            ]}]}],
             "uoverensstemmelse": {
             "beskrivelseAvUoverensstemmelse": "Den hemmelige personen",
             "uoverensstemmelseMottatt": "2024-11-08T13:11:28.956Z",
             "innsender": {"utenlandskPerson": {"foedselsdato": "1961-02-03", "fulltNavn": "HEMMELIG SENDER"}}}
            }]}
            ]
            """;

    private static final List<String> HEMMELIG =
            List.of("HEMMELIG", "PARASOLL", "hemmelig", "05910298382", "2002-11-05", "1961-02-03", "Nowhere");

    private static final String POST = ", organisasjonsnummer 314208641: ";
    private static final String PERSON = "registreringer[0].reelleRettighetshavere[0].folkeregistrertPerson";
    private static final String POSISJON = "registreringer[0].reelleRettighetshavere[0].posisjoner[1]";
    private static final String UTELUKKER = "reelleRettighetshavere, utenlandskRegister og regulertMarked utelukker"
            + " hverandre: høyst én av dem kan være oppgitt, og listen er ellers tom";
    private static final String REGISTER =
            "\"utenlandskRegister\": {\"land\": {\"landkode\": \"SE\"}, \"internettadresse\": \"x\"},";
    private static final String MARKED = "\"regulertMarked\": {\"navn\": \"x\", \"land\": {\"landkode\": \"SE\"},"
            + " \"internettadresse\": \"x\"},";
    private static final String FORVENTET =
            "en liste av virksomheter (JSON), eller én virksomhet per linje (JSON Lines)";
    private static final String RFC3339 =
            "tidspunktet må følge RFC 3339 med tidssone, for eksempel 2024-09-26T10:22:02.634Z";

    /** What stands in the file, what is put instead, and the message. */
    static Stream<Arguments> feil() {
        return Stream.of(
                // the file as a whole
                feil(FIL, "", "linje 1, kolonne 1: filen er tom; forventet " + FORVENTET),
                feil(FIL, "1", "linje 1, kolonne 1: forventet " + FORVENTET + ", fant et tall"),
                feil(FIL, "{}", "linje 1, kolonne 1: feltet organisasjonsnummer mangler"),
                feil(FIL, "{", "linje 1, kolonne 2: filen slutter før virksomheten er ferdig"),
                feil(FIL, "{\"registreringer\": [{", "linje 1, kolonne 22: filen slutter før virksomheten er ferdig"),
                feil(FIL, "[[[[[[", "linje 1, kolonne 2: forventet et objekt, fant en liste"),
                feil(FIL, "[1]", "linje 1, kolonne 2: forventet et objekt, fant et tall"),
                feil(
                        FIL,
                        "[] []",
                        "linje 1, kolonne 4: noe følger etter listen av virksomheter; filen skal slutte der"),
                feil(FIL, "[", "linje 1, kolonne 2: filen slutter før listen av virksomheter er ferdig"),
                feil(FIL, "[{\"", "linje 1, kolonne 4: filen slutter før listen av virksomheter er ferdig"),
                feil(FIL, "[tull]", "linje 1, kolonne 2: ikke gyldig JSON"),
                feil("\"HEMMELIG\",", "\"HEMMELIG\";", "linje 14, kolonne 32" + POST + "ikke gyldig JSON"),
                feil("\"HEMMELIG\",", "HEMMELIG,", "linje 14, kolonne 22" + POST + "ikke gyldig JSON"),
                feil("\"HEMMELIG\",", "'HEMMELIG',", "linje 14, kolonne 22" + POST + "ikke gyldig JSON"),
                feil("\"HEMMELIG\",", "\"HEMMELIG\t\",", "linje 14, kolonne 31" + POST + "ikke gyldig JSON"),
                feil("\"HEMMELIG\",", "\"HEMMELIG\", // x", "linje 14, kolonne 34" + POST + "ikke gyldig JSON"),
                feil(
                        "}]}\n]",
                        "}]},\n null]",
                        "linje 35, kolonne 2: null er ikke tillatt, et felt uten verdi skal utelates; forventet et objekt"),
                // fields
                feil(" \"erDoed\"", " \"erdoed\"", "linje 15, kolonne 2" + POST + PERSON + ": ukjent felt erdoed"),
                feil(" \"erDoed\"", " \"PARASOLL\"", "linje 15, kolonne 2" + POST + PERSON + ": ukjent felt"),
                feil(" \"erDoed\"", " \"05910298382\"", "linje 15, kolonne 2" + POST + PERSON + ": ukjent felt"),
                feil(
                        "\"norskVirksomhet\": {",
                        "\"norskVirksomhet\": {\"navn\": 1,",
                        "linje 26, kolonne 22" + POST + POSISJON
                                + ".mellomliggendeVirksomheter[0].norskVirksomhet: ukjent felt navn"),
                feil(
                        " \"erDoed\": false,",
                        " \"erDoed\": false, \"erDoed\": false,",
                        "linje 15, kolonne 19" + POST + PERSON + ".erDoed: feltet står to ganger"),
                feil(
                        "{\"organisasjonsnummer\": \"314208641\",",
                        "{\"organisasjonsnummer\": \"314208641\", \"organisasjonsnummer\": \"314208641\",",
                        "linje 2, kolonne 38" + POST + "organisasjonsnummer: feltet står to ganger"),
                feil(
                        " \"erDoed\": false,",
                        " \"erDoed\": null,",
                        "linje 15, kolonne 12" + POST + PERSON
                                + ".erDoed: null er ikke tillatt, et felt uten verdi skal utelates;"
                                + " forventet true eller false"),
                feil(
                        "[{\"landkode\": \"NOR\"}]",
                        "null",
                        "linje 17, kolonne 21" + POST + PERSON
                                + ".statsborgerskap: null er ikke tillatt, et felt uten verdi skal utelates;"
                                + " forventet en liste"),
                feil(" \"erDoed\": false,", "", "linje 10, kolonne 27" + POST + PERSON + ": feltet erDoed mangler"),
                feil(
                        " \"statsborgerskap\": [{\"landkode\": \"NOR\"}]}",
                        " \"foedselsaar\": \"2002\"}",
                        "linje 17, kolonne 2" + POST + PERSON + ".foedselsaar: feltet står to ganger"),
                feil(
                        "{\"organisasjonsnummer\": \"314208641\",",
                        "{",
                        "linje 2, kolonne 1: feltet" + " organisasjonsnummer mangler"),
                feil(
                        "\"grunnlagstyper\": [], ",
                        "",
                        "linje 22, kolonne 1" + POST
                                + "registreringer[0].reelleRettighetshavere[0].posisjoner[0]: feltet grunnlagstyper mangler"),
                feil(
                        "{\"landkode\": \"GB\"}",
                        "{\"navn\": \"x\"}",
                        "linje 28, kolonne 61" + POST + POSISJON
                                + ".mellomliggendeVirksomheter[1].utenlandskVirksomhet.adresse.land: feltet landkode mangler"),
                // types
                feil(
                        "\"2002\"",
                        "2002",
                        "linje 13, kolonne 17" + POST + PERSON + ".foedselsaar: forventet en tekst, fant et tall"),
                feil(
                        "\"314208641\"",
                        "314208641",
                        "linje 2, kolonne 25: organisasjonsnummer:" + " forventet en tekst, fant et tall"),
                feil(
                        "true",
                        "\"true\"",
                        "linje 8, kolonne 29" + POST
                                + "registreringer[0].erGjeldendeRegistrering: forventet true eller false, fant en tekst"),
                feil(
                        "[{\"landkode\": \"NOR\"}]",
                        "{}",
                        "linje 17, kolonne 21" + POST + PERSON
                                + ".statsborgerskap: forventet en liste, fant et objekt"),
                feil(
                        "\"1 Nowhere Lane\"",
                        "\"x\", 1",
                        "linje 28, kolonne 39" + POST + POSISJON
                                + ".mellomliggendeVirksomheter[1].utenlandskVirksomhet.adresse.friAdressetekst[1]:"
                                + " forventet en tekst, fant et tall"),
                feil(
                        "{\"kode\": \"posisjonstype.destinatar\"}",
                        "\"posisjonstype.destinatar\"",
                        "linje 23, kolonne 19" + POST + POSISJON
                                + ".posisjonstype: forventet et objekt, fant en tekst"),
                // values
                feil(
                        "\"314208641\"",
                        "\"314208642\"",
                        "linje 2, kolonne 25: organisasjonsnummer: organisasjonsnummer"
                                + " har feil kontrollsiffer: det niende sifferet stemmer ikke med de åtte første (MOD11)"),
                feil(
                        "\"05910298382\"",
                        "\"05910298383\"",
                        "linje 11, kolonne 26" + POST + PERSON
                                + ".foedselsEllerDNummer: fødselsnummer eller D-nummer har feil kontrollsiffer"),
                feil(
                        "\"HEMMELIG\"",
                        "\" \"",
                        "linje 14, kolonne 10" + POST + PERSON + ".navn: fornavn mangler eller er tom"),
                feil(
                        "\"HEMMELIG\"",
                        "\"HEMMELIG\\ud83d\"",
                        "linje 14, kolonne 22" + POST + PERSON
                                + ".navn.fornavn: teksten inneholder et halvt surrogatpar, som ikke er et tegn"),
                feil(
                        "\"Norge\"",
                        "\"\\ude00\\ud83d\"",
                        "linje 16, kolonne 45" + POST + PERSON
                                + ".bostedsland.navn: teksten inneholder et halvt surrogatpar, som ikke er et tegn"),
                feil(
                        "\"2002-11-05\"",
                        "\"2002-02-30\"",
                        "linje 12, kolonne 18" + POST + PERSON
                                + ".foedselsdato: datoen må være en dag som finnes, skrevet ÅÅÅÅ-MM-DD"),
                feil(
                        "\"2002-11-05\"",
                        "\"+12002-11-05\"",
                        "linje 12, kolonne 18" + POST + PERSON
                                + ".foedselsdato: datoen må være en dag som finnes, skrevet ÅÅÅÅ-MM-DD"),
                feil(
                        "\"2002\"",
                        "\"-200\"",
                        "linje 13, kolonne 17" + POST + PERSON
                                + ".foedselsaar: årstallet må være en tekst med fire sifre"),
                feil(
                        "\"0198c614-dfcc-4e65-bc96-4fdaf2c2c22b\"",
                        "\"1-2-3-4-5\"",
                        "linje 5, kolonne 21" + POST
                                + "registreringer[0].registreringsid: registreringsid må være en UUID på formen"
                                + " 0198c614-dfcc-4e65-bc96-4fdaf2c2c22b"),
                feil(
                        "\"2024-10-08T13:11:28.956Z\"",
                        "\"2024-10-08T13:11:28.956\"",
                        "linje 7, kolonne 16" + POST + "registreringer[0].registrert: " + RFC3339),
                feil(
                        "\"2024-10-08T13:11:28.956Z\"",
                        "\"2024-10-08T13:11:28.9561Z\"",
                        "linje 7, kolonne 16" + POST
                                + "registreringer[0].registrert: tidspunktet er mer nøyaktig enn millisekunder, og registeret"
                                + " ville mistet det"),
                feil(
                        "\"NOR\", ",
                        "\"nor\", ",
                        "linje 16, kolonne 30" + POST + PERSON
                                + ".bostedsland.landkode: landkode må være tre store bokstaver (ISO 3166-1 alfa-3)"),
                feil(
                        "\"GB\"",
                        "\"GBR\"",
                        "linje 28, kolonne 74" + POST + POSISJON
                                + ".mellomliggendeVirksomheter[1].utenlandskVirksomhet.adresse.land.landkode:"
                                + " landkode må være to store bokstaver (ISO 3166-1 alfa-2)"),
                feil(
                        "\"NOR\", \"navn\": \"Norge\"",
                        "\"QXX\", \"navn\": \"\"",
                        "linje 16, kolonne 17" + POST + PERSON + ".bostedsland: navn mangler eller er tom"),
                feil(
                        "\"grunnlagstype.direkte\"",
                        "\"posisjonstype.eierskap\"",
                        "linje 24, kolonne 30" + POST + POSISJON
                                + ".grunnlagstyper[0].kode: ukjent kode i kodelisten grunnlagstype; kodene er"
                                + " grunnlagstype.direkte, grunnlagstype.indirekte, grunnlagstype.enighetEllerAvtale"),
                feil(
                        "[\"1 Nowhere Lane\"]",
                        "[]",
                        "linje 28, kolonne 13" + POST + POSISJON
                                + ".mellomliggendeVirksomheter[1].utenlandskVirksomhet.adresse:"
                                + " friAdressetekst må ha minst én linje"),
                feil(
                        "Den hemmelige personen",
                        "x".repeat(100_001),
                        "linje 31, kolonne 36" + POST
                                + "registreringer[0].uoverensstemmelse.beskrivelseAvUoverensstemmelse: en tekst, et tall eller"
                                + " et feltnavn er for langt her eller like etter; en tekst kan ha høyst 100000 tegn"),
                feil(
                        "beskrivelseAvUoverensstemmelse",
                        "x".repeat(201),
                        "linje 30, kolonne 23" + POST
                                + "registreringer[0].uoverensstemmelse: en tekst, et tall eller et feltnavn er for langt her"
                                + " eller like etter; en tekst kan ha høyst 100000 tegn"),
                feil(
                        " \"erDoed\": false",
                        " \"PARASOLL\": " + "9".repeat(9_999),
                        "linje 15, kolonne 2" + POST + PERSON
                                + ".?: en tekst, et tall eller et feltnavn er for langt her"
                                + " eller like etter; en tekst kan ha høyst 100000 tegn"),
                // what excludes what
                feil(
                        "{\"norskVirksomhet\": {\"organisasjonsnummer\": \"310274682\"}}",
                        "{}",
                        "linje 26, kolonne 1"
                                + POST + POSISJON
                                + ".mellomliggendeVirksomheter[0]: nøyaktig ett av feltene norskVirksomhet og"
                                + " utenlandskVirksomhet må være oppgitt, men ingen av dem er det"),
                feil(
                        "{\"norskVirksomhet\": {\"organisasjonsnummer\": \"310274682\"}},\n{",
                        "{\"norskVirksomhet\":" + " {\"organisasjonsnummer\": \"310274682\"}, ",
                        "linje 26, kolonne 1" + POST + POSISJON
                                + ".mellomliggendeVirksomheter[0]: nøyaktig ett av feltene norskVirksomhet og"
                                + " utenlandskVirksomhet må være oppgitt, ikke både norskVirksomhet og utenlandskVirksomhet"),
                feil(
                        "{\"utenlandskPerson\"",
                        "{\"varslingspliktigVirksomhet\": {\"organisasjonsnummer\":"
                                + " \"310274682\"}, \"utenlandskPerson\"",
                        "linje 33, kolonne 15" + POST
                                + "registreringer[0].uoverensstemmelse.innsender: nøyaktig ett av feltene"
                                + " varslingspliktigVirksomhet, folkeregistrertPerson og utenlandskPerson må være oppgitt,"
                                + " ikke både varslingspliktigVirksomhet og utenlandskPerson"),
                feil(
                        " \"reelleRettighetshavere\": [\n",
                        REGISTER + " \"reelleRettighetshavere\": [\n",
                        "linje 5," + " kolonne 1" + POST + "registreringer[0]: " + UTELUKKER),
                feil(
                        " \"reelleRettighetshavere\": [\n",
                        MARKED + " \"reelleRettighetshavere\": [\n",
                        "linje 5," + " kolonne 1" + POST + "registreringer[0]: " + UTELUKKER),
                feil(
                        FIL,
                        medTomListe(REGISTER + MARKED),
                        "linje 1, kolonne 139" + POST + "registreringer[0]: " + UTELUKKER),
                // what the record may not be
                feil(
                        " \"registreringer\": [\n",
                        " \"slettetIRegisterOverReelleRettighetshavere\": \"2025-01-01T00:00:00Z\", \"registreringer\": [\n",
                        "linje 2, kolonne 1" + POST + "en slettet virksomhet kan ikke ha en gjeldende registrering"),
                feil(
                        "rettighetsinformasjonErRegistrert",
                        "rettighetsinformasjonErSlettet",
                        "linje 5, kolonne 1" + POST + "registreringer[0]: en registrering med status"
                                + " rettighetsinformasjonErSlettet kan ikke være gjeldende"),
                feil(
                        FIL,
                        medTomListe("").replaceFirst("\\{\"registreringsid.*}]}]", "]}]"),
                        "linje 1, kolonne 2" + POST + "en virksomhet må ha minst én registrering"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource("feil")
    void isSaidWithItsPlaceAndItsReasonAndNothingOfAPerson(String funnet, String isteden, String melding) {
        assertThat(FIL).contains(funnet);
        assertThatThrownBy(() -> les(FIL.replace(funnet, isteden)))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessage(melding)
                .satisfies(feil -> assertThat(utskrift(feil)).doesNotContain(HEMMELIG));
    }

    @Test
    void theFileThatIsMadeWrongIsRightAsItStands() {
        les(FIL);
        les(medTomListe(REGISTER));
    }

    @Test
    void anErrorInTheSecondRecordIsNotSaidOfTheFirst() {
        String annen = FIL.replace("}]}\n]", "}]},\n{\"organisasjonsnummer\": 1}]");
        assertThatThrownBy(() -> les(annen))
                .hasMessage("linje 35, kolonne 25: organisasjonsnummer: forventet en tekst, fant et tall");
    }

    @Test
    void placesFarIntoAFileAreRight() {
        String post = FIL.strip().substring(1, FIL.strip().length() - 1).strip();
        StringBuilder fil = new StringBuilder("[");
        for (int i = 0; i < 100; i++) {
            fil.append(post.replace("\n", "")).append(i == 49 ? ",\n" : ",");
        }
        fil.append(post.replace("\n", "").replace("\"2002\"", "2002")).append("]");
        int linje = fil.indexOf("\n");
        int kolonne = fil.indexOf("\"foedselsaar\": 2002") + "\"foedselsaar\": ".length() - linje;
        assertThatThrownBy(() -> les(fil.toString()))
                .hasMessageStartingWith("linje 2, kolonne " + kolonne + ", organisasjonsnummer 314208641: " + PERSON);
        int utenLinjer = fil.indexOf("\"foedselsaar\": 2002") + "\"foedselsaar\": ".length();
        assertThatThrownBy(() -> les(fil.toString().replace("\n", "")))
                .hasMessageStartingWith(
                        "linje 1, kolonne " + utenLinjer + ", organisasjonsnummer 314208641: " + PERSON);
    }

    private static Arguments feil(String funnet, String isteden, String melding) {
        return Arguments.of(funnet, isteden, melding);
    }

    private static String medTomListe(String foerListen) {
        return "[{\"organisasjonsnummer\": \"314208641\","
                + "\"foerstRegistrertIRegisterOverReelleRettighetshavere\": \"2024-09-26T10:22:02.634Z\","
                + "\"registreringer\": [{\"registreringsid\": \"0198c614-dfcc-4e65-bc96-4fdaf2c2c22b\","
                + "\"registreringsstatus\": {\"kode\": \"registreringsstatus.rettighetsinformasjonErRegistrert\"},"
                + "\"registrert\": \"2024-10-08T13:11:28.956Z\",\"erGjeldendeRegistrering\": true," + foerListen
                + "\"reelleRettighetshavere\": []}]}]";
    }

    private static void les(String json) {
        new V1Leser().les(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), virksomhet -> {});
    }

    private static String utskrift(Throwable feil) {
        StringWriter ut = new StringWriter();
        feil.printStackTrace(new PrintWriter(ut));
        return ut.toString();
    }
}
