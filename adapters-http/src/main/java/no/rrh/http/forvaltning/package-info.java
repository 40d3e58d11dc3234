/** The management port: what whoever operates the server is told, on loopback alone. */
package no.rrh.http.forvaltning;
