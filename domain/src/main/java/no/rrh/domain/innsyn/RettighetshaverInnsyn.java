package no.rrh.domain.innsyn;

import java.time.Instant;
import java.util.List;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.Posisjon;

/** A reell rettighetshaver as one caller may see it, shielded where it must be. Only {@link Innsynspolicy} can make one. */
public final class RettighetshaverInnsyn {
    private final Person person;
    private final Personmerke merke;
    private final boolean erSkjermet;
    private final boolean erUnntattFraInnsyn;
    private final Instant foerstRegistrert;
    private final Instant endret;
    private final List<Posisjon> posisjoner;

    RettighetshaverInnsyn(
            Person person,
            Personmerke merke,
            boolean erSkjermet,
            boolean erUnntattFraInnsyn,
            Instant foerstRegistrert,
            Instant endret,
            List<Posisjon> posisjoner) {
        this.person = person;
        this.merke = merke;
        this.erSkjermet = erSkjermet;
        this.erUnntattFraInnsyn = erUnntattFraInnsyn;
        this.foerstRegistrert = foerstRegistrert;
        this.endret = endret;
        this.posisjoner = posisjoner;
    }

    public Person person() {
        return person;
    }

    /** What tells it from the others without telling who it is. */
    public Personmerke merke() {
        return merke;
    }

    /** Whether the caller is not to know who it is. */
    public boolean erSkjermet() {
        return erSkjermet;
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
