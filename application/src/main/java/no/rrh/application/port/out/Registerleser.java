package no.rrh.application.port.out;

import java.io.InputStream;
import java.util.function.Consumer;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/** The v1 representation, as it is read from an import file. */
public interface Registerleser {
    /**
     * Reads virksomheter as a stream, one at a time, whatever of these the content shows the file to be: a JSON array, or
     * JSON Lines with one virksomhet a line; as it is, as gzip, or as a ZIP with that one file in it. When this returns,
     * the whole file has been read and the checksums of its packing are right.
     *
     * @param fil is left open
     * @param mottaker what of the domain's refusals it throws comes out as a {@link Lesefeil} of that record
     * @throws Lesefeil at the first record that is wrong, or when the file as a whole is
     */
    void les(InputStream fil, Consumer<RegistreringspliktigVirksomhet> mottaker);
}
