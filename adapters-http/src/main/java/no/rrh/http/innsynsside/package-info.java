/** The page on which people see what the API answers, ownership as a drawing. */
package no.rrh.http.innsynsside;
