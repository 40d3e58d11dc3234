/** What is wired to what, and the running server. */
package no.rrh.bootstrap.kobling;
