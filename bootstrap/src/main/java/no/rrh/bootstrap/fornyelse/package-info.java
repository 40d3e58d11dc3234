/** When a new totalbestand is due, and who sees to it that it is made. */
package no.rrh.bootstrap.fornyelse;
