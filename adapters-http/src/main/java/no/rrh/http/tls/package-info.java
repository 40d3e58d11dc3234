/** The server's own certificate: read, checked, shown to callers, and renewed while the server runs. */
package no.rrh.http.tls;
