/** The peer that the server is measured beside: the look-up alone, as a Spring Boot service of the usual kind. */
package no.rrh.motpart;
