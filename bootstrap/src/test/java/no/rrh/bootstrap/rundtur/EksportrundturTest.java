package no.rrh.bootstrap.rundtur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import no.rrh.application.port.in.Eksportvalg;
import no.rrh.application.port.in.Eksportvalg.Form;
import no.rrh.application.port.in.Eksportvalg.Pakking;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.Importresultat;
import no.rrh.application.port.in.Importvalg;
import no.rrh.application.service.Registergenerering;
import no.rrh.bootstrap.Testlager;
import no.rrh.domain.Eksempler;
import no.rrh.domain.Vilkaarlig;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon.UtenlandskRegister;
import no.rrh.http.representasjon.V1Representasjon;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A register that is exported and imported is the same register, in whichever store it was and is. */
class EksportrundturTest {
    private static final Instant T1 = Instant.parse("2024-01-01T00:00:00.000Z");
    private static final Instant T2 = Instant.parse("2024-01-02T00:00:00.001Z");

    /** One form into each store, so that a register of either comes into both. */
    private static final Map<Form, Testlager> INN_I = Map.of(Form.JSON, Testlager.H2, Form.JSONL, Testlager.POSTGRES);

    /** The register under way has been merged from two files, so that it has what one file alone cannot make. */
    @Property(tries = 8, shrinking = ShrinkingMode.OFF)
    void anArbitraryRegisterComesBackToTheLastByteInEveryForm(
            @ForAll("registre") List<RegistreringspliktigVirksomhet> foerste,
            @ForAll("registre") List<RegistreringspliktigVirksomhet> andre) {
        for (Testlager lager : Testlager.values()) {
            try (Register register = new Register(lager)) {
                register.les(foerste);
                register.les(flettet(foerste, andre));
                for (Form form : Form.values()) {
                    for (Pakking pakking : Pakking.values()) {
                        byte[] fil = register.eksporter(form, pakking);
                        assertThat(register.importer(fil, Importvalg.FLETT))
                                .as("into itself")
                                .extracting(Importresultat::endringer)
                                .isEqualTo(0L);
                    }
                }
                assertComesBack(register);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Testlager.class)
    void aGeneratedRegisterComesBack(Testlager lager) {
        ByteArrayOutputStream fil = new ByteArrayOutputStream();
        new Registergenerering(new V1Representasjon())
                .generer(1_500, 5, fil, new Eksportvalg(Form.JSONL, Pakking.INGEN), Framdrift.INGEN);
        try (Register register = new Register(lager)) {
            assertThat(register.importer(fil.toByteArray(), Importvalg.FLETT).virksomheter())
                    .isEqualTo(1_500);
            assertThat(register.somLinjer().equals(fil.toString(StandardCharsets.UTF_8)))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Testlager.class)
    void anEmptyRegisterComesBack(Testlager lager) {
        try (Register register = new Register(lager)) {
            assertThat(register.somLinjer()).isEqualTo("\n");
            assertComesBack(register);
        }
    }

    @ParameterizedTest
    @EnumSource(Testlager.class)
    void whatIsRareComesBackToo(Testlager lager) {
        RegistreringspliktigVirksomhet slettetUtenSletting = new RegistreringspliktigVirksomhet(
                Eksempler.organisasjonsnummer(1),
                T1,
                Optional.of(T2),
                List.of(Eksempler.registrering(new UUID(1, 1), T1, false)));
        RegistreringspliktigVirksomhet samtidige = Eksempler.virksomhet(
                Eksempler.organisasjonsnummer(2),
                Eksempler.registrering(new UUID(2, 3), T1, false),
                Eksempler.registrering(new UUID(-2, 1), T1, true),
                Eksempler.slettingsregistrering(new UUID(2, 2), T1),
                Eksempler.ikkeMeldtRegistrering(new UUID(2, 4), T1, false));
        RegistreringspliktigVirksomhet ukjentLand = Eksempler.virksomhet(
                Eksempler.organisasjonsnummer(3),
                med(new UtenlandskRegister(new LandAlfa2("QX", Optional.of("Ingen \"steds\" \u2028")), "x"), 31),
                med(new UtenlandskRegister(LandAlfa2.av("QX"), "x"), 32));
        RegistreringspliktigVirksomhet uavklart = Eksempler.virksomhet(
                Eksempler.organisasjonsnummer(4), Eksempler.registrering(new UUID(4, 1), T1, false));
        try (Register register = new Register(lager)) {
            register.les(List.of(
                    slettetUtenSletting,
                    samtidige,
                    ukjentLand,
                    uavklart,
                    Eksempler.virksomhetMedAlt(),
                    Eksempler.slettet(Eksempler.organisasjonsnummer(5), T1, T2),
                    Eksempler.ikkeMeldt(Eksempler.organisasjonsnummer(6), T1)));
            assertComesBack(register);
        }
    }

    /** The registration that told of the deletion is then said to be something else. */
    @ParameterizedTest
    @EnumSource(Testlager.class)
    void aDeletionThatWasAlteredComesBack(Testlager lager) {
        UUID id = new UUID(1, 2);
        try (Register register = new Register(lager)) {
            register.les(List.of(slettet(Eksempler.slettingsregistrering(id, T2))));
            register.les(List.of(slettet(Eksempler.registrering(id, T2, false))));
            assertComesBack(register);
        }
    }

    @ParameterizedTest
    @EnumSource(Testlager.class)
    void timesBeyondMillisecondsAreRefusedAndZerosAreNot(Testlager lager) {
        String linje = "{\"organisasjonsnummer\":\"314208641\","
                + "\"foerstRegistrertIRegisterOverReelleRettighetshavere\":\"2024-09-26T10:22:02.634000Z\","
                + "\"registreringer\":[{\"registreringsid\":\"0198c614-dfcc-4e65-bc96-4fdaf2c2c22b\","
                + "\"registreringsstatus\":{\"kode\":\"registreringsstatus.rettighetsinformasjonErRegistrert\"},"
                + "\"registrert\":\"2024-10-08T15:11:28.95+02:00\",\"erGjeldendeRegistrering\":true,"
                + "\"reelleRettighetshavere\":[]}]}";
        try (Register register = new Register(lager)) {
            register.importer(linje.getBytes(StandardCharsets.UTF_8), Importvalg.FLETT);
            assertThat(register.somLinjer())
                    .contains("\"2024-09-26T10:22:02.634Z\"", "\"registrert\":\"2024-10-08T13:11:28.950Z\"");
            assertThat(register.importer(linje.getBytes(StandardCharsets.UTF_8), Importvalg.FLETT)
                            .endringer())
                    .isZero();
            assertComesBack(register);
        }
    }

    /** What others read the files with. */
    @ParameterizedTest
    @EnumSource(Testlager.class)
    void theJdkFindsTheSameJsonInEveryPackingAndTheOneNameInTheZip(Testlager lager) throws IOException {
        try (Register register = new Register(lager)) {
            register.les(List.of(Eksempler.virksomhetMedAlt(), Eksempler.meldt(Eksempler.organisasjonsnummer(1), T1)));
            for (Form form : Form.values()) {
                byte[] json = register.eksporter(form, Pakking.INGEN);
                try (GZIPInputStream gz =
                        new GZIPInputStream(new ByteArrayInputStream(register.eksporter(form, Pakking.GZIP)))) {
                    assertThat(gz.readAllBytes()).isEqualTo(json);
                }
                try (ZipInputStream zip =
                        new ZipInputStream(new ByteArrayInputStream(register.eksporter(form, Pakking.ZIP)))) {
                    ZipEntry oppfoering = zip.getNextEntry();
                    assertThat(oppfoering.getName()).isEqualTo(form == Form.JSON ? "register.json" : "register.jsonl");
                    assertThat(oppfoering.getTimeLocal()).isEqualTo("1980-02-01T00:00:00");
                    assertThat(zip.readAllBytes()).isEqualTo(json);
                    assertThat(zip.getNextEntry()).isNull();
                }
            }
        }
    }

    private static void assertComesBack(Register register) {
        for (Form form : Form.values()) {
            try (Register nytt = new Register(INN_I.get(form))) {
                byte[] fil = register.eksporter(form, Pakking.ZIP);
                nytt.importer(fil, Importvalg.FLETT);
                assertThat(nytt.eksporter(form, Pakking.ZIP)).isEqualTo(fil);
                for (Pakking pakking : Pakking.values()) {
                    assertThat(nytt.eksporter(form, pakking))
                            .as("%s %s", form, pakking)
                            .isEqualTo(register.eksporter(form, pakking));
                }
                assertThat(nytt.somLinjer()).isEqualTo(register.somLinjer());
                assertThat(nytt.importer(fil, Importvalg.FLETT).endringer()).isZero();
                assertThat(register.importer(fil, Importvalg.FLETT).endringer()).isZero();
                if (!register.somLinjer().isBlank()) {
                    assertThat(register.importer(fil, Importvalg.ERSTATT).endringer())
                            .isZero();
                }
            }
        }
    }

    /** The second file as it is, and of the first the virksomheter once more, with the registrations of the second. */
    private static List<RegistreringspliktigVirksomhet> flettet(
            List<RegistreringspliktigVirksomhet> foerste, List<RegistreringspliktigVirksomhet> andre) {
        List<RegistreringspliktigVirksomhet> alle = new ArrayList<>(andre);
        for (int i = 0; i < Math.min(foerste.size(), andre.size()); i++) {
            RegistreringspliktigVirksomhet kjent = foerste.get(i);
            RegistreringspliktigVirksomhet innhold = andre.get(i);
            List<Registrering> endrede = new ArrayList<>();
            for (int r = 0;
                    r
                            < Math.min(
                                    kjent.registreringer().size(),
                                    innhold.registreringer().size());
                    r++) {
                endrede.add(medId(
                        kjent.registreringer().get(r).registreringsid(),
                        innhold.registreringer().get(r)));
            }
            if (endrede.stream().noneMatch(r -> r.erSletting() && erGjeldende(kjent, r))) {
                alle.add(new RegistreringspliktigVirksomhet(
                        kjent.organisasjonsnummer(), innhold.foerstRegistrert(), innhold.slettet(), endrede));
            }
        }
        return alle;
    }

    private static boolean erGjeldende(RegistreringspliktigVirksomhet virksomhet, Registrering registrering) {
        return virksomhet
                .registrering(registrering.registreringsid())
                .filter(Registrering::erGjeldende)
                .isPresent();
    }

    private static Registrering medId(UUID id, Registrering r) {
        return new Registrering(
                id,
                r.versjon(),
                r.registreringsstatus(),
                r.registrert(),
                r.erGjeldende(),
                r.reelleRettighetshaverestatus(),
                r.rettighetsinformasjon(),
                r.uoverensstemmelse());
    }

    private static RegistreringspliktigVirksomhet slettet(Registrering registrering) {
        return new RegistreringspliktigVirksomhet(
                Eksempler.organisasjonsnummer(1), T1, Optional.of(T2), List.of(registrering));
    }

    private static Registrering med(UtenlandskRegister register, int id) {
        return new Registrering(
                new UUID(3, id),
                Registrering.FOERSTE_VERSJON,
                Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                T1,
                false,
                Optional.empty(),
                register,
                Optional.empty());
    }

    @Provide
    Arbitrary<List<RegistreringspliktigVirksomhet>> registre() {
        return Vilkaarlig.virksomheter().list().ofMinSize(1).ofMaxSize(8);
    }
}
