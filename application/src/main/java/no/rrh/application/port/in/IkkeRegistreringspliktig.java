package no.rrh.application.port.in;

/** The register does not know the virksomhet: it has had no duty to register. */
public class IkkeRegistreringspliktig extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
