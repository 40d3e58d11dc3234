/** The rows of the table, what they came to, and the page they are written on. */
package no.rrh.benchmark.rapport;
