/** The v1 representation as it is read from an import file: the only place here that builds registrations. */
package no.rrh.http.representasjon.lesing;
