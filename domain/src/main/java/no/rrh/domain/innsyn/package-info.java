/** Shielding: what of the register a caller may see, and the only objects that can be shown. */
package no.rrh.domain.innsyn;
