package no.rrh.persistence.lagringsform;

import no.rrh.domain.registrering.Registrering;

/**
 * A registration as it is stored.
 *
 * @param fra the sekvensnummer since which it has had this content
 */
public record LagretRegistrering(Registrering registrering, long fra) {}
