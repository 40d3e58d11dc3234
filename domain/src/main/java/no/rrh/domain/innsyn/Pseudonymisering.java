package no.rrh.domain.innsyn;

import java.util.UUID;

/**
 * Gives a name to what may not be named: the same one each time, from which nobody without the register's secret can tell what
 * it stands for. Safe for many threads.
 */
@FunctionalInterface
public interface Pseudonymisering {
    /** The name of it. */
    UUID pseudonym(String hva);
}
