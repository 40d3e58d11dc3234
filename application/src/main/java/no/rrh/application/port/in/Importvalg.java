package no.rrh.application.port.in;

/** What an import does with the virksomheter that are not in the file. */
public enum Importvalg {
    /** They stay as they are. */
    FLETT,
    /** They are deleted, with their history kept. */
    ERSTATT
}
