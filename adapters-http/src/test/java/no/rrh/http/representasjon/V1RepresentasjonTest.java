package no.rrh.http.representasjon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.UUID;
import no.rrh.application.port.out.Representasjon.Bestandsskriver;
import no.rrh.application.port.out.Representasjon.Del;
import no.rrh.domain.Eksempler;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.registrering.Rettighetsinformasjon.UtenlandskRegister;
import no.rrh.http.representasjon.lesing.V1Leser;
import no.rrh.http.representasjon.pakking.Utpakking;
import org.junit.jupiter.api.Test;

class V1RepresentasjonTest {
    private static final Instant TIDSPUNKT = Instant.parse("2025-01-02T03:04:05.006Z");

    private final V1Representasjon representasjon = new V1Representasjon();

    @Test
    void theRegistersTestDataComesBackByteForByteWithoutItsWhiteSpace() throws IOException {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        try (InputStream fil = Testdata.aapne();
                Bestandsskriver skriver = representasjon.bestand(ut, Del.HELE)) {
            new V1Leser().les(fil, virksomhet -> skriv(skriver, virksomhet));
        }
        try (InputStream fil = Testdata.aapne()) {
            assertThat(ut.toString(StandardCharsets.UTF_8)).isEqualTo(Json.minifisert(fil.readAllBytes()));
        }
    }

    @Test
    void aShieldedPersonKeepsYearCountriesAndPositionsWithoutGrunnlag() {
        assertThat(skrevet(
                        medRettighetsinformasjon(new Rettighetshavere(List.of(
                                Eksempler.rettighetshaver(Eksempler.MINDREAARIG, true, Eksempler.posisjonMedAlt())))),
                        Innsynsnivaa.SKJERMET))
                .contains("\"reelleRettighetshavere\":[{\"folkeregistrertPerson\":{\"foedselsaar\":\"2014\","
                        + "\"erDoed\":false,\"bostedsland\":{\"landkode\":\"NOR\",\"navn\":\"Norge\"},"
                        + "\"statsborgerskap\":[{\"landkode\":\"NOR\",\"navn\":\"Norge\"}]},"
                        + "\"erUnntattFraInnsyn\":true,\"foerstRegistrert\":\"2021-11-02T12:00:00.120Z\","
                        + "\"endret\":\"2024-10-08T13:11:28.657Z\",\"posisjoner\":[{\"posisjonstype\":"
                        + "{\"kode\":\"posisjonstype.eierskap\",\"kodenavn\":\"Eierskap\"},\"stoerrelsesintervall\":"
                        + "{\"kode\":\"stoerrelsesintervall.intervall2\",\"kodenavn\":\"50% - 74,99%\"},"
                        + "\"beskrivelseAvPosisjonenKontrollPaaAnnenMaate\":"
                        + "\"Oppdiktet avtale 🐟 om \\\"kontroll\\\"\",\"grunnlagstyper\":[],"
                        + "\"mellomliggendeVirksomheter\":[]}]}]");
    }

    @Test
    void aRegistrationWithNothingInItHasAnEmptyListAndNoOtherOptionalField() {
        assertThat(skrevet(medRettighetsinformasjon(Rettighetsinformasjon.INGEN), Innsynsnivaa.ALT))
                .isEqualTo("{\"organisasjonsnummer\":\"314208641\","
                        + "\"foerstRegistrertIRegisterOverReelleRettighetshavere\":\"2025-01-02T03:04:05.006Z\","
                        + "\"registreringer\":[{\"registreringsid\":\"00000000-0000-0000-0000-000000000001\","
                        + "\"registreringsstatus\":{\"kode\":\"registreringsstatus.rettighetsinformasjonErRegistrert\","
                        + "\"kodenavn\":\"Rettighetsinformasjon er registrert\"},"
                        + "\"registrert\":\"2025-01-02T03:04:05.006Z\",\"erGjeldendeRegistrering\":true,"
                        + "\"reelleRettighetshavere\":[]}]}");
    }

    @Test
    void aCountryOutsideTheTableKeepsItsOwnNameAndElseShowsItsCode() {
        assertThat(skrevet(medRegisterI(new LandAlfa2("QX", Optional.of("Ingen \"steds\""))), Innsynsnivaa.ALT))
                .contains("{\"landkode\":\"QX\",\"navn\":\"Ingen \\\"steds\\\"\"}");
        assertThat(skrevet(medRegisterI(LandAlfa2.av("QX")), Innsynsnivaa.ALT))
                .contains("{\"landkode\":\"QX\",\"navn\":\"QX\"}");
    }

    @Test
    void theTableOutranksTheNameACountryWasImportedWith() {
        assertThat(skrevet(medRegisterI(new LandAlfa2("SE", Optional.of("Svearike"))), Innsynsnivaa.ALT))
                .contains("{\"landkode\":\"SE\",\"navn\":\"Sverige\"}");
    }

    @Test
    void anEmptyRegisterIsAnEmptyArray() throws IOException {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        representasjon.bestand(ut, Del.HELE).close();
        assertThat(ut.toString(StandardCharsets.UTF_8)).isEqualTo("[]");
    }

    @Test
    void theArrayIsInBokmaalAndLeavesTheStreamOpen() throws IOException {
        boolean[] lukket = {false};
        ByteArrayOutputStream ut = new ByteArrayOutputStream() {
            @Override
            public void close() {
                lukket[0] = true;
            }
        };
        VirksomhetInnsyn innsyn = alt(Eksempler.virksomhetMedAlt());
        try (Bestandsskriver skriver = representasjon.bestand(ut, Del.HELE)) {
            skriver.skriv(innsyn);
            skriver.skriv(innsyn);
        }
        String ett = new String(representasjon.virksomhet(innsyn, Spraak.BOKMAAL), StandardCharsets.UTF_8);
        assertThat(ut.toString(StandardCharsets.UTF_8)).isEqualTo("[" + ett + "," + ett + "]");
        assertThat(lukket[0]).isFalse();
    }

    @Test
    void thePartsOfAnArrayAreTogetherTheWhole() throws IOException {
        assertThat(iDeler(2, 0)).isEqualTo(iDeler(2));
        assertThat(iDeler(1, 0)).isEqualTo(iDeler(1));
        assertThat(iDeler(1, 3, 2, 0)).isEqualTo(iDeler(6));
        assertThat(iDeler(2, 0, 1, 1)).isEqualTo(iDeler(4));
    }

    /** An array with so many virksomheter in each of its parts. */
    private String iDeler(int... antall) throws IOException {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        VirksomhetInnsyn innsyn = alt(Eksempler.virksomhetMedAlt());
        for (int i = 0; i < antall.length; i++) {
            Del slutt = i == antall.length - 1 ? Del.SISTE : Del.MIDTRE;
            Del del = i == 0 ? Del.FOERSTE : slutt;
            try (Bestandsskriver skriver = representasjon.bestand(ut, antall.length == 1 ? Del.HELE : del)) {
                for (int n = 0; n < antall[i]; n++) {
                    skriver.skriv(innsyn);
                }
            }
        }
        return ut.toString(StandardCharsets.UTF_8);
    }

    @Test
    void linesAreTheDocumentsOneALineInBokmaalAndLeaveTheStreamOpen() throws IOException {
        boolean[] lukket = {false};
        ByteArrayOutputStream ut = new ByteArrayOutputStream() {
            @Override
            public void close() {
                lukket[0] = true;
            }
        };
        VirksomhetInnsyn innsyn = alt(Eksempler.virksomhetMedAlt());
        try (Bestandsskriver skriver = representasjon.linjer(ut)) {
            skriver.skriv(innsyn);
            skriver.skriv(innsyn);
        }
        String ett = new String(representasjon.virksomhet(innsyn, Spraak.BOKMAAL), StandardCharsets.UTF_8);
        assertThat(ut.toString(StandardCharsets.UTF_8)).isEqualTo(ett + "\n" + ett + "\n");
        assertThat(lukket[0]).isFalse();
    }

    @Test
    void noLinesAreOneBlankLine() throws IOException {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        Bestandsskriver skriver = representasjon.linjer(ut);
        skriver.close();
        skriver.close();
        assertThat(ut.toString(StandardCharsets.UTF_8)).isEqualTo("\n");
    }

    @Test
    void whatIsPackedIsUnpackedAgainHasNoTimeInItAndLeavesTheStreamOpen() throws IOException {
        boolean[] lukket = {false};
        for (boolean zip : new boolean[] {true, false}) {
            List<byte[]> filer = new ArrayList<>();
            for (TimeZone sone : List.of(TimeZone.getTimeZone("Pacific/Kiritimati"), TimeZone.getTimeZone("UTC"))) {
                TimeZone forrige = TimeZone.getDefault();
                TimeZone.setDefault(sone);
                ByteArrayOutputStream ut = new ByteArrayOutputStream() {
                    @Override
                    public void close() {
                        lukket[0] = true;
                    }
                };
                try (OutputStream pakket = zip ? representasjon.zip(ut, "register.json") : representasjon.gzip(ut)) {
                    pakket.write("[]".getBytes(StandardCharsets.UTF_8));
                } finally {
                    TimeZone.setDefault(forrige);
                }
                filer.add(ut.toByteArray());
            }
            assertThat(filer.get(0)).isEqualTo(filer.get(1));
            try (InputStream innhold = new Utpakking(new ByteArrayInputStream(filer.get(0)))) {
                assertThat(innhold.readAllBytes()).asString().isEqualTo("[]");
            }
        }
        assertThat(lukket[0]).isFalse();
    }

    @Test
    void closingTwiceEndsTheArrayOnce() throws IOException {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        Bestandsskriver skriver = representasjon.bestand(ut, Del.HELE);
        skriver.close();
        skriver.close();
        assertThat(ut.toString(StandardCharsets.UTF_8)).isEqualTo("[]");
    }

    @Test
    void aVirksomhetThatCouldNotBeWrittenWholeLeavesNoCompleteArray() throws IOException {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        boolean[] harFeilet = {false};
        OutputStream feilerEnGang = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (ut.size() == 10_000 && !harFeilet[0]) {
                    harFeilet[0] = true;
                    throw new IOException("full");
                }
                ut.write(b);
            }
        };
        VirksomhetInnsyn innsyn = alt(Eksempler.virksomhetMedAlt());
        assertThatThrownBy(() -> {
                    try (Bestandsskriver skriver = representasjon.bestand(feilerEnGang, Del.HELE)) {
                        skriver.skriv(innsyn);
                        skriver.skriv(innsyn);
                    }
                })
                .isInstanceOf(IOException.class)
                .hasMessage("full");
        assertThat(ut.toString(StandardCharsets.UTF_8)).doesNotEndWith("]");
    }

    private static RegistreringspliktigVirksomhet medRegisterI(LandAlfa2 land) {
        return medRettighetsinformasjon(new UtenlandskRegister(land, "https://register.example"));
    }

    private static RegistreringspliktigVirksomhet medRettighetsinformasjon(Rettighetsinformasjon informasjon) {
        return Eksempler.virksomhet(
                Eksempler.ORGANISASJONSNUMMER,
                new Registrering(
                        new UUID(0, 1),
                        Registrering.FOERSTE_VERSJON,
                        Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                        TIDSPUNKT,
                        true,
                        Optional.empty(),
                        informasjon,
                        Optional.empty()));
    }

    private String skrevet(RegistreringspliktigVirksomhet virksomhet, Innsynsnivaa nivaa) {
        byte[] json = representasjon.virksomhet(Innsynspolicy.medHistorikk(virksomhet, nivaa), Spraak.BOKMAAL);
        return new String(json, StandardCharsets.UTF_8);
    }

    private static VirksomhetInnsyn alt(RegistreringspliktigVirksomhet virksomhet) {
        return Innsynspolicy.medHistorikk(virksomhet, Innsynsnivaa.ALT);
    }

    private static void skriv(Bestandsskriver skriver, RegistreringspliktigVirksomhet virksomhet) {
        try {
            skriver.skriv(Innsynspolicy.gjeldende(virksomhet, Innsynsnivaa.PERSONER_I_FULL)
                    .orElseThrow());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
