/** How the process logs. */
package no.rrh.bootstrap.logging;
