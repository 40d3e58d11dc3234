/**
 * The register as BODS 0.4 (Beneficial Ownership Data Standard): statements about virksomheter, persons and the relationships
 * between them. What each becomes, and why, stands in docs/adr/0035-bods.md.
 */
package no.rrh.http.representasjon.bods;
