package no.rrh.domain.innsyn;

import java.util.UUID;
import java.util.function.Supplier;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.domain.rettighetshaver.UtenlandskPerson;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * Tells one reell rettighetshaver of a virksomhet from another, and knows the same one again in the next registration, without
 * telling who it is: what it is made of leaves it under the register's secret alone. A shielded person has another one in each
 * registration, so that it links nothing.
 */
public final class Personmerke {
    private static final String SKILLE = "|";

    private final Supplier<String> grunnlag;

    /** What it is made of is put together when somebody asks, which a plain look-up does not. */
    private Personmerke(Supplier<String> grunnlag) {
        this.grunnlag = grunnlag;
    }

    /** Who is known, by what is stated; one who comes back to the virksomhet is first registered anew. */
    static Personmerke av(ReellRettighetshaver rettighetshaver) {
        return new Personmerke(
                () -> "person" + SKILLE + hvem(rettighetshaver.person()) + SKILLE + rettighetshaver.foerstRegistrert());
    }

    /**
     * Who is shielded.
     *
     * @param plass among the holders of the registration
     */
    static Personmerke skjermet(UUID registreringsid, int plass) {
        return new Personmerke(() -> "skjermet" + SKILLE + registreringsid + SKILLE + plass);
    }

    private static String hvem(Person person) {
        String foedt = person.foedselsdato()
                .map(Object::toString)
                .orElseGet(() -> person.foedselsaar().toString());
        if (person instanceof FolkeregistrertPerson folkeregistrert) {
            return folkeregistrert
                    .foedselsEllerDNummer()
                    .map(nummer -> "nummer" + SKILLE + nummer.verdi())
                    .orElseGet(() -> "navn" + SKILLE
                            + folkeregistrert
                                    .navn()
                                    .map(navn -> navn.fornavn()
                                            + SKILLE
                                            + navn.mellomnavn().orElse("")
                                            + SKILLE
                                            + navn.etternavn())
                                    .orElse("")
                            + SKILLE + foedt);
        }
        return "utenlandsk" + SKILLE + ((UtenlandskPerson) person).fulltNavn().orElse("") + SKILLE + foedt;
    }

    /** What it stands as outside: of this virksomhet alone, so that nobody is followed from one to another. */
    public UUID pseudonym(Organisasjonsnummer virksomhet, Pseudonymisering hemmelig) {
        return hemmelig.pseudonym(virksomhet.verdi() + SKILLE + grunnlag.get());
    }

    @Override
    public boolean equals(Object annet) {
        return annet instanceof Personmerke merke && merke.grunnlag.get().equals(grunnlag.get());
    }

    @Override
    public int hashCode() {
        return grunnlag.get().hashCode();
    }

    @Override
    public String toString() {
        return "Personmerke[***]";
    }
}
