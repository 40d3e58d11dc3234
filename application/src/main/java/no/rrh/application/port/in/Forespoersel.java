package no.rrh.application.port.in;

import java.util.function.Consumer;
import java.util.function.Supplier;
import no.rrh.domain.feil.UgyldigVerdi;

/**
 * What was asked for, nothing of it judged yet, so that every refusal of a use case comes in the order of the contract:
 * access, format, value, absence.
 *
 * @param formatFinnes whether the caller accepts a representation that exists
 * @param verdi reads what was asked for from what the caller wrote; throws {@link UgyldigVerdi} when that is not well formed
 */
public record Forespoersel<T>(boolean formatFinnes, Supplier<T> verdi) {
    /**
     * What was asked for, once access has been given.
     *
     * @throws UkjentFormat when the caller accepts no representation that exists
     * @throws UgyldigVerdi when it is not well formed
     */
    public T lest() {
        if (!formatFinnes) {
            throw new UkjentFormat();
        }
        return verdi.get();
    }

    /** Tells what was asked for before access has been given, where it is well formed: a refused call is about it too. */
    public void hvisLesbar(Consumer<? super T> mottaker) {
        T lest;
        try {
            lest = verdi.get();
        } catch (UgyldigVerdi uleselig) {
            return;
        }
        mottaker.accept(lest);
    }
}
