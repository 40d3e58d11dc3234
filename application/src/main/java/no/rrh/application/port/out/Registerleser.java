package no.rrh.application.port.out;

import java.io.InputStream;
import java.util.function.Consumer;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/** The v1 representation, as it is read from an import file. */
public interface Registerleser {
    /**
     * Reads a JSON array of virksomheter as a stream, one at a time.
     *
     * @param mottaker what of the domain's refusals it throws comes out as a {@link Lesefeil} of that record
     * @throws Lesefeil at the first record that is wrong
     */
    void les(InputStream fil, Consumer<RegistreringspliktigVirksomhet> mottaker);
}
