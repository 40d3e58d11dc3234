package no.rrh.http.representasjon.lesing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file with one virksomhet a line. */
class JsonLinesTest {
    private static final String FOERSTE = linje("314208641", 1);
    private static final String ANDRE = linje("310274682", 2);
    private static final String TREDJE = linje("313513408", 3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%s\n%s\n%s\n",
                "%s\n%s\n%s",
                "%s\r\n%s\r\n%s\r\n",
                "\n\n%s\n\n%s\n \t\r\n\n%s\n\n",
                "\ufeff%s\n%s\n%s\n",
                "  %s \t\n %s\n%s"
            })
    void hasBlankLinesAndLineEndsOfEveryKind(String form) {
        assertThat(lest(form.formatted(FOERSTE, ANDRE, TREDJE)))
                .extracting(virksomhet -> virksomhet.organisasjonsnummer().verdi())
                .containsExactly("314208641", "310274682", "313513408");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", " \n\n", "\ufeff\n"})
    void ofBlankLinesAloneHoldsNobody(String fil) {
        assertThat(lest(fil)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\ufeff"})
    void ofNothingAtAllWasLostOnItsWay(String fil) {
        assertThatThrownBy(() -> lest(fil))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessageStartingWith("linje 1, kolonne 1: filen er tom; forventet en liste");
    }

    @Test
    void isReadWithOneVirksomhetAlone() {
        assertThat(lest(FOERSTE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void refusesTwoVirksomheterOnOneLine(String imellom) {
        assertFeil(
                FOERSTE + "\n" + ANDRE + imellom + TREDJE + "\n",
                "linje 2, kolonne " + (ANDRE.length() + imellom.length() + 1)
                        + ": noe følger etter virksomheten på samme linje; forventet én virksomhet per linje");
    }

    @Test
    void refusesAVirksomhetThatGoesOverSeveralLines() {
        assertFeil(
                FOERSTE + "\n" + ANDRE.replace(",\"registreringer\"", ",\n\"registreringer\""),
                "linje 2, kolonne 1, organisasjonsnummer 310274682: virksomheten går over flere linjer; forventet en"
                        + " liste av virksomheter (JSON), eller én virksomhet per linje (JSON Lines)");
    }

    @Test
    void refusesWhatIsNoVirksomhet() {
        assertFeil(FOERSTE + "\n[]", "linje 2, kolonne 1: forventet et objekt, fant en liste");
        assertFeil(
                FOERSTE + "\nnull",
                "linje 2, kolonne 1: null er ikke tillatt, et felt uten verdi skal utelates;" + " forventet et objekt");
        assertFeil(FOERSTE + ",\n" + ANDRE, "linje 1, kolonne " + (FOERSTE.length() + 1) + ": ikke gyldig JSON");
        assertFeil(FOERSTE + "\n]", "linje 2, kolonne 1: ikke gyldig JSON");
        assertFeil(FOERSTE + "\n\ufeff" + ANDRE, "linje 2, kolonne 1: ikke gyldig JSON");
    }

    @Test
    void tellsLineColumnNumberAndReasonOfWhatIsWrong() {
        assertFeil(
                FOERSTE + "\r\n\r\n" + ANDRE.replace("2024-10-08", "2024-13-08") + "\n",
                "linje 3, kolonne " + (ANDRE.indexOf("\"2024-10-08") + 1) + ", organisasjonsnummer 310274682:"
                        + " registreringer[0].registrert: tidspunktet finnes ikke");
    }

    @Test
    void thatEndsWithinAVirksomhetIsRefusedAndWhatCameBeforeWasGiven() {
        List<RegistreringspliktigVirksomhet> gitt = new ArrayList<>();
        String fil = FOERSTE + "\n" + ANDRE.substring(0, 60);
        assertThatThrownBy(() -> les(fil, gitt))
                .hasMessage(
                        "linje 2, kolonne 61, organisasjonsnummer 310274682: filen slutter før virksomheten er ferdig");
        assertThat(gitt)
                .extracting(RegistreringspliktigVirksomhet::organisasjonsnummer)
                .containsExactly(new Organisasjonsnummer("314208641"));
    }

    private static void assertFeil(String fil, String melding) {
        assertThatThrownBy(() -> lest(fil)).isExactlyInstanceOf(Lesefeil.class).hasMessage(melding);
    }

    private static List<RegistreringspliktigVirksomhet> lest(String fil) {
        List<RegistreringspliktigVirksomhet> lest = new ArrayList<>();
        les(fil, lest);
        return lest;
    }

    private static void les(String fil, List<RegistreringspliktigVirksomhet> til) {
        new V1Leser().les(new ByteArrayInputStream(fil.getBytes(StandardCharsets.UTF_8)), til::add);
    }

    private static String linje(String nummer, int id) {
        return "{\"organisasjonsnummer\":\"" + nummer
                + "\",\"foerstRegistrertIRegisterOverReelleRettighetshavere\":\"2024-09-26T10:22:02.634Z\","
                + "\"registreringer\":[{\"registreringsid\":\"0198c614-dfcc-4e65-bc96-00000000000" + id + "\","
                + "\"registreringsstatus\":{\"kode\":\"registreringsstatus.rettighetsinformasjonErRegistrert\"},"
                + "\"registrert\":\"2024-10-08T13:11:28.956Z\",\"erGjeldendeRegistrering\":true,"
                + "\"reelleRettighetshavere\":[]}]}";
    }
}
