/** The processes that are measured: started, waited for, looked at and ended. */
package no.rrh.benchmark.prosess;
