package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.rrh.domain.Eksempler;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The index of persons from one opening of the register to the next: its key, and when it is made anew. */
class PersonindeksTest {
    private static final Clock KLOKKE = Clock.systemUTC();
    private static final Foedselsnummer PERSON =
            Eksempler.ALMINNELIG.foedselsEllerDNummer().orElseThrow();

    @TempDir
    private Path mappe;

    private final List<Organisasjonsnummer> virksomheter = new ArrayList<>();

    @BeforeEach
    void registrer() {
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            for (int i = 0; i < 5; i++) {
                RegistreringspliktigVirksomhet virksomhet =
                        Eksempler.meldt(Eksempler.organisasjonsnummer(i), Eksempler.REGISTRERT);
                h2.virksomhetsregister().skriv(skriving -> {
                    skriving.lagre(Registerfoering.innles(Optional.empty(), virksomhet, UUID::randomUUID));
                    return null;
                });
                virksomheter.add(virksomhet.organisasjonsnummer());
            }
        }
    }

    @Test
    void isThereAtTheNextOpeningAndNotMadeAnew() throws Exception {
        List<UUID> rader = rader();
        assertThat(funnet()).isEqualTo(virksomheter);
        assertThat(rader()).isEqualTo(rader);
    }

    @Test
    void isMadeForARegisterOfAVersionThatHadNone() throws SQLException {
        sql("drop table person_virksomhet");
        sql("drop table personindeks");
        sql("drop table generasjon");
        sql("drop index endring_tidspunkt");
        sql("drop table tilgangsendring");
        sql("drop table person_tidligere");
        sql("delete from \"flyway_schema_history\" where \"version\" >= '002'");

        assertThat(funnet()).isEqualTo(virksomheter);
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            assertThat(h2.endringslogg().generasjoner()).hasSize(1);
        }
    }

    /** Who stood in a version that has been replaced: found by the history, not by the search, also when made anew. */
    @Test
    void whoStoodInAnEarlierVersionIsFoundByTheHistoryAlone() throws Exception {
        Organisasjonsnummer nummer = virksomheter.get(2);
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            h2.virksomhetsregister().skriv(skriving -> {
                RegistreringspliktigVirksomhet foer = skriving.hent(nummer).orElseThrow();
                skriving.lagre(Registerfoering.innles(Optional.of(foer), utenPersoner(foer), UUID::randomUUID));
                return null;
            });
        }
        for (int i = 0; i < 2; i++) {
            try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
                assertThat(h2.personindeks().virksomheter(PERSON, Optional.empty(), 100))
                        .doesNotContain(nummer)
                        .hasSize(4);
                assertThat(h2.personhistorikk().virksomheterNoengang(PERSON)).isEqualTo(virksomheter);
                assertThat(h2.personhistorikk().versjoner(nummer))
                        .extracting(
                                Registrering::versjon,
                                versjon -> versjon.personer().contains(PERSON))
                        .containsExactlyInAnyOrder(tuple(1, true), tuple(2, false));
                assertThat(h2.personhistorikk().versjoner(Eksempler.organisasjonsnummer(99)))
                        .isEmpty();
            }
            Files.delete(noekkel());
        }
    }

    private static RegistreringspliktigVirksomhet utenPersoner(RegistreringspliktigVirksomhet foer) {
        return new RegistreringspliktigVirksomhet(
                foer.organisasjonsnummer(),
                foer.foerstRegistrert(),
                foer.slettet(),
                foer.registreringer().stream()
                        .map(registrering -> new Registrering(
                                registrering.registreringsid(),
                                registrering.versjon(),
                                registrering.registreringsstatus(),
                                registrering.registrert(),
                                registrering.erGjeldende(),
                                registrering.reelleRettighetshaverestatus(),
                                new Rettighetshavere(List.of()),
                                registrering.uoverensstemmelse()))
                        .toList());
    }

    @Test
    void isMadeAnewWhenItsMakingWasBrokenOff() throws SQLException {
        sql("delete from personindeks");
        sql("delete from person_virksomhet where organisasjonsnummer = "
                + virksomheter.get(0).verdi());

        assertThat(funnet()).isEqualTo(virksomheter);
    }

    @Test
    void isMadeAnewUnderANewKeyWhenTheOldOneIsGone() throws Exception {
        List<UUID> rader = rader();
        Files.delete(noekkel());

        assertThat(funnet()).isEqualTo(virksomheter);
        assertThat(rader()).hasSameSizeAs(rader).doesNotContainAnyElementsOf(rader);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "ikke en nøkkel", "00", "ZZ00000000000000000000000000000000000000000000000000000000000000"})
    void anUnreadableKeyIsRefusedAndLeftAsItIs(String innhold) throws IOException {
        Files.writeString(noekkel(), innhold);
        byte[] foer = Files.readAllBytes(mappe.resolve("rrh.mv.db"));

        assertThatThrownBy(() -> H2Register.aapne(mappe, KLOKKE))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("64 heksadesimale sifre")
                .hasMessageNotContaining("Z00");
        assertThat(noekkel()).hasContent(innhold);
        assertThat(Files.readAllBytes(mappe.resolve("rrh.mv.db"))).isEqualTo(foer);
    }

    @Test
    void theSamePersonStandsOtherwiseInAnotherRegister(@TempDir Path annen) throws Exception {
        try (H2Register h2 = H2Register.aapne(annen, KLOKKE)) {
            h2.virksomhetsregister().skriv(skriving -> {
                skriving.lagre(Registerfoering.innles(
                        Optional.empty(),
                        Eksempler.meldt(virksomheter.get(0), Eksempler.REGISTRERT),
                        UUID::randomUUID));
                return null;
            });
        }
        assertThat(rader(annen)).hasSize(1).doesNotContainAnyElementsOf(rader());
    }

    private Path noekkel() {
        return mappe.resolve("soekenoekkel");
    }

    private List<Organisasjonsnummer> funnet() {
        try (H2Register h2 = H2Register.aapne(mappe, KLOKKE)) {
            return h2.personindeks().virksomheter(PERSON, Optional.empty(), 100);
        }
    }

    private List<UUID> rader() throws SQLException {
        return rader(mappe);
    }

    private static List<UUID> rader(Path mappe) throws SQLException {
        try (Connection tilkobling = koble(mappe);
                Statement spoerring = tilkobling.createStatement();
                ResultSet svar = spoerring.executeQuery(
                        "select person from person_virksomhet order by organisasjonsnummer, person")) {
            List<UUID> rader = new ArrayList<>();
            while (svar.next()) {
                rader.add(svar.getObject(1, UUID.class));
            }
            return rader;
        }
    }

    private void sql(String setning) throws SQLException {
        try (Connection tilkobling = koble(mappe);
                Statement utfoering = tilkobling.createStatement()) {
            utfoering.execute(setning);
        }
    }

    /** H2 alone writes to the file when it closes it, and the seal knows nothing of that. */
    private static Connection koble(Path mappe) throws SQLException {
        mappe.resolve("rrh.segl").toFile().delete();
        return DriverManager.getConnection("jdbc:h2:" + mappe.resolve("rrh"), "rrh", "");
    }
}
