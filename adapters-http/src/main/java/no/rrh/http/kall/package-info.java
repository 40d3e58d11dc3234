/** One HTTP request as the rest of the adapter knows it: its trace id, its path made safe, its caller. */
package no.rrh.http.kall;
