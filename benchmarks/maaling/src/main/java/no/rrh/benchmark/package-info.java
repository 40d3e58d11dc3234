/** Measures how fast the server is, beside others on the same machine. */
package no.rrh.benchmark;
