package no.rrh.application.port.out;

import org.junit.jupiter.api.Nested;

class MinneRegisterTest {
    @Nested
    class SomVirksomhetsregister extends VirksomhetsregisterKontrakt {
        private final MinneRegister register = new MinneRegister(klokke);

        @Override
        protected Virksomhetsregister register() {
            return register;
        }

        @Override
        protected Endringslogg endringslogg() {
            return register;
        }
    }

    @Nested
    class SomPersonindeks extends PersonindeksKontrakt {
        private final MinneRegister register = new MinneRegister(klokke);

        @Override
        protected Virksomhetsregister register() {
            return register;
        }

        @Override
        protected Personindeks indeks() {
            return register;
        }
    }

    @Nested
    class SomEndringslogg extends EndringsloggKontrakt {
        private final MinneRegister register = new MinneRegister(klokke);

        @Override
        protected Virksomhetsregister register() {
            return register;
        }

        @Override
        protected Endringslogg endringslogg() {
            return register;
        }

        @Override
        protected int transaksjonerPerSkriver() {
            return 2_000;
        }
    }
}
