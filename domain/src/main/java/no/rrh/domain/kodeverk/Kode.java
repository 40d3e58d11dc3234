package no.rrh.domain.kodeverk;

/**
 * A code of one of the register's code lists. Its name in each language belongs to the representation, not to the
 * domain.
 */
public interface Kode {
    /** The name of the code list, for example {@code posisjonstype}. */
    String liste();

    /** The code within its list, for example {@code eierskap}. */
    String verdi();

    /** The code as the register writes it, for example {@code posisjonstype.eierskap}. */
    default String kode() {
        return liste() + "." + verdi();
    }
}
