package no.rrh.bootstrap.rundtur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import no.rrh.application.port.in.Eksportvalg.Form;
import no.rrh.application.port.in.Eksportvalg.Pakking;
import no.rrh.application.port.in.Importresultat;
import no.rrh.application.port.in.Importvalg;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.bootstrap.Testlager;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.NummerertEndring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An import from the bytes of the file to the database, and files whose parts point at each other. */
@ParameterizedClass
@EnumSource(Testlager.class)
class ImportTest {
    private static final String A = "310274682";
    private static final String B = "314208641";
    private static final String FOERST = "2024-01-01T00:00:00.000Z";

    private final Testlager lager;
    private final Register register;

    ImportTest(Testlager lager) {
        this.lager = lager;
        this.register = new Register(lager);
    }

    @AfterEach
    void lukk() {
        register.close();
    }

    /** Who owns whom is data, and what is in a circle there is in a circle here. */
    @Test
    void virksomheterThatOwnThemselvesOrEachOtherAreLetIn() {
        String fil = linje(A, 1, FOERST, eier(A))
                + linje(B, 2, FOERST, eier("313513408"))
                + linje("313513408", 3, FOERST, eier(B));
        assertThat(flett(fil)).isEqualTo(new Importresultat(3, 3, 0));
        assertThat(flett(fil)).isEqualTo(new Importresultat(3, 0, 0));
        assertThat(register.somLinjer()).contains("{\"norskVirksomhet\":{\"organisasjonsnummer\":\"310274682\"}}");
    }

    /** As if they had come in two files, one after the other. */
    @Test
    void twoRecordsOfOneVirksomhetAreMergedInTheirOrder() {
        String fil = linje(A, 1, FOERST, "") + linje(B, 2, FOERST, "") + linje(A, 3, FOERST, "");
        assertThat(flett(fil)).isEqualTo(new Importresultat(3, 3, 0));
        assertThat(register.somLinjer().lines().findFirst().orElseThrow())
                .containsSubsequence("000000000003", "\"erGjeldendeRegistrering\":true", "000000000001", "false");
        assertThat(flett(fil)).isEqualTo(new Importresultat(3, 0, 0));
        assertThat(register.importer(bytes(fil), Importvalg.ERSTATT)).isEqualTo(new Importresultat(3, 0, 0));
    }

    /** Where two records contradict each other, the last one is right, and each import finds it so anew. */
    @Test
    void ofTwoRecordsThatContradictEachOtherTheLastOnePrevails() {
        String fil = linje(A, 1, FOERST, "") + linje(A, 1, "2024-02-02T00:00:00.000Z", "");
        assertThat(flett(fil).endringer()).isEqualTo(2);
        assertThat(register.somLinjer())
                .contains("\"foerstRegistrertIRegisterOverReelleRettighetshavere\":\"2024-02-02T00:00:00.000Z\"");
        assertThat(flett(fil).endringer()).isEqualTo(2);
    }

    @Test
    void aRegistreringsidOfTwoVirksomheterIsAnErrorOfTheSecondAndNothingIsImported() {
        assertThatThrownBy(() -> flett(linje(A, 1, FOERST, "") + linje(B, 1, FOERST, "")))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessage("linje 2, kolonne 1, organisasjonsnummer 314208641: registreringsid"
                        + " 00000000-0000-4000-8000-000000000001 tilhører allerede en annen virksomhet");
        assertThat(register.somLinjer()).isBlank();
        flett(linje(A, 1, FOERST, ""));
        assertThatThrownBy(() -> flett(linje(B, 1, FOERST, ""))).isExactlyInstanceOf(Lesefeil.class);
    }

    @Test
    void aRegistreringsidTwiceInOneVirksomhetIsAnError() {
        String to = linje(A, 1, FOERST, "")
                .replaceFirst("\\[(\\{\"registreringsid.*})]}", "[$1,$1]}")
                .replaceFirst("\"erGjeldendeRegistrering\":true", "\"erGjeldendeRegistrering\":false");
        assertThatThrownBy(() -> flett(to))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessage("linje 1, kolonne 1, organisasjonsnummer 310274682: registreringsid"
                        + " 00000000-0000-4000-8000-000000000001 står to ganger");
    }

    @Test
    void replacingDeletesTheRestInTheSameTransactionWithOneChangeEach() {
        register.les(List.of(
                Eksempler.meldt(Eksempler.organisasjonsnummer(1), Eksempler.REGISTRERT),
                Eksempler.ikkeMeldt(Eksempler.organisasjonsnummer(2), Eksempler.REGISTRERT),
                Eksempler.slettet(Eksempler.organisasjonsnummer(3), Eksempler.REGISTRERT, Eksempler.REGISTRERT)));
        long foer = register.lager.endringslogg().siste();
        assertThat(register.importer(bytes(linje(A, 1, FOERST, "")), Importvalg.ERSTATT))
                .isEqualTo(new Importresultat(1, 3, 2));
        assertThat(register.lager.endringslogg().etter(foer, 10))
                .extracting(NummerertEndring::endring)
                .extracting(e -> e.type().verdi() + " " + e.organisasjonsnummer())
                .containsExactly(
                        "registrert " + A,
                        "slettet " + Eksempler.organisasjonsnummer(1),
                        "slettet " + Eksempler.organisasjonsnummer(2));
        assertThat(register.somLinjer().lines())
                .hasSize(4)
                .filteredOn(linje -> linje.contains("slettetIRegister"))
                .hasSize(3);
        assertThat(register.importer(bytes(linje(A, 1, FOERST, "")), Importvalg.ERSTATT))
                .isEqualTo(new Importresultat(1, 0, 0));
    }

    @Test
    void aListenerThatBreaksOffChangesNothing() {
        register.les(List.of(Eksempler.meldt(Eksempler.organisasjonsnummer(1), Eksempler.REGISTRERT)));
        byte[] foer = register.eksporter(Form.JSON, Pakking.INGEN);
        IllegalStateException avbrutt = new IllegalStateException("avbrutt");
        for (long ved : new long[] {1, 2, 3}) {
            List<Long> sett = new ArrayList<>();
            assertThatThrownBy(() -> register.importer(
                            bytes(linje(A, 1, FOERST, "") + linje(B, 2, FOERST, "")), Importvalg.ERSTATT, antall -> {
                                sett.add(antall);
                                if (antall == ved) {
                                    throw avbrutt;
                                }
                            }))
                    .isSameAs(avbrutt);
            assertThat(sett).endsWith(ved).containsOnlyOnce(ved);
            assertThat(register.eksporter(Form.JSON, Pakking.INGEN)).isEqualTo(foer);
        }
        assertThat(register.lager.endringslogg().siste()).isEqualTo(1);
    }

    /** The checksum stands last, when every record has been read and written. */
    @Test
    void aPackedFileThatIsWrongAtItsVeryEndChangesNothing() {
        register.les(List.of(Eksempler.virksomhetMedAlt()));
        byte[] zip = register.eksporter(Form.JSONL, Pakking.ZIP);
        byte[] gzip = register.eksporter(Form.JSON, Pakking.GZIP);
        try (Register tomt = new Register(lager)) {
            for (byte[] fil : List.of(avkortet(zip), avkortet(gzip))) {
                assertThatThrownBy(() -> tomt.importer(fil, Importvalg.ERSTATT))
                        .isExactlyInstanceOf(Lesefeil.class)
                        .hasMessageContaining("-filen er avkortet: den slutter før innholdet");
                assertThat(tomt.lager.virksomhetsregister().erTomt()).isTrue();
            }
        }
    }

    private Importresultat flett(String fil) {
        return register.importer(bytes(fil), Importvalg.FLETT);
    }

    private static byte[] bytes(String fil) {
        return fil.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] avkortet(byte[] fil) {
        return Arrays.copyOf(fil, fil.length - 1);
    }

    private static String linje(String nummer, int id, String foerst, String rettighetshaver) {
        return "{\"organisasjonsnummer\":\"" + nummer
                + "\",\"foerstRegistrertIRegisterOverReelleRettighetshavere\":\"" + foerst
                + "\",\"registreringer\":[{\"registreringsid\":\"00000000-0000-4000-8000-00000000000" + id
                + "\",\"registreringsstatus\":{\"kode\":\"registreringsstatus.rettighetsinformasjonErRegistrert\"},"
                + "\"registrert\":\"2024-10-08T13:11:28.95" + id + "Z\",\"erGjeldendeRegistrering\":true,"
                + "\"reelleRettighetshavere\":[" + rettighetshaver + "]}]}\n";
    }

    private static String eier(String gjennom) {
        return "{\"utenlandskPerson\":{\"foedselsaar\":\"1961\",\"bostedsland\":{\"landkode\":\"XUK\"},"
                + "\"statsborgerskap\":[]},\"erUnntattFraInnsyn\":false,\"foerstRegistrert\":\"2024-10-08T13:11:28.657Z\","
                + "\"endret\":\"2024-10-08T13:11:28.657Z\",\"posisjoner\":[{\"posisjonstype\":"
                + "{\"kode\":\"posisjonstype.eierskap\"},\"grunnlagstyper\":[{\"kode\":\"grunnlagstype.indirekte\"}],"
                + "\"mellomliggendeVirksomheter\":[{\"norskVirksomhet\":{\"organisasjonsnummer\":\"" + gjennom
                + "\"}}]}]}";
    }
}
