/** Every refusal and fault as an HTTP answer: one body, one place for status and message. */
package no.rrh.http.feil;
