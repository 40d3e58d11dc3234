/** What a command comes to: an exit code, and one line about what went wrong. */
package no.rrh.bootstrap.utfall;
