/** The download of the whole register. */
package no.rrh.http.totalbestand;
