package no.rrh.persistence.register;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import no.rrh.application.port.out.Endringslogg;
import no.rrh.application.port.out.Personhistorikk;
import no.rrh.application.port.out.Personindeks;
import no.rrh.application.port.out.Produksjonsrett;
import no.rrh.application.port.out.Replikastatus;
import no.rrh.application.port.out.Tilgangsregister;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.innsyn.Pseudonymisering;

/** The store of a register, open: every port that lies in the one database. */
public abstract sealed class Registerlager implements AutoCloseable permits H2Register, Postgresregister {
    private final Sqlporter porter;

    Registerlager(Sqlporter porter) {
        this.porter = porter;
    }

    /** The register itself. */
    public final Virksomhetsregister virksomhetsregister() {
        return porter.register();
    }

    /** The endringslogg of the same register. */
    public final Endringslogg endringslogg() {
        return porter.endringslogg();
    }

    /** The index of persons of the same register. */
    public final Personindeks personindeks() {
        return porter.personindeks();
    }

    /** Where persons of the same register have stood. */
    public final Personhistorikk personhistorikk() {
        return porter.personindeks();
    }

    /** What names persons and virksomheter of the same register where they may not be named. */
    public final Pseudonymisering pseudonymisering() {
        return porter.pseudonymisering();
    }

    /** The agreements on access, which lie in the same database. */
    public final Tilgangsregister tilgangsregister() {
        return porter.tilgangsregister();
    }

    /**
     * The right to make the totalbestand of the same register.
     *
     * @param leie how long its holder may be silent
     * @param nanotid a clock that never goes back, in nanoseconds
     */
    public final Produksjonsrett produksjonsrett(Duration leie, LongSupplier nanotid) {
        return new Sqlproduksjonsrett(porter.lager(), leie, nanotid);
    }

    /** How it stands with the replicas that it is read from. */
    public List<Replikastatus> replikaer() {
        return List.of();
    }

    /** Tells whether two registers hold the same. */
    public final Kontrollsummering kontrollsummering() {
        return new Kontrollsummering(porter.lager());
    }

    /** Copies it while it is used; absent where the database's own tools do that. */
    public Optional<H2Kopiering> kopiering() {
        return Optional.empty();
    }

    /** Has its pools of connections told of from now on. */
    public abstract void maal(MeterRegistry maalere);

    /** Gives back to the disk what it takes and does not use, where that is not the database's own business. */
    public void krymp() {}

    /** Lets the database go. What is under way is broken off. */
    @Override
    public abstract void close();
}
