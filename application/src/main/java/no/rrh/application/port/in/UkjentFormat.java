package no.rrh.application.port.in;

/** The caller accepts no representation that exists. */
public class UkjentFormat extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
