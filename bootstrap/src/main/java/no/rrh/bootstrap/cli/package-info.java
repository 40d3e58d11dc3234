/** The commands of the JAR. What they say to people is bokmål; what they log is English. */
package no.rrh.bootstrap.cli;
