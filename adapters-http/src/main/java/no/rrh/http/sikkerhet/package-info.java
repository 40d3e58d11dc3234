/** Who calls: Maskinporten's tokens, verified, and the keys to verify them with. */
package no.rrh.http.sikkerhet;
