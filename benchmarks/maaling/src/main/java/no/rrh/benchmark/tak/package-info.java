/** The ceiling that the look-up is measured against. */
package no.rrh.benchmark.tak;
