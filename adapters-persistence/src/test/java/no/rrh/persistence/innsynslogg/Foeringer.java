package no.rrh.persistence.innsynslogg;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import no.rrh.application.port.out.Innsynsfoering;
import no.rrh.application.port.out.Innsynsfoering.Fase;
import no.rrh.application.port.out.Innsynsfoering.Hva;
import no.rrh.application.port.out.Innsynsfoering.Hvem;
import no.rrh.application.port.out.Innsynsfoering.Utfall;
import no.rrh.domain.Eksempler;
import no.rrh.domain.innsyn.VistRegistrering;
import no.rrh.domain.rettighetshaver.Foedselsnummer;

/** Entries to write, and how they are kept. */
final class Foeringer {
    static final Instant NAA = Instant.parse("2026-06-01T12:00:00Z");
    static final Foedselsnummer PERSON = new Foedselsnummer("05910298382");
    static final Loggvalg VALG = valg(64 << 10);

    private Foeringer() {}

    static Loggvalg valg(long segment) {
        return new Loggvalg(segment, Duration.ofDays(30), Duration.ofHours(1), Optional.empty());
    }

    static Innsynsfoering oppslag(int nummer) {
        return foering(
                nummer,
                new Hva(
                        Optional.of(Eksempler.organisasjonsnummer(nummer)),
                        List.of(new VistRegistrering(new UUID(7, nummer), 2)),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        nummer % 2 == 0,
                        Optional.empty()));
    }

    static Innsynsfoering soek(int nummer) {
        return foering(
                nummer,
                new Hva(
                        Optional.empty(),
                        List.of(),
                        Optional.of(PERSON),
                        Optional.empty(),
                        OptionalLong.empty(),
                        false,
                        Optional.empty()));
    }

    private static Innsynsfoering foering(int nummer, Hva hva) {
        return new Innsynsfoering(
                NAA,
                Fase.HEL,
                "oppslag-a",
                new Hvem(
                        Optional.of(Eksempler.organisasjonsnummer(1)),
                        Optional.of(Eksempler.organisasjonsnummer(2)),
                        Optional.of("klient \"1\"\n|=\\"),
                        Optional.of("brreg:reelle/offentlig"),
                        Optional.of("forskrift-3-11-1-a"),
                        OptionalLong.of(3),
                        Optional.empty()),
                hva,
                new Utfall("vist", OptionalInt.of(200)),
                "sporing-" + nummer);
    }
}
