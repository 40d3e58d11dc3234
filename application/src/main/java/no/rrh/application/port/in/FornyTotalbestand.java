package no.rrh.application.port.in;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Totalbestandfil;

/** Makes the totalbestand that is due, once, however many instances see that it is. */
public interface FornyTotalbestand {
    /**
     * Waits for its turn as {@link LagTotalbestand} does, and then makes one unless there is a newer already.
     *
     * @param forrige the newest when it was seen that one is due
     * @param framdrift is told how many virksomheter have been written
     * @return absent when somebody else had made it
     * @throws CancellationException when {@code framdrift} ended the work with it
     * @throws RegisteretSvarerIkke when the register cannot be read
     * @throws java.io.UncheckedIOException when the file cannot be written
     */
    Optional<Totalbestandfil> forny(Optional<Totalbestandfil> forrige, Framdrift framdrift);
}
