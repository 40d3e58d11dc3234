package no.rrh.application.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import no.rrh.application.port.out.Generasjon;
import no.rrh.application.port.out.MinneRegister;
import no.rrh.application.port.out.StillbarKlokke;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import org.junit.jupiter.api.Test;

class GenerasjonsskifteTest {
    private static final Instant NAA = Instant.parse("2026-11-25T08:00:00.999Z");
    private static final long ETTER_KLOKKEN = 1_795_593_600L * 100_000;

    private final StillbarKlokke klokke = new StillbarKlokke(NAA);
    private final MinneRegister register = new MinneRegister(klokke);

    @Test
    void beginsAboveWhatCanHaveBeenHandedOutByNow() {
        Generasjon ny = skifte(Optional.empty());

        assertThat(ny.etter()).isEqualTo(ETTER_KLOKKEN);
        assertThat(register.generasjoner()).hasSize(2).contains(ny);
        assertThat(ny.etter()).isLessThan(1L << 53);
    }

    @Test
    void beginsAboveTheNumberOfTheNewestFileWhereThatIsHigher() {
        assertThat(skifte(Optional.of(ETTER_KLOKKEN + 7)).etter()).isEqualTo(ETTER_KLOKKEN + 7);
        assertThat(skifte(Optional.of(5L)).etter()).isGreaterThan(ETTER_KLOKKEN + 7);
    }

    @Test
    void twoRestoresOfTheSameBackUpDifferInNameAndInNumbers() {
        MinneRegister annet = new MinneRegister(klokke);
        Generasjon foerst = skifte(Optional.empty());
        klokke.still(NAA.plusSeconds(1));
        Generasjon senere = new Generasjonsskifte(annet, arkiv(Optional.empty()), klokke).begynn();

        assertThat(senere.id()).isNotEqualTo(foerst.id());
        assertThat(senere.etter()).isEqualTo(foerst.etter() + 100_000);
    }

    private Generasjon skifte(Optional<Long> iArkivet) {
        return new Generasjonsskifte(register, arkiv(iArkivet), klokke).begynn();
    }

    private static Totalbestandarkiv arkiv(Optional<Long> nummer) {
        return new Totalbestandarkiv() {
            @Override
            public Optional<Totalbestandfil> siste() {
                return nummer.map(n -> new Totalbestandfil(Path.of("fil.zip"), 1, n, NAA, "00".repeat(32)));
            }

            @Override
            public Totalbestandfil lagre(
                    Set<Totalbestandformat> formater, Innhold innhold, Runnable fortsett, Runnable foerTjeneste) {
                throw new UnsupportedOperationException();
            }
        };
    }
}
