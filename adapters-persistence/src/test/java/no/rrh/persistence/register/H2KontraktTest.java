package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.EndringsloggKontrakt;
import no.rrh.application.port.out.Personindeks;
import no.rrh.application.port.out.PersonindeksKontrakt;
import no.rrh.application.port.out.Tilgangsregister;
import no.rrh.application.port.out.TilgangsregisterKontrakt;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.application.port.out.VirksomhetsregisterKontrakt;
import no.rrh.domain.tilgang.Avtaleendring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class H2KontraktTest {
    @Nested
    class SomVirksomhetsregister extends VirksomhetsregisterKontrakt {
        @TempDir
        private Path mappe;

        private H2Register h2;

        @BeforeEach
        void aapne() {
            h2 = H2Register.aapne(mappe, klokke);
        }

        @AfterEach
        void lukk() {
            h2.close();
        }

        @Override
        protected Virksomhetsregister register() {
            return h2.virksomhetsregister();
        }

        @Override
        protected Endringslogg endringslogg() {
            return h2.endringslogg();
        }
    }

    @Nested
    class SomPersonindeks extends PersonindeksKontrakt {
        @TempDir
        private Path mappe;

        private H2Register h2;

        @BeforeEach
        void aapne() {
            h2 = H2Register.aapne(mappe, klokke);
        }

        @AfterEach
        void lukk() {
            h2.close();
        }

        @Override
        protected Virksomhetsregister register() {
            return h2.virksomhetsregister();
        }

        @Override
        protected Personindeks indeks() {
            return h2.personindeks();
        }
    }

    @Nested
    class SomEndringslogg extends EndringsloggKontrakt {
        @TempDir
        private Path mappe;

        private H2Register h2;

        @BeforeEach
        void aapne() {
            h2 = H2Register.aapne(mappe, klokke);
        }

        @AfterEach
        void lukk() {
            h2.close();
        }

        @Override
        protected Virksomhetsregister register() {
            return h2.virksomhetsregister();
        }

        @Override
        protected Endringslogg endringslogg() {
            return h2.endringslogg();
        }

        @Override
        protected int transaksjonerPerSkriver() {
            return 250;
        }
    }

    @Nested
    class SomTilgangsregister extends TilgangsregisterKontrakt {
        @TempDir
        private Path mappe;

        private H2Register h2;

        @BeforeEach
        void aapne() {
            h2 = H2Register.aapne(mappe, Clock.systemUTC());
        }

        @AfterEach
        void lukk() {
            h2.close();
        }

        @Override
        protected Tilgangsregister register() {
            return h2.tilgangsregister();
        }

        @Test
        void keepsTheChangesOverAStop() {
            keepsEveryChangeAsItWasInItsOrder();
            List<Avtaleendring> foer = register().endringer();
            h2.close();
            h2 = H2Register.aapne(mappe, Clock.systemUTC());
            assertThat(register().endringer()).isEqualTo(foer);
        }
    }
}
