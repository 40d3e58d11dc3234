package no.rrh.application.port.out;

import java.io.InputStream;
import java.util.List;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/** The v1 representation, as it is read from an import file. */
public interface Registerleser {
    /**
     * Reads virksomheter as a stream, some at a time, whatever of these the content shows the file to be: a JSON array, or
     * JSON Lines with one virksomhet a line; as it is, as gzip, or as a ZIP with that one file in it. When this returns,
     * the whole file has been read and the checksums of its packing are right.
     *
     * @param fil is left open
     * @param mottaker what of the domain's refusals it throws comes out as a {@link Lesefeil} of that record
     * @throws Lesefeil at the first record that is wrong, or when the file as a whole is
     */
    void les(InputStream fil, Mottaker mottaker);

    /** Takes what is read. */
    @FunctionalInterface
    interface Mottaker {
        /** Takes the next one. */
        void ta(RegistreringspliktigVirksomhet virksomhet);

        /** Told of some that are to come, in this order, before the first of them does. */
        default void ventes(List<RegistreringspliktigVirksomhet> neste) {}
    }
}
