/** Who calls, and what may be called: a table, with everything absent from it denied. */
package no.rrh.domain.tilgang;
