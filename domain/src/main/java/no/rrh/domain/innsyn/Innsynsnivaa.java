package no.rrh.domain.innsyn;

/**
 * How much of a registration is seen: one row of the contract's scope table.
 *
 * @param foedselsnummer fødselsnummer and D-nummer
 * @param unntatteIFull persons unntatt innsyn in full; otherwise shielded
 * @param tidligereUoverensstemmelser text and date of uoverensstemmelser on registrations that are not gjeldende; those
 *     on the gjeldende one are seen by all
 * @param innsender who reported an uoverensstemmelse
 */
public record Innsynsnivaa(
        boolean foedselsnummer, boolean unntatteIFull, boolean tidligereUoverensstemmelser, boolean innsender) {
    /** Everything, as for the public authorities. */
    public static final Innsynsnivaa ALT = new Innsynsnivaa(true, true, true, true);

    /** All persons in full, and the gjeldende uoverensstemmelse without its innsender: reporting entities, and the file. */
    public static final Innsynsnivaa PERSONER_I_FULL = new Innsynsnivaa(true, true, false, false);

    /** Persons unntatt innsyn are shielded, the others in full. */
    public static final Innsynsnivaa SKJERMET = new Innsynsnivaa(true, false, false, false);

    /** As {@link #SKJERMET}, and nobody's fødselsnummer. */
    public static final Innsynsnivaa SKJERMET_UTEN_FOEDSELSNUMMER = new Innsynsnivaa(false, false, false, false);
}
