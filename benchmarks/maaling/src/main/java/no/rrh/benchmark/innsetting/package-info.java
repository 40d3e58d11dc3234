/** The rows of a register put into an empty database as fast as the database takes them: the ceiling of the import. */
package no.rrh.benchmark.innsetting;
