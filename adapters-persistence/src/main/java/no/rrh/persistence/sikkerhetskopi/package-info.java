/** A register with what belongs to it in one file, and out of it again. */
package no.rrh.persistence.sikkerhetskopi;
