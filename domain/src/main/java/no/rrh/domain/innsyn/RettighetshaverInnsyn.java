package no.rrh.domain.innsyn;

import java.time.Instant;
import java.util.List;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.Posisjon;

/** A reell rettighetshaver as one caller may see it, shielded where it must be. Only {@link Innsynspolicy} can make one. */
public final class RettighetshaverInnsyn {
    private final Person person;
    private final boolean erUnntattFraInnsyn;
    private final Instant foerstRegistrert;
    private final Instant endret;
    private final List<Posisjon> posisjoner;

    RettighetshaverInnsyn(
            Person person,
            boolean erUnntattFraInnsyn,
            Instant foerstRegistrert,
            Instant endret,
            List<Posisjon> posisjoner) {
        this.person = person;
        this.erUnntattFraInnsyn = erUnntattFraInnsyn;
        this.foerstRegistrert = foerstRegistrert;
        this.endret = endret;
        this.posisjoner = posisjoner;
    }

    public Person person() {
        return person;
    }

    public boolean erUnntattFraInnsyn() {
        return erUnntattFraInnsyn;
    }

    public Instant foerstRegistrert() {
        return foerstRegistrert;
    }

    public Instant endret() {
        return endret;
    }

    public List<Posisjon> posisjoner() {
        return posisjoner;
    }
}
