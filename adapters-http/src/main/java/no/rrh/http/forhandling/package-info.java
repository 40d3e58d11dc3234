/** Content negotiation and conditional requests, read from the headers as they came. */
package no.rrh.http.forhandling;
