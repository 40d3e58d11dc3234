/** What identifies a virksomhet. */
package no.rrh.domain.virksomhet;
