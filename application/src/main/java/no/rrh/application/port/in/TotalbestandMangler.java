package no.rrh.application.port.in;

/** No totalbestand has been made yet. It will be: the caller may come back. */
public class TotalbestandMangler extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
