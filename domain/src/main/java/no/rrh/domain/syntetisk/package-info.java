/**
 * A register of nobody: virksomheter and persons that follow from a seed, in the sizes and shapes of a real register, for
 * trying how much and how fast. Every number is of a synthetic series and every name is made up of ordinary words.
 */
package no.rrh.domain.syntetisk;
