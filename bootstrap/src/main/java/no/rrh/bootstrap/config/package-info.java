/** The settings: one list of them, one precedence, one clear line when one is wrong. */
package no.rrh.bootstrap.config;
