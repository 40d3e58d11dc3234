package no.rrh.domain.innsyn;

import java.util.UUID;

/**
 * A registration that was shown.
 *
 * @param versjon the version of its content
 */
public record VistRegistrering(UUID registreringsid, int versjon) {}
