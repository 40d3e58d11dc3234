/** What is measured on: registers, databases, and the paths and tokens of the load. */
package no.rrh.benchmark.grunnlag;
