/** Code lists, countries and texts: what the rest of the domain is written with. */
package no.rrh.domain.kodeverk;
