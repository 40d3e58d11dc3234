package no.rrh.bootstrap.rundtur;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.out.Enerett;
import no.rrh.application.port.out.Representasjon.Bestandsskriver;
import no.rrh.application.port.out.Representasjon.Del;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.service.Totalbestandproduksjon;
import no.rrh.bootstrap.Testlager;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.syntetisk.SyntetiskRegister;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.BodsRepresentasjon;
import no.rrh.persistence.arkiv.Filarkiv;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The whole way of a totalbestand, from the store to the disk, on as many threads as one likes. */
class TotalbestandtraaderTest {
    private static final Clock KLOKKE = Clock.fixed(Instant.parse("2026-11-23T09:13:45.120Z"), ZoneOffset.UTC);

    @TempDir
    private Path mappe;

    @ParameterizedTest
    @EnumSource(Testlager.class)
    void theFileHoldsWhatOneWriterWouldHaveWrittenAndIsTheSameWhateverTheThreads(Testlager lager) throws IOException {
        try (Register register = new Register(lager)) {
            register.les(new SyntetiskRegister(1_300, 7).virksomheter().toList());
            List<Totalbestandfil> filer =
                    Stream.of(1, 2, 3, 8).map(traader -> lag(register, traader)).toList();
            assertThat(filer)
                    .extracting(Totalbestandfil::sha256)
                    .containsOnly(filer.get(0).sha256());
            assertThat(filer)
                    .extracting(fil -> fil.bods().orElseThrow().sha256())
                    .containsOnly(filer.get(0).bods().orElseThrow().sha256());
            assertThat(innhold(filer.get(0), "totalbestand.json").equals(avEnSkriver(register)))
                    .isTrue();
            assertThat(innhold(filer.get(0).bods().orElseThrow(), "totalbestand.bods.jsonl")
                            .equals(bodsAvEnSkriver(register)))
                    .isTrue();
        }
    }

    private Totalbestandfil lag(Register register, int traader) {
        return new Totalbestandproduksjon(
                        register.lager.virksomhetsregister(),
                        new V1Representasjon(),
                        Optional.of(bods(register)::linjer),
                        new Filarkiv(mappe, Duration.ofDays(1), KLOKKE, traader),
                        new Enerett(),
                        KLOKKE)
                .lag(Framdrift.INGEN);
    }

    private static String innhold(Totalbestandfil fil, String oppfoering) throws IOException {
        try (ZipFile zip = new ZipFile(fil.sti().toFile())) {
            return new String(zip.getInputStream(zip.getEntry(oppfoering)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String avEnSkriver(Register register) throws IOException {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        skriv(register, new V1Representasjon().bestand(ut, Del.HELE));
        return ut.toString(StandardCharsets.UTF_8);
    }

    private static String bodsAvEnSkriver(Register register) throws IOException {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        skriv(register, bods(register).linjer(ut));
        return ut.toString(StandardCharsets.UTF_8);
    }

    private static BodsRepresentasjon bods(Register register) {
        return new BodsRepresentasjon(register.lager.pseudonymisering());
    }

    private static void skriv(Register register, Bestandsskriver til) throws IOException {
        try (Bestandsskriver skriver = til) {
            register.lager.virksomhetsregister().lesBestand(bestand -> {
                bestand.forHver(virksomhet -> skriv(skriver, virksomhet));
                return null;
            });
        }
    }

    private static void skriv(Bestandsskriver skriver, RegistreringspliktigVirksomhet virksomhet) {
        Innsynspolicy.gjeldende(virksomhet, Innsynsnivaa.PERSONER_I_FULL).ifPresent(innsyn -> {
            try {
                skriver.skriv(innsyn);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
