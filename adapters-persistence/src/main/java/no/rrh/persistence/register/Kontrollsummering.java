package no.rrh.persistence.register;

import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import org.jdbi.v3.core.Handle;

/**
 * Works the {@link Kontrollsum} of a register out, from one snapshot and in constant memory. The rows' hashes are summed, so
 * that their order, which databases do not agree on, is of no account.
 */
public final class Kontrollsummering {
    /** The version of the tables that this version reads. */
    public static final String SKJEMA = Skjema.VERSJON;

    private static final String HENT_SISTE = Sql.av("hent_siste");
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);

    private final Lager lager;

    Kontrollsummering(Lager lager) {
        this.lager = lager;
    }

    /**
     * Reads all of the register.
     *
     * @param lest told, page by page, how many rows have been read; what it throws ends the reading and comes out unchanged
     * @throws RegisteretSvarerIkke when it cannot be read
     */
    public Kontrollsum beregn(LongConsumer lest) {
        return lager.iOeyeblikksbilde(handle -> {
            lager.sikre(handle, siste(handle));
            return av(handle, List.of(Registertabell.values()), lest);
        });
    }

    /** Of some of the tables, as the handle's transaction sees them. */
    static Kontrollsum av(Handle handle, List<Registertabell> tabeller, LongConsumer lest) {
        AtomicLong rader = new AtomicLong();
        return new Kontrollsum(
                siste(handle),
                SKJEMA,
                tabeller.stream()
                        .map(tabell -> tabell(handle, tabell, antall -> lest.accept(rader.addAndGet(antall))))
                        .toList());
    }

    private static long siste(Handle handle) {
        return handle.createQuery(HENT_SISTE).mapTo(Long.class).one();
    }

    private static Kontrollsum.Tabell tabell(Handle handle, Registertabell tabell, LongConsumer lest) {
        Radavtrykk avtrykk = new Radavtrykk();
        Teller teller = new Teller();
        tabell.lesAlt(handle, side -> {
            side.forEach(rad -> teller.ta(avtrykk.av(tabell, rad)));
            lest.accept(side.size());
        });
        return new Kontrollsum.Tabell(tabell.navn(), teller.antall, teller.sum());
    }

    private static final class Teller {
        private long antall;
        private BigInteger sum = BigInteger.ZERO;

        void ta(byte[] avtrykk) {
            antall++;
            sum = sum.add(new BigInteger(1, avtrykk));
        }

        String sum() {
            return String.format("%064x", sum.mod(MODULUS));
        }
    }
}
