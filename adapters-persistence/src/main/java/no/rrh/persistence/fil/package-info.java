/** What the register's files have in common. */
package no.rrh.persistence.fil;
