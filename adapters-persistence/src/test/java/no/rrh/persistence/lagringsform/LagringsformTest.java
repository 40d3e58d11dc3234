package no.rrh.persistence.lagringsform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;
import no.rrh.domain.Eksempler;
import no.rrh.domain.Vilkaarlig;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon;
import no.rrh.domain.registrering.Uoverensstemmelse;
import org.junit.jupiter.api.Test;

class LagringsformTest {
    @Property(tries = 500)
    void everythingComesBackAsItWas(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet virksomhet, @ForAll long fra) {
        for (boolean gjeldende : new boolean[] {true, false}) {
            List<LagretRegistrering> registreringer = virksomhet.registreringer().stream()
                    .filter(registrering -> registrering.erGjeldende() == gjeldende)
                    .map(registrering -> new LagretRegistrering(registrering, fra))
                    .toList();
            byte[] dokument = Lagringsform.skriv(registreringer);
            Statistics.collect((int) dokument[0]);
            assertThat(Lagringsform.les(dokument, gjeldende)).isEqualTo(registreringer);
        }
        Statistics.coverage(dekning -> {
            dekning.check(1).count(antall -> antall > 0);
            dekning.check(2).count(antall -> antall > 0);
        });
    }

    @Test
    void theVersionAndTheNumberAreKept() {
        Registrering registrering = medTekst(new UUID(1, 2), 17, "tekst");
        assertThat(Lagringsform.les(Lagringsform.skriv(lagret(registrering)), false))
                .isEqualTo(lagret(registrering));
    }

    @Test
    void largeDocumentsArePacked() {
        List<LagretRegistrering> mange = IntStream.range(0, 50)
                .mapToObj(i ->
                        new LagretRegistrering(Eksempler.registrering(new UUID(i, i), Eksempler.REGISTRERT, false), i))
                .toList();
        byte[] dokument = Lagringsform.skriv(mange);
        assertThat(dokument[0]).isEqualTo((byte) 2);
        assertThat(dokument.length).isLessThan(50 * 60);
        assertThat(Lagringsform.les(dokument, false)).isEqualTo(mange);
    }

    @Test
    void whatDoesNotFitIsRefusedInWords() {
        Random tilfeldig = new Random(1);
        String tekst = tilfeldig
                .ints(2 * Lagringsform.STOERSTE, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertRefused(tekst);
        assertRefused("a".repeat(Lagringsform.STOERSTE_UTPAKKET));
        String paa = "a".repeat(Lagringsform.STOERSTE_UTPAKKET - 1_000);
        assertThat(Lagringsform.les(Lagringsform.skriv(lagret(medTekst(new UUID(1, 2), 1, paa))), false))
                .hasSize(1);
    }

    @Test
    void bytesThatWereNotWrittenHereAreRefusedWithoutQuotingThem() {
        byte[] dokument = Lagringsform.skriv(
                lagret(Eksempler.virksomhetMedAlt().registreringer().get(1)));
        for (int format : new int[] {0, 1, 2, 3}) {
            for (int lengde : new int[] {0, 1, 2, 50, dokument.length - 1}) {
                byte[] galt = Arrays.copyOf(dokument, lengde);
                if (lengde > 0) {
                    galt[0] = (byte) format;
                }
                assertUnreadable(galt);
            }
        }
        byte[] annenKode = new String(dokument, StandardCharsets.UTF_8)
                .replace("\"beskytter\"", "\"PAPPESKE\"")
                .getBytes(StandardCharsets.UTF_8);
        assertUnreadable(annenKode);
    }

    private static void assertUnreadable(byte[] dokument) {
        assertThatThrownBy(() -> Lagringsform.les(dokument, false))
                .isInstanceOf(UlesbartDokument.class)
                .hasNoCause()
                .message()
                .doesNotContain("PAPPESKE", "KULEPENN");
    }

    private static void assertRefused(String tekst) {
        List<LagretRegistrering> registreringer = lagret(medTekst(new UUID(1, 2), 1, tekst));
        assertThatThrownBy(() -> Lagringsform.skriv(registreringer))
                .isInstanceOf(Registerkonflikt.class)
                .hasMessageContaining("for store til å lagres");
    }

    private static List<LagretRegistrering> lagret(Registrering registrering) {
        return List.of(new LagretRegistrering(registrering, 42));
    }

    private static Registrering medTekst(UUID id, int versjon, String tekst) {
        return new Registrering(
                id,
                versjon,
                Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                Eksempler.REGISTRERT,
                false,
                Optional.empty(),
                Rettighetsinformasjon.INGEN,
                Optional.of(new Uoverensstemmelse(tekst, Eksempler.REGISTRERT, Optional.empty())));
    }

    @Provide
    Arbitrary<RegistreringspliktigVirksomhet> virksomheter() {
        return Vilkaarlig.virksomheter();
    }
}
