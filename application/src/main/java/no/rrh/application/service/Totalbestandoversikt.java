package no.rrh.application.service;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import no.rrh.application.port.in.HentTotalbestandstatus;
import no.rrh.application.port.in.Totalbestandstatus;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;

/** Puts together what the archive, the production and the plan know. Waits for none of them. */
public final class Totalbestandoversikt implements HentTotalbestandstatus {
    private final Totalbestandarkiv arkiv;
    private final Totalbestandproduksjon produksjon;
    private final Supplier<Optional<Instant>> neste;

    /**
     * The status of one register's totalbestand.
     *
     * @param neste when the next one is due
     */
    public Totalbestandoversikt(
            Totalbestandarkiv arkiv, Totalbestandproduksjon produksjon, Supplier<Optional<Instant>> neste) {
        this.arkiv = arkiv;
        this.produksjon = produksjon;
        this.neste = neste;
    }

    @Override
    public Totalbestandstatus hent() {
        return new Totalbestandstatus(siste(), produksjon.sisteFeil(), produksjon.paagaarSiden(), neste.get());
    }

    /** An archive that cannot be read serves no file: a status that failed would hide all the rest. */
    private Optional<Totalbestandfil> siste() {
        try {
            return arkiv.siste();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }
}
