/** The reelle rettighetshavere of a registration: who they are, and through which positions. */
package no.rrh.domain.rettighetshaver;
