/** What the domain refuses, as exceptions whose messages can be shown to the caller. */
package no.rrh.domain.feil;
