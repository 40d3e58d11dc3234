package no.rrh.application.service;

import static no.rrh.domain.Eksempler.ORGANISASJONSNUMMER;
import static no.rrh.domain.Eksempler.REGISTRERT;
import static no.rrh.domain.Eksempler.organisasjonsnummer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import no.rrh.application.port.in.Eksportresultat;
import no.rrh.application.port.in.Eksportvalg;
import no.rrh.application.port.in.Eksportvalg.Form;
import no.rrh.application.port.in.Eksportvalg.Pakking;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.out.MinneRegister;
import no.rrh.application.port.out.Representasjon;
import no.rrh.application.port.out.StillbarKlokke;
import no.rrh.domain.Eksempler;
import no.rrh.domain.innsyn.RegistreringInnsyn;
import no.rrh.domain.innsyn.RettighetshaverInnsyn;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Uoverensstemmelse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegistereksportTest {
    private static final Eksportvalg JSON = new Eksportvalg(Form.JSON, Pakking.INGEN);

    private final MinneRegister register = new MinneRegister(new StillbarKlokke(REGISTRERT));
    private final ByteArrayOutputStream ut = new ByteArrayOutputStream();
    private final List<VirksomhetInnsyn> skrevet = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({
        "JSON, INGEN, [xx]",
        "JSON, GZIP, gzip{[xx]}",
        "JSON, ZIP, zip:register.json{[xx]}",
        "JSONL, INGEN, -xx-",
        "JSONL, GZIP, gzip{-xx-}",
        "JSONL, ZIP, zip:register.jsonl{-xx-}"
    })
    void hasTheFormAndThePackingThatIsAskedFor(Form form, Pakking pakking, String fil) {
        les(Eksempler.meldt(organisasjonsnummer(1), REGISTRERT), Eksempler.virksomhetMedAlt());
        eksporter(new Eksportvalg(form, pakking), Framdrift.INGEN);
        assertThat(ut.toString(StandardCharsets.UTF_8)).isEqualTo(fil);
    }

    @Test
    void showsAllOfEveryRegistrationOfEveryVirksomhet() {
        RegistreringspliktigVirksomhet slettet =
                Eksempler.slettet(organisasjonsnummer(1), REGISTRERT, REGISTRERT.plusMillis(1));
        les(Eksempler.virksomhetMedAlt(), slettet, Eksempler.ikkeMeldt(organisasjonsnummer(2), REGISTRERT));
        eksporter(JSON, Framdrift.INGEN);
        assertThat(skrevet)
                .extracting(VirksomhetInnsyn::organisasjonsnummer)
                .containsExactly(organisasjonsnummer(1), organisasjonsnummer(2), ORGANISASJONSNUMMER);
        assertThat(skrevet.get(0).slettet()).isEqualTo(slettet.slettet());
        assertThat(skrevet.get(0).registreringer()).hasSize(2);
        List<RegistreringInnsyn> alt = skrevet.get(2).registreringer();
        assertThat(alt).hasSize(5);
        assertThat(alt.get(0).reelleRettighetshavere())
                .extracting(RettighetshaverInnsyn::person)
                .containsExactly(Eksempler.MINDREAARIG, Eksempler.UTENLANDSK, Eksempler.ALMINNELIG);
        assertThat(alt.subList(0, 3))
                .extracting(r -> r.uoverensstemmelse().flatMap(Uoverensstemmelse::innsender))
                .allMatch(innsender -> innsender.isPresent());
    }

    @Test
    void tellsHowManyItWroteAndWhichChangeWasTheLast() {
        List<Long> framdrift = new ArrayList<>();
        les(Eksempler.virksomhetMedAlt(), Eksempler.meldt(organisasjonsnummer(2), REGISTRERT));
        assertThat(eksporter(JSON, framdrift::add)).isEqualTo(new Eksportresultat(2, 6));
        assertThat(framdrift).containsExactly(1L, 2L);
    }

    @Test
    void ofAnEmptyRegisterIsAFileToo() {
        assertThat(eksporter(new Eksportvalg(Form.JSONL, Pakking.GZIP), Framdrift.INGEN))
                .isEqualTo(new Eksportresultat(0, 0));
        assertThat(ut.toString(StandardCharsets.UTF_8)).isEqualTo("gzip{--}");
    }

    @ParameterizedTest
    @CsvSource({"JSON, INGEN", "JSON, GZIP", "JSONL, ZIP"})
    void whatTheListenerThrowsComesOutUnchangedAndTheFileIsNotEnded(Form form, Pakking pakking) {
        les(Eksempler.virksomhetMedAlt(), Eksempler.meldt(organisasjonsnummer(2), REGISTRERT));
        IllegalStateException avbrutt = new IllegalStateException();
        assertThatThrownBy(() -> eksporter(new Eksportvalg(form, pakking), antall -> {
                    throw avbrutt;
                }))
                .isSameAs(avbrutt);
        assertThat(ut.toString(StandardCharsets.UTF_8)).endsWith("x");
    }

    @Test
    void aStreamThatIsFullIsSaidAndTheFileIsNotEnded() {
        les(Eksempler.virksomhetMedAlt(), Eksempler.meldt(organisasjonsnummer(2), REGISTRERT));
        IOException full = new IOException("full");
        OutputStream begrenset = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                if (ut.size() == 2) {
                    throw full;
                }
                ut.write(b);
            }
        };
        assertThatThrownBy(() -> new Registereksport(register, new Tegn()).eksporter(begrenset, JSON, Framdrift.INGEN))
                .isExactlyInstanceOf(UncheckedIOException.class)
                .hasCause(full);
        assertThat(ut.toString(StandardCharsets.UTF_8)).isEqualTo("[x");
    }

    @Test
    void theStreamIsFlushedAndLeftOpen() {
        List<String> gjort = new ArrayList<>();
        OutputStream stroem = new FilterOutputStream(ut) {
            @Override
            public void flush() {
                gjort.add("flush " + ut);
            }

            @Override
            public void close() {
                gjort.add("close");
            }
        };
        new Registereksport(register, new Tegn()).eksporter(stroem, JSON, Framdrift.INGEN);
        assertThat(gjort).containsExactly("flush []");
    }

    private Eksportresultat eksporter(Eksportvalg valg, Framdrift framdrift) {
        return new Registereksport(register, new Tegn()).eksporter(ut, valg, framdrift);
    }

    private void les(RegistreringspliktigVirksomhet... poster) {
        for (RegistreringspliktigVirksomhet post : poster) {
            register.skriv(skriving -> {
                skriving.lagre(Registerfoering.innles(skriving.hent(post.organisasjonsnummer()), post, () -> null));
                return null;
            });
        }
    }

    /** An x for each virksomhet, and marks around. */
    private final class Tegn implements Representasjon {
        @Override
        public Bestandsskriver bestand(OutputStream til, Del del) throws IOException {
            assertThat(del).isEqualTo(Del.HELE);
            return skriver(til, '[', ']');
        }

        @Override
        public Bestandsskriver linjer(OutputStream til) throws IOException {
            return skriver(til, '-', '-');
        }

        @Override
        public OutputStream gzip(OutputStream til) throws IOException {
            return pakket(til, "gzip");
        }

        @Override
        public OutputStream zip(OutputStream til, String filnavn) throws IOException {
            return pakket(til, "zip:" + filnavn);
        }

        private OutputStream pakket(OutputStream til, String navn) throws IOException {
            til.write((navn + "{").getBytes(StandardCharsets.UTF_8));
            return new FilterOutputStream(til) {
                @Override
                public void close() throws IOException {
                    til.write('}');
                }
            };
        }

        private Bestandsskriver skriver(OutputStream til, char foerst, char sist) throws IOException {
            til.write(foerst);
            return new Bestandsskriver() {
                @Override
                public void skriv(VirksomhetInnsyn virksomhet) throws IOException {
                    til.write('x');
                    skrevet.add(virksomhet);
                }

                @Override
                public void close() throws IOException {
                    til.write(sist);
                }
            };
        }
    }
}
