package no.rrh.bootstrap.cli;

import java.util.List;

/**
 * Commands under one name, called with the name before their own.
 *
 * @param beskrivelse for the help text
 */
record Kommandogruppe(String navn, String beskrivelse, List<Kommando> kommandoer) {}
