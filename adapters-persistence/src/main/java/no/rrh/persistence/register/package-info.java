/** The register in a relational database, embedded as an H2 file. */
package no.rrh.persistence.register;
