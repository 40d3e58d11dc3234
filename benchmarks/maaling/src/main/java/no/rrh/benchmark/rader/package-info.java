/** The rows of the table: what each measures, and how. */
package no.rrh.benchmark.rader;
