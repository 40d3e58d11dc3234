package no.rrh.application.service;

import static no.rrh.domain.Eksempler.organisasjonsnummer;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import no.rrh.application.port.out.Innsynsfoering;
import no.rrh.application.port.out.Innsynsfoering.Fase;
import no.rrh.application.port.out.Innsynsfoering.Hva;
import no.rrh.application.port.out.Innsynsfoering.Hvem;
import no.rrh.application.port.out.Innsynsfoering.Utfall;
import no.rrh.application.port.out.MinneInnsynslogg;
import no.rrh.application.service.Misbruksvakt.Grense;
import no.rrh.domain.innsyn.VistRegistrering;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.junit.jupiter.api.Test;

class MisbruksvaktTest {
    private static final Duration VINDU = Duration.ofMinutes(10);

    private final AtomicLong nanotid = new AtomicLong();
    private final MinneInnsynslogg logg = new MinneInnsynslogg();
    private final List<String> varsler = new ArrayList<>();
    private final Misbruksvakt vakt = new Misbruksvakt(
            logg,
            Optional.of(new Grense(50, VINDU)),
            Optional.of(new Grense(20, VINDU)),
            (slag, consumer, antall, vindu) -> varsler.add(slag.verdi() + " " + consumer.verdi() + " " + antall),
            nanotid::get);

    private void slaaOpp(int consumer, int virksomhet, boolean unntatte) {
        foer(
                consumer,
                new Hva(
                        Optional.of(organisasjonsnummer(virksomhet)),
                        List.of(new VistRegistrering(new UUID(1, virksomhet), 1)),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        unntatte,
                        Optional.empty()));
    }

    private void foer(int consumer, Hva hva) {
        vakt.foer(new Innsynsfoering(
                Instant.EPOCH,
                Fase.HEL,
                "oppslag-a",
                new Hvem(
                        Optional.of(organisasjonsnummer(consumer)),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        OptionalLong.empty(),
                        Optional.empty()),
                hva,
                Utfall.av(200),
                "sporing"));
    }

    private static String nummer(int n) {
        Organisasjonsnummer nummer = organisasjonsnummer(n);
        return nummer.verdi();
    }

    @Test
    void tellsOfManyDifferentVirksomheterOncePerWindow() {
        for (int i = 0; i < 49; i++) {
            slaaOpp(1, 100 + i, false);
            slaaOpp(1, 100, false);
            slaaOpp(2, 100, false);
        }
        assertThat(varsler).isEmpty();
        slaaOpp(1, 999, false);
        slaaOpp(1, 998, false);
        assertThat(varsler).containsExactly("sveip " + nummer(1) + " 50");

        nanotid.addAndGet(VINDU.toNanos());
        for (int i = 0; i < 50; i++) {
            slaaOpp(1, 200 + i, false);
        }
        assertThat(varsler).hasSize(2);
    }

    @Test
    void slowLookUpsAreNoSweep() {
        for (int i = 0; i < 200; i++) {
            slaaOpp(1, 100 + i, false);
            nanotid.addAndGet(TimeUnit.SECONDS.toNanos(20));
        }
        assertThat(varsler).isEmpty();
    }

    @Test
    void searchesForManyPersonsLookLikeASweepToo() {
        for (String person : List.of("05910298382", "58877102163", "41864000647", "27899995479")) {
            foer(
                    1,
                    new Hva(
                            Optional.empty(),
                            List.of(),
                            Optional.of(new Foedselsnummer(person)),
                            Optional.empty(),
                            OptionalLong.empty(),
                            false,
                            Optional.empty()));
        }
        for (int i = 0; i < 45; i++) {
            slaaOpp(1, 100 + i, false);
        }
        assertThat(varsler).isEmpty();
        slaaOpp(1, 999, false);
        assertThat(varsler).hasSize(1);
    }

    @Test
    void tellsOfAnUnusualShareOfUnntatteOnceThereAreEnoughToTell() {
        for (int i = 0; i < 99; i++) {
            slaaOpp(1, 100, true);
            slaaOpp(2, 100, i % 6 == 0);
        }
        assertThat(varsler).isEmpty();
        slaaOpp(1, 100, true);
        slaaOpp(2, 100, false);
        assertThat(varsler).containsExactly("unntatte " + nummer(1) + " 100");
        slaaOpp(1, 100, true);
        assertThat(varsler).hasSize(1);
    }

    @Test
    void holdsNothingBackAndTellsOfNobodyWhoIsUnknown() {
        for (int i = 0; i < 60; i++) {
            vakt.foer(new Innsynsfoering(
                    Instant.EPOCH,
                    Fase.HEL,
                    "oppslag-a",
                    Hvem.UKJENT,
                    Hva.detaljer(Optional.empty()),
                    Utfall.av(403),
                    "s"));
        }
        slaaOpp(1, 1, false);
        assertThat(logg.foeringer()).hasSize(61);
        assertThat(varsler).isEmpty();
    }
}
