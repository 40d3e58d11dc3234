package no.rrh.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.Endring;
import no.rrh.domain.registrering.Endringstype;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Endringslogg} must do. */
public abstract class EndringsloggKontrakt {
    private static final Organisasjonsnummer A = Eksempler.organisasjonsnummer(1);

    /** The clock of the register under test. */
    protected final StillbarKlokke klokke = new StillbarKlokke(Instant.parse("2026-01-02T03:04:05.678Z"));

    /** The register under test, empty when a test begins. */
    protected abstract Virksomhetsregister register();

    /** Its endringslogg. */
    protected abstract Endringslogg endringslogg();

    /** How many transactions each of the eight writers makes: what fits some seconds. */
    protected abstract int transaksjonerPerSkriver();

    @Test
    void isEmptyBeforeTheFirstChange() {
        assertThat(endringslogg().siste()).isZero();
        assertThat(endringslogg().etter(0, 10)).isEmpty();
    }

    @Test
    void tellsEveryKindOfChange() {
        UUID[] id = IntStream.range(0, 4).mapToObj(i -> new UUID(7, i)).toArray(UUID[]::new);
        register().skriv(skriving -> {
            skriving.lagre(Registerfoering.klargjoer(skriving.hent(A), A, id[0], klokke.instant()));
            skriving.lagre(Registerfoering.registrer(
                    skriving.hent(A), A, Eksempler.registrering(id[1], klokke.instant(), true)));
            skriving.lagre(Registerfoering.mottaUoverensstemmelse(
                    skriving.hent(A).orElseThrow(),
                    Eksempler.virksomhetMedAlt()
                            .gjeldende()
                            .orElseThrow()
                            .uoverensstemmelse()
                            .orElseThrow()));
            RegistreringspliktigVirksomhet endret = Eksempler.virksomhet(
                    A, Eksempler.registrering(id[1], klokke.instant().plusMillis(1), true));
            skriving.lagre(Registerfoering.innles(skriving.hent(A), endret, () -> id[2]));
            skriving.lagre(Registerfoering.slett(skriving.hent(A).orElseThrow(), id[3], klokke.instant()));
            return null;
        });
        assertThat(endringslogg().etter(0, 10))
                .extracting(NummerertEndring::endring)
                .containsExactly(
                        new Endring(Endringstype.KLARGJORT_FOR_REGISTRERING, A, id[0]),
                        new Endring(Endringstype.REGISTRERT, A, id[1]),
                        new Endring(Endringstype.UOVERENSSTEMMELSE_MOTTATT, A, id[1]),
                        new Endring(Endringstype.ENDRET, A, id[1]),
                        new Endring(Endringstype.SLETTET, A, id[3]));
    }

    @Test
    void isReadInPiecesFromAnyNumber() {
        IntStream.range(0, 10)
                .mapToObj(Eksempler::organisasjonsnummer)
                .forEach(nummer -> register().skriv(skriving -> {
                    skriving.lagre(Registerfoering.klargjoer(
                            skriving.hent(nummer), nummer, UUID.randomUUID(), klokke.instant()));
                    return null;
                }));
        assertThat(numre(0, 3)).containsExactly(1L, 2L, 3L);
        assertThat(numre(3, 100)).containsExactly(4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(numre(9, 1)).containsExactly(10L);
        assertThat(numre(10, 1)).isEmpty();
        assertThat(numre(Long.MAX_VALUE, 1)).isEmpty();
    }

    @Test
    void tellsTheLastNumberBeforeATime() {
        Instant start = klokke.instant();
        klargjoer(0);
        klargjoer(1);
        klokke.still(start.plusSeconds(10));
        klargjoer(2);

        assertThat(endringslogg().foer(start)).isZero();
        assertThat(endringslogg().foer(start.plusMillis(1))).isEqualTo(2);
        assertThat(endringslogg().foer(start.plusSeconds(10))).isEqualTo(2);
        assertThat(endringslogg().foer(start.plusSeconds(11))).isEqualTo(3);
        assertThat(endringslogg().foer(Instant.parse("9999-12-31T23:59:59Z"))).isEqualTo(3);
        assertThat(endringslogg().foer(Instant.parse("0001-01-01T00:00:00Z"))).isZero();
    }

    @Test
    void hasOneGenerationUntilAnotherIsBegun() {
        List<Generasjon> foerst = endringslogg().generasjoner();
        assertThat(foerst).hasSize(1);
        assertThat(foerst.get(0).etter()).isZero();
        klargjoer(0);

        Generasjon ny = register().skriv(skriving -> skriving.nyGenerasjon(1_000));
        Generasjon nyere = register().skriv(skriving -> skriving.nyGenerasjon(1));

        assertThat(ny.etter()).isEqualTo(1_000);
        assertThat(nyere.etter()).isEqualTo(1_001);
        assertThat(endringslogg().generasjoner()).containsExactly(foerst.get(0), ny, nyere);
        assertThat(endringslogg().siste()).isEqualTo(1_001);
        klargjoer(1);
        assertThat(numre(0, 10)).containsExactly(1L, 1_002L);
        assertThat(numre(1, 10)).containsExactly(1_002L);
        assertThat(numre(500, 10)).containsExactly(1_002L);
        assertThat(numre(1_001, 10)).containsExactly(1_002L);
        assertThat(register().hentVed(Eksempler.organisasjonsnummer(1), 1_001)).isEmpty();
        assertThat(register().hentVed(Eksempler.organisasjonsnummer(1), 1_002)).isPresent();
        assertThat(register().hentVed(Eksempler.organisasjonsnummer(0), 1_001)).isPresent();
        long iBestanden = register().lesBestand(Bestand::sekvensnummer);
        assertThat(iBestanden).isEqualTo(1_002);
    }

    @Test
    void aGenerationWhoseTransactionFailsHasNotBegun() {
        RuntimeException feil = new RuntimeException("broken off");
        assertThatThrownBy(() -> register().skriv(skriving -> {
                    skriving.nyGenerasjon(1_000);
                    throw feil;
                }))
                .isSameAs(feil);
        klargjoer(0);
        assertThat(endringslogg().generasjoner()).hasSize(1);
        assertThat(numre(0, 10)).containsExactly(1L);
    }

    private void klargjoer(int i) {
        Organisasjonsnummer nummer = Eksempler.organisasjonsnummer(i);
        register().skriv(skriving -> {
            skriving.lagre(
                    Registerfoering.klargjoer(skriving.hent(nummer), nummer, UUID.randomUUID(), klokke.instant()));
            return null;
        });
    }

    @Test
    void aReaderThatFollowsItMissesNothingAndSeesNothingTwiceWhileEightWrite() {
        Skrivere skrivere = new Skrivere(this::register, 8, transaksjonerPerSkriver());
        List<Long> lest = new ArrayList<>();
        boolean sisteGang;
        do {
            sisteGang = skrivere.ferdige();
            long etter = lest.size();
            lest.addAll(numre(etter, 500));
        } while (!sisteGang);
        skrivere.vent();
        lest.addAll(numre(lest.size(), Integer.MAX_VALUE));
        assertThat(lest)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, skrivere.endringer()).boxed().toList());
        assertThat(endringslogg().siste()).isEqualTo(skrivere.endringer());
    }

    private List<Long> numre(long etter, int antall) {
        return endringslogg().etter(etter, antall).stream()
                .map(NummerertEndring::sekvensnummer)
                .toList();
    }
}
