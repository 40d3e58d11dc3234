package no.rrh.benchmark.last;

import java.nio.file.Path;

/**
 * What is asked for.
 *
 * @param stier a file of paths, one a line, of which each request takes one at random
 * @param tokens a file of tokens, one a line, which are taken in order, and again from the first
 */
public record Last(Path stier, Path tokens) {}
