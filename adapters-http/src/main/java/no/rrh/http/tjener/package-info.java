/** The HTTP server: Jetty, what stands in front of Jersey, and Jersey's configuration. */
package no.rrh.http.tjener;
