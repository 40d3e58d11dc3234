/** How answers are put together and sent: representations with their conditions, and bodies that are taken in pieces. */
package no.rrh.http.svar;
