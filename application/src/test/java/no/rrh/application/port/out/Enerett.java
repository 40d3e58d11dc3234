package no.rrh.application.port.out;

import java.util.Optional;

/** The right to make the totalbestand where there is one instance, which always has it. */
public final class Enerett implements Produksjonsrett {
    @Override
    public Optional<Rett> ta() {
        return Optional.of(new Rett() {
            @Override
            public void hold() {
                // nobody could take it
            }

            @Override
            public void bekreft() {
                // nobody could take it
            }

            @Override
            public void close() {
                // nobody waits for it
            }
        });
    }
}
