/** The use cases: one interface each, a verb, one method. Who acts is a parameter. */
package no.rrh.application.port.in;
