package no.rrh.http.representasjon.lesing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.rrh.domain.Eksempler;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.rettighetshaver.Posisjonstype;
import no.rrh.http.representasjon.Spraak;
import no.rrh.http.representasjon.V1Representasjon;
import org.junit.jupiter.api.Test;

/** A file that neither as text nor as objects would find room in the memory that the test has. */
class StorFilTest {
    private static final int ANTALL = 100_000;

    @Test
    void aFileLargerThanMemoryIsReadOneVirksomhetAtATime() {
        byte[] post = post();
        assertThat((long) post.length * ANTALL)
                .as("size of the file, against the memory there is")
                .isGreaterThan(Runtime.getRuntime().maxMemory());
        long[] lest = {0};
        new V1Leser().les(fil(post), virksomhet -> lest[0]++);
        assertThat(lest[0]).isEqualTo(ANTALL);
    }

    private static InputStream fil(byte[] post) {
        Iterator<InputStream> deler = Stream.of(
                        Stream.of(tekst("["), new ByteArrayInputStream(post)),
                        IntStream.range(1, ANTALL)
                                .boxed()
                                .flatMap(i -> Stream.of(tekst(","), new ByteArrayInputStream(post))),
                        Stream.of(tekst("]")))
                .<InputStream>flatMap(delene -> delene)
                .iterator();
        return new SequenceInputStream(new Enumeration<>() {
            @Override
            public boolean hasMoreElements() {
                return deler.hasNext();
            }

            @Override
            public InputStream nextElement() {
                return deler.next();
            }
        });
    }

    private static InputStream tekst(String tekst) {
        return new ByteArrayInputStream(tekst.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] post() {
        Instant tidspunkt = Instant.parse("2025-01-02T03:04:05.006Z");
        RegistreringspliktigVirksomhet virksomhet = Eksempler.virksomhet(
                Eksempler.ORGANISASJONSNUMMER,
                new Registrering(
                        new UUID(0, 1),
                        Registrering.FOERSTE_VERSJON,
                        Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                        tidspunkt,
                        true,
                        Optional.empty(),
                        new Rettighetshavere(List.of(Eksempler.rettighetshaver(
                                Eksempler.ALMINNELIG, false, Eksempler.posisjon(Posisjonstype.EIERSKAP)))),
                        Optional.of(new Uoverensstemmelse("lang ".repeat(1_100), tidspunkt, Optional.empty()))));
        return new V1Representasjon()
                .virksomhet(Innsynspolicy.medHistorikk(virksomhet, Innsynsnivaa.ALT), Spraak.BOKMAAL);
    }
}
