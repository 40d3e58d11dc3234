package no.rrh.http.kvote;

/** What calls are counted together, whichever surface they come in by. */
public enum Kvoteslag {
    OPPSLAG("oppslag"),
    SOEK("soek"),
    TOTALBESTAND("totalbestand"),
    ENDRINGSLOGG("endringslogg");

    private final String navn;

    Kvoteslag(String navn) {
        this.navn = navn;
    }

    /** Its name in the header fields, in messages and in the log. */
    public String navn() {
        return navn;
    }
}
