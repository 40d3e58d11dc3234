/** How much each consumer may ask for: a quota of calls of each kind. */
package no.rrh.http.kvote;
