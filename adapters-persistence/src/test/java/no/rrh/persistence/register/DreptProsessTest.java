package no.rrh.persistence.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.persistence.Barneprosess;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a killed process had acknowledged, or told of, is there, and its numbers are not used again. */
class DreptProsessTest {
    private static final int RUNDER = 4;
    private static final int UTEN_LUKKING = 40;
    private static final Pattern SKREVET = Pattern.compile("S (\\d{9}) ([-0-9a-f]{36})");
    private static final Pattern LEST = Pattern.compile("L (\\d+) ([-0-9a-f]{36})");

    @TempDir
    private Path mappe;

    private final Map<UUID, Organisasjonsnummer> bekreftet = new HashMap<>();
    private final Map<Long, UUID> lest = new HashMap<>();
    private List<NummerertEndring> forrige = List.of();

    @Test
    void everythingAcknowledgedIsThereAndNoNumberIsUsedTwice() throws IOException {
        for (int runde = 1; runde <= RUNDER; runde++) {
            skrivOgDrep(runde * 60);
            try (H2Register h2 = H2Register.aapne(mappe, Clock.systemUTC())) {
                assertHelt(h2);
            }
        }
    }

    /**
     * As one kill after another, soon after each start, but in one process: each round goes on from the file as it lay when
     * the last write was acknowledged. New versions of the file then go into gaps of it, far from its end.
     */
    @Test
    void aRegisterThatIsNeverClosedProperlyLosesNothing() throws Exception {
        Path her = Files.createDirectory(mappe.resolve("0"));
        H2Register.aapne(her, Clock.systemUTC()).close();
        gjenbrukPlassenStraks(her);
        long skrevet = 0;
        for (int runde = 1; runde <= UTEN_LUKKING; runde++) {
            Path neste = Files.createDirectory(mappe.resolve(Integer.toString(runde)));
            try (H2Register h2 = H2Register.aapne(her, Clock.systemUTC())) {
                assertThat(h2.endringslogg().siste()).as("round %d", runde).isEqualTo(skrevet);
                for (int i = 0; i < 3 + runde % 5; i++) {
                    registrer(h2, Eksempler.organisasjonsnummer((int) skrevet++));
                }
                kopier(her, neste);
            }
            her = neste;
        }
    }

    /** What was written before the commit lies in the file then, and is undone. */
    @Test
    void aKillInTheMidstOfAGreatTransactionLeavesTheRegisterAsItWas() throws Exception {
        try (H2Register h2 = H2Register.aapne(mappe, Clock.systemUTC())) {
            registrer(h2, Eksempler.organisasjonsnummer(0));
        }
        Path drept = Files.createDirectory(mappe.resolve("drept"));
        try (Connection tilkobling = DriverManager.getConnection("jdbc:h2:" + mappe.resolve("rrh"), "rrh", "");
                Statement endring = tilkobling.createStatement()) {
            tilkobling.setAutoCommit(false);
            endring.execute("update sekvens set siste = 0");
            endring.execute("insert into endring select x + 1, current_timestamp, repeat('x', 40), x, random_uuid()"
                    + " from system_range(1, 100000)");
            kopier(mappe, drept);
            tilkobling.rollback();
        }
        new Registersegl(drept.resolve("rrh.mv.db")).bryt();
        byte[] foer = Files.readAllBytes(drept.resolve("rrh.mv.db"));
        assertThatThrownBy(() -> new Registerfil(drept, Lagerinnstillinger.STANDARD, () -> foer.length).gjoerKlar())
                .isInstanceOf(ManglerPlass.class)
                .hasMessageContainingAll(
                        "drept", ((foer.length >> 20) + 64) + " MiB trengs", (foer.length >> 20) + " er ledige");
        assertThat(Files.readAllBytes(drept.resolve("rrh.mv.db"))).isEqualTo(foer);
        try (H2Register h2 = H2Register.aapne(drept, Clock.systemUTC())) {
            assertThat(h2.endringslogg().siste()).isEqualTo(1);
            registrer(h2, Eksempler.organisasjonsnummer(1));
            assertThat(h2.endringslogg().siste()).isEqualTo(2);
        }
        try (Stream<Path> innhold = Files.list(drept)) {
            assertThat(innhold.map(sti -> sti.getFileName().toString()))
                    .containsExactlyInAnyOrder(".laas", "rrh.mv.db", "rrh.segl", "soekenoekkel");
        }
    }

    private static void kopier(Path fra, Path til) throws IOException {
        for (String fil : List.of("rrh.mv.db", "rrh.segl", "soekenoekkel")) {
            Files.copy(fra.resolve(fil), til.resolve(fil));
        }
    }

    /** Not after 45 seconds, as else. The file remembers it. */
    private static void gjenbrukPlassenStraks(Path mappe) throws SQLException {
        try (Connection tilkobling = DriverManager.getConnection("jdbc:h2:" + mappe.resolve("rrh"), "rrh", "");
                Statement endring = tilkobling.createStatement()) {
            endring.execute("set retention_time 0");
        }
    }

    private void skrivOgDrep(int antall) throws IOException {
        try (Barneprosess skriver = Barneprosess.start(Registerskriver.class, mappe)) {
            assertThat(skriver.linje()).contains("open");
            for (int foer = bekreftet.size(); bekreftet.size() < foer + antall; ) {
                ta(skriver.linje().orElseThrow());
            }
            skriver.drep();
            skriver.linjer().forEach(this::ta);
        }
    }

    /** What a line says; one that was cut off says nothing. */
    private void ta(String linje) {
        Matcher skrevet = SKREVET.matcher(linje);
        if (skrevet.matches()) {
            bekreftet.put(UUID.fromString(skrevet.group(2)), new Organisasjonsnummer(skrevet.group(1)));
        }
        Matcher lestLinje = LEST.matcher(linje);
        if (lestLinje.matches()) {
            lest.put(Long.valueOf(lestLinje.group(1)), UUID.fromString(lestLinje.group(2)));
        }
    }

    private void assertHelt(H2Register h2) {
        List<NummerertEndring> endringer = h2.endringslogg().etter(0, Integer.MAX_VALUE);
        assertThat(endringer)
                .extracting(NummerertEndring::sekvensnummer)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, endringer.size()).boxed().toList());
        assertThat(endringer.subList(0, forrige.size())).isEqualTo(forrige);
        Set<UUID> iLoggen = new HashSet<>();
        endringer.forEach(endring -> iLoggen.add(endring.endring().registreringsid()));
        assertThat(iLoggen).containsAll(bekreftet.keySet());
        assertThat(lest).isNotEmpty();
        lest.forEach((nummer, id) -> assertThat(
                        endringer.get(nummer.intValue() - 1).endring().registreringsid())
                .isEqualTo(id));
        bekreftet.forEach((id, nummer) -> assertThat(
                        h2.virksomhetsregister().hent(nummer).flatMap(virksomhet -> virksomhet.registrering(id)))
                .isPresent());
        assertThat(nesteNummer(h2)).isEqualTo(endringer.size() + 1);
        forrige = h2.endringslogg().etter(0, Integer.MAX_VALUE);
    }

    private static long nesteNummer(H2Register h2) {
        registrer(h2, Eksempler.organisasjonsnummer(5_000_001));
        return h2.endringslogg().siste();
    }

    private static void registrer(H2Register h2, Organisasjonsnummer nummer) {
        h2.virksomhetsregister().skriv(skriving -> {
            skriving.lagre(Registerfoering.registrer(
                    skriving.hent(nummer),
                    nummer,
                    Eksempler.registrering(UUID.randomUUID(), Eksempler.REGISTRERT, true)));
            return null;
        });
    }
}
