/** The code lists of the register. */
package no.rrh.http.kodeliste;
