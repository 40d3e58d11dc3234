/** Has the innsynslogg tell of every call before it is answered. */
package no.rrh.http.innsynslogg;
