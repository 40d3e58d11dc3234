/**
 * The channel between a command and the server that has the register open: a Unix domain socket in the data folder. The
 * register's file belongs to one process, so work on it is done there, and its input, output and progress go to and fro.
 */
package no.rrh.bootstrap.kanal;
