/** The stored form of registrations: bytes that only this module reads and writes. */
package no.rrh.persistence.lagringsform;
