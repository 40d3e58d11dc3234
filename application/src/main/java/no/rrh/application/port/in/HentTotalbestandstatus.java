package no.rrh.application.port.in;

/** Tells whoever operates the server how it stands with the totalbestand. */
@FunctionalInterface
public interface HentTotalbestandstatus {
    /** As it is now. */
    Totalbestandstatus hent();
}
