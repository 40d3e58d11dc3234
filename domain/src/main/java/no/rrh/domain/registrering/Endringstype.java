package no.rrh.domain.registrering;

/** What a change did to the rettighetsinformasjon of a virksomhet; one row of the endringslogg has one. */
public enum Endringstype {
    /** The virksomhet has a duty to register and has reported nothing yet. */
    KLARGJORT_FOR_REGISTRERING("klargjortForRegistrering"),
    /** A new registration. */
    REGISTRERT("registrert"),
    /** A registration that was known has other content, or the virksomhet itself is stated otherwise. */
    ENDRET("endret"),
    /** The virksomhet is deleted from the register. */
    SLETTET("slettet"),
    /** A report of disagreement was added to a registration. */
    UOVERENSSTEMMELSE_MOTTATT("uoverensstemmelseMottatt");

    private final String verdi;

    Endringstype(String verdi) {
        this.verdi = verdi;
    }

    /** Its name in the endringslogg, without the prefix of the event type. */
    public String verdi() {
        return verdi;
    }
}
