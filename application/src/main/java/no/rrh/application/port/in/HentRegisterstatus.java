package no.rrh.application.port.in;

/** Tells whoever operates the server how it stands with the register. */
@FunctionalInterface
public interface HentRegisterstatus {
    /** As it is now; a register that does not answer is no error here. */
    Registerstatus hent();
}
