/** The register in a database, and the files of totalbestand in a folder. */
package no.rrh.persistence;
