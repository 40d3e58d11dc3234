package no.rrh.application.port.in;

import java.util.concurrent.CancellationException;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Totalbestandfil;

/** Makes a new totalbestand, in every format that is made here, from one consistent snapshot of the register. */
public interface LagTotalbestand {
    /**
     * Complete or absent: after a failure the file that was there is still the newest. One is made at a time. Whoever
     * comes while another is made waits, without holding anything of the register, and then gets one that holds what had
     * been registered when it was asked for.
     *
     * @param framdrift is told how many virksomheter have been written
     * @throws CancellationException when {@code framdrift} ended the work with it
     * @throws RegisteretSvarerIkke when the register cannot be read
     * @throws java.io.UncheckedIOException when the file cannot be written
     */
    Totalbestandfil lag(Framdrift framdrift);
}
