/** Gzip and ZIP around a file of the representation: packed, and unpacked as a stream. */
package no.rrh.http.representasjon.pakking;
