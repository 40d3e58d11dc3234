/** What the use cases need of the world: nouns, implemented by the adapters. */
package no.rrh.application.port.out;
