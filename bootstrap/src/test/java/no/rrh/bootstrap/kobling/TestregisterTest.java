package no.rrh.bootstrap.kobling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.ImporterRegister;
import no.rrh.application.port.in.Importvalg;
import no.rrh.application.port.in.MottaUoverensstemmelse;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.application.service.Registerimport;
import no.rrh.application.service.Uoverensstemmelsemottak;
import no.rrh.bootstrap.Testlager;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.Endring;
import no.rrh.domain.registrering.Endringstype;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.http.representasjon.lesing.V1Leser;
import no.rrh.persistence.register.Registerlager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** That a first start of {@code lokal} fills the register once and whole, also where the one before was broken off. */
@ParameterizedClass
@EnumSource(Testlager.class)
class TestregisterTest {
    private static final Clock KLOKKE = Clock.fixed(Instant.parse("2026-11-25T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path mappe;

    @Parameter
    Testlager slag;

    private Registerlager lager;
    private Virksomhetsregister register;
    private ImporterRegister importer;
    private MottaUoverensstemmelse motta;

    @BeforeEach
    void aapne() {
        lager = slag.nytt(mappe).apply(KLOKKE);
        register = lager.virksomhetsregister();
        importer = new Registerimport(new V1Leser(), register, UUID::randomUUID, KLOKKE);
        motta = new Uoverensstemmelsemottak(register, KLOKKE);
    }

    @AfterEach
    void lukk() {
        lager.close();
    }

    private List<NummerertEndring> logg() {
        return lager.endringslogg().etter(0, 10_000);
    }

    private static List<Endring> uten(List<NummerertEndring> logg) {
        return logg.stream().map(NummerertEndring::endring).toList();
    }

    @Test
    void everyTypeOfChangeIsInTheEndringslogg() {
        new Testregister(register, importer, motta).fyllOmTomt();
        assertThat(uten(logg())).extracting(Endring::type).contains(Endringstype.values());
    }

    @Test
    void theNextStartAddsNothing() {
        new Testregister(register, importer, motta).fyllOmTomt();
        List<NummerertEndring> logg = logg();
        new Testregister(register, importer, motta).fyllOmTomt();
        assertThat(logg()).isEqualTo(logg);
    }

    @Test
    void anImportThatWasBrokenOffLeavesNothingAndTheNextStartTakesAllOfIt() {
        Framdrift avbryter = antall -> {
            if (antall == 20) {
                throw new Avbrutt();
            }
        };
        ImporterRegister avbrutt = (fil, valg, framdrift) -> importer.importer(fil, Importvalg.FLETT, avbryter);
        assertThatThrownBy(() -> new Testregister(register, avbrutt, motta).fyllOmTomt())
                .isInstanceOf(Avbrutt.class);
        assertThat(register.erTomt()).isTrue();
        assertThat(logg()).isEmpty();

        new Testregister(register, importer, motta).fyllOmTomt();
        assertThat(uten(logg())).extracting(Endring::type).contains(Endringstype.values());
    }

    @Test
    void theUoverensstemmelseThatTheStartBeforeHadNoTimeForIsAddedOnce() {
        MottaUoverensstemmelse avbrutt = (nummer, beskrivelse, innsender) -> {
            throw new Avbrutt();
        };
        assertThatThrownBy(() -> new Testregister(register, importer, avbrutt).fyllOmTomt())
                .isInstanceOf(Avbrutt.class);
        List<NummerertEndring> foer = logg();

        new Testregister(register, importer, motta).fyllOmTomt();
        new Testregister(register, importer, motta).fyllOmTomt();
        assertThat(logg()).startsWith(foer.toArray(NummerertEndring[]::new)).hasSize(foer.size() + 1);
        assertThat(logg().get(foer.size()).endring().type()).isEqualTo(Endringstype.UOVERENSSTEMMELSE_MOTTATT);
    }

    @Test
    void aRegisterWithSomethingElseInItIsLeftAlone() {
        register.skriv(skriving -> {
            skriving.lagre(Registerfoering.innles(
                    skriving.hent(Eksempler.ORGANISASJONSNUMMER), Eksempler.virksomhetMedAlt(), UUID::randomUUID));
            return null;
        });
        List<NummerertEndring> logg = logg();
        new Testregister(register, importer, motta).fyllOmTomt();
        assertThat(logg()).isEqualTo(logg);
    }

    private static final class Avbrutt extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
