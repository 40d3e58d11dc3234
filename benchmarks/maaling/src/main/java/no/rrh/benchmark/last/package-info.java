/** Load on a server, and what came of it. */
package no.rrh.benchmark.last;
