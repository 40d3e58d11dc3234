/** The servers that are measured, and the calls that tell whether they are ready. */
package no.rrh.benchmark.tjener;
