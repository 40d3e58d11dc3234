/** The changes of the register: which there are, and from where to read them. */
package no.rrh.http.endringslogg;
