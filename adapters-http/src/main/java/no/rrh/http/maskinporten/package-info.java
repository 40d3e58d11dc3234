/** Keys and tokens for one machine: the server as its own Maskinporten, in the environment {@code lokal} only. */
package no.rrh.http.maskinporten;
