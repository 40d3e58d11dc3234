package no.rrh.application.port.out;

import java.util.Optional;

/**
 * The right to make the totalbestand of a register, which one of its instances has at a time. It lapses when its holder is
 * silent for too long, since that may be dead. Every method throws {@link RegisteretSvarerIkke} when the store does not answer.
 */
public interface Produksjonsrett {
    /** Takes it; absent while another has it. */
    Optional<Rett> ta();

    /** The right, taken. */
    interface Rett extends AutoCloseable {
        /**
         * Tells that its holder is alive. Costs nothing when that has just been told.
         *
         * @throws ErTattOver when it has lapsed, and another has it or has had it
         */
        void hold();

        /** As {@link #hold}, and makes sure of it, however short ago it was told. */
        void bekreft();

        /** Gives it back. */
        @Override
        void close();
    }

    /** Its holder was silent for too long. */
    class ErTattOver extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ErTattOver() {
            super("another instance has taken over the making of the totalbestand");
        }
    }
}
