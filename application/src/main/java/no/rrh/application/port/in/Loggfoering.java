package no.rrh.application.port.in;

import java.util.List;
import java.util.UUID;
import no.rrh.application.port.out.Generasjon;
import no.rrh.domain.registrering.NummerertEndring;

/**
 * A change, as it is handed out.
 *
 * @param generasjon the generation of the endringslogg in which it was numbered. A register that is brought back from a
 *     back-up begins a new one: changes that were handed out after the back-up was taken are not in it
 */
public record Loggfoering(NummerertEndring endring, UUID generasjon) {
    /**
     * The change with the generation that it belongs to.
     *
     * @param generasjoner oldest first, read no earlier than the change
     */
    public static Loggfoering av(NummerertEndring endring, List<Generasjon> generasjoner) {
        Generasjon dens = generasjoner.get(0);
        for (Generasjon generasjon : generasjoner) {
            if (generasjon.etter() < endring.sekvensnummer()) {
                dens = generasjon;
            }
        }
        return new Loggfoering(endring, dens.id());
    }
}
