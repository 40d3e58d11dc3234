/** The look-up of one virksomhet. */
package no.rrh.http.virksomhet;
