package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.EndringsloggKontrakt;
import no.rrh.application.port.out.Personindeks;
import no.rrh.application.port.out.PersonindeksKontrakt;
import no.rrh.application.port.out.Produksjonsrett;
import no.rrh.application.port.out.ProduksjonsrettKontrakt;
import no.rrh.application.port.out.Tilgangsregister;
import no.rrh.application.port.out.TilgangsregisterKontrakt;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.application.port.out.VirksomhetsregisterKontrakt;
import no.rrh.domain.tilgang.Avtaleendring;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Every contract of what lies in the database, for each kind of database. */
abstract class Registerkontrakter {
    private Registerlager lager;

    /** A register without anything in it. */
    abstract Registerlager nytt(Clock klokke);

    /** The same once more, after it was closed. */
    abstract Registerlager igjen(Clock klokke);

    @AfterEach
    void lukk() {
        lager.close();
    }

    @Nested
    class SomVirksomhetsregister extends VirksomhetsregisterKontrakt {
        @BeforeEach
        void aapne() {
            lager = nytt(klokke);
        }

        @Override
        protected Virksomhetsregister register() {
            return lager.virksomhetsregister();
        }

        @Override
        protected Endringslogg endringslogg() {
            return lager.endringslogg();
        }
    }

    @Nested
    class SomPersonindeks extends PersonindeksKontrakt {
        @BeforeEach
        void aapne() {
            lager = nytt(klokke);
        }

        @Override
        protected Virksomhetsregister register() {
            return lager.virksomhetsregister();
        }

        @Override
        protected Personindeks indeks() {
            return lager.personindeks();
        }
    }

    @Nested
    class SomEndringslogg extends EndringsloggKontrakt {
        @BeforeEach
        void aapne() {
            lager = nytt(klokke);
        }

        @Override
        protected Virksomhetsregister register() {
            return lager.virksomhetsregister();
        }

        @Override
        protected Endringslogg endringslogg() {
            return lager.endringslogg();
        }

        @Override
        protected int transaksjonerPerSkriver() {
            return 250;
        }
    }

    @Nested
    class SomTilgangsregister extends TilgangsregisterKontrakt {
        @BeforeEach
        void aapne() {
            lager = nytt(Clock.systemUTC());
        }

        @Override
        protected Tilgangsregister register() {
            return lager.tilgangsregister();
        }

        @Test
        void keepsTheChangesOverAStop() {
            keepsEveryChangeAsItWasInItsOrder();
            List<Avtaleendring> foer = register().endringer();
            lager.close();
            lager = igjen(Clock.systemUTC());
            assertThat(register().endringer()).isEqualTo(foer);
        }
    }

    @Nested
    class SomProduksjonsrett extends ProduksjonsrettKontrakt {
        @BeforeEach
        void aapne() {
            lager = nytt(Clock.systemUTC());
        }

        @Override
        protected Produksjonsrett instans(Duration leie) {
            return lager.produksjonsrett(leie, nanotid::get);
        }
    }
}
