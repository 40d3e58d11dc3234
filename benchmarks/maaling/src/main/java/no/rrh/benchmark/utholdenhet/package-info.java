/** Whether the server holds out: among slow callers, and over many requests. */
package no.rrh.benchmark.utholdenhet;
