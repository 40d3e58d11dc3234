/** What is registered about a virksomhet, and how the register changes. */
package no.rrh.domain.registrering;
