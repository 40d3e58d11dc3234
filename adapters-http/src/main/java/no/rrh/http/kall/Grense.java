package no.rrh.http.kall;

/** What turns a request or a connection away, beside what the contract refuses: words of our own for the log and the metrics. */
public enum Grense {
    KALL("kall"),
    TILKOBLINGER("tilkoblinger"),
    FART("fart"),
    NEDLASTINGER("nedlastinger"),
    STROEMMER("stroemmer"),
    STROEMMER_ALLE("stroemmer-alle"),
    IPFILTER("ipfilter"),
    IPFILTER_UTEN_ADRESSE("ipfilter-uten-adresse"),
    KVOTE_OPPSLAG("kvote-oppslag"),
    KVOTE_SOEK("kvote-soek"),
    KVOTE_TOTALBESTAND("kvote-totalbestand"),
    KVOTE_ENDRINGSLOGG("kvote-endringslogg");

    private final String navn;

    Grense(String navn) {
        this.navn = navn;
    }

    /** As it stands in the log and in the metrics. */
    public String navn() {
        return navn;
    }
}
