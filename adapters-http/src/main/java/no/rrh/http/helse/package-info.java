/** Whether the process lives, and whether it can answer look-ups. */
package no.rrh.http.helse;
