/** What tells the users of the API how it is used. */
package no.rrh.http.dokumentasjon;
