package no.rrh.persistence.register;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import no.rrh.application.port.out.Produksjonsrett;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The right to make the totalbestand, as a lease in the database and by its clock. */
final class Sqlproduksjonsrett implements Produksjonsrett {
    private static final Logger LOG = LoggerFactory.getLogger(Sqlproduksjonsrett.class);
    private static final String TA = Sql.av("ta_produksjon");
    private static final String HOLD = Sql.av("hold_produksjon");
    private static final String SLIPP = Sql.av("slipp_produksjon");
    private static final String FRIGI = Sql.av("frigi_produksjon");

    /** It is told so many times in the time of the lease that its holder is alive. */
    private static final int GANGER = 3;

    private final Lager lager;
    private final Duration leie;
    private final LongSupplier nanotid;

    /**
     * The right of one register.
     *
     * @param leie how long its holder may be silent
     * @param nanotid a clock that never goes back, in nanoseconds
     */
    Sqlproduksjonsrett(Lager lager, Duration leie, LongSupplier nanotid) {
        this.lager = lager;
        this.leie = leie;
        this.nanotid = nanotid;
    }

    /** Takes it from whoever had it: for a store that no other process has, so that whoever it was is gone. */
    static void frigi(Lager lager) {
        lager.slaaOpp(handle -> handle.createUpdate(FRIGI).execute());
    }

    @Override
    public Optional<Rett> ta() {
        // a name of its own for each time, so that one who was passed over meanwhile cannot go on
        UUID eier = UUID.randomUUID();
        long naa = nanotid.getAsLong();
        return endre(TA, eier) ? Optional.of(new Tatt(eier, naa)) : Optional.empty();
    }

    private boolean endre(String sql, UUID eier) {
        return lager.slaaOpp(handle -> handle.createUpdate(sql)
                        .bind("eier", eier)
                        .bind("ms", Math.toIntExact(leie.toMillis()))
                        .execute()
                == 1);
    }

    private final class Tatt implements Rett {
        private final UUID eier;
        private long sagt;

        Tatt(UUID eier, long sagt) {
            this.eier = eier;
            this.sagt = sagt;
        }

        @Override
        public void hold() {
            long siden = nanotid.getAsLong() - sagt;
            if (siden < leie.toNanos() / GANGER) {
                return;
            }
            try {
                bekreft();
            } catch (RegisteretSvarerIkke e) {
                // nobody else can have it yet
                if (siden >= leie.toNanos()) {
                    throw e;
                }
            }
        }

        @Override
        public void bekreft() {
            long naa = nanotid.getAsLong();
            if (!endre(HOLD, eier)) {
                throw new ErTattOver();
            }
            sagt = naa;
        }

        @Override
        public void close() {
            try {
                lager.slaaOpp(
                        handle -> handle.createUpdate(SLIPP).bind("eier", eier).execute());
            } catch (RegisteretSvarerIkke e) {
                LOG.warn("The right to make the totalbestand could not be given back; it lapses after {}", leie, e);
            }
        }
    }
}
