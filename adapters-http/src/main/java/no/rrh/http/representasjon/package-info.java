/** The v1 representation of the information model in JSON, as it is written, and the words it is written with. */
package no.rrh.http.representasjon;
