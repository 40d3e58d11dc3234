/** The files of totalbestand, in a folder. */
package no.rrh.persistence.arkiv;
