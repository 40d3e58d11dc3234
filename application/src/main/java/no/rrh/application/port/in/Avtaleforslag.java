package no.rrh.application.port.in;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.tilgang.Hjemmel;
import no.rrh.domain.tilgang.Kontaktperson;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * An agreement to be made.
 *
 * @param gyldigFra the first day it holds, in Norway
 * @param gyldigTil the last; absent when it has no end
 * @param besluttetAv who decided
 */
public record Avtaleforslag(
        Organisasjonsnummer consumer,
        Hjemmel hjemmel,
        Kontaktperson kontaktperson,
        List<String> ipadresser,
        LocalDate gyldigFra,
        Optional<LocalDate> gyldigTil,
        String besluttetAv) {}
