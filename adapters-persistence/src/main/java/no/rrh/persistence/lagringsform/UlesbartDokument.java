package no.rrh.persistence.lagringsform;

/** Stored bytes that this version cannot read. Neither message nor cause repeats anything of what they hold. */
public class UlesbartDokument extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UlesbartDokument(String hva) {
        super(hva);
    }
}
