/** How much each consumer may ask for: quotas of calls per kind, and downloads at once. */
package no.rrh.http.kvote;
