package no.rrh.http.representasjon.lesing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Registerleser.Mottaker;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Rettighetsinformasjon.UtenlandskRegister;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class V1LeserTest {
    /** Every byte of the record counts for the places that the tests expect. */
    static final String ENKEL = """
            [
             {"organisasjonsnummer": "314208641",
              "foerstRegistrertIRegisterOverReelleRettighetshavere": "2024-09-26T10:22:02.634Z",
              "registreringer": [
               {"registreringsid": "0198c614-dfcc-4e65-bc96-4fdaf2c2c22b",
                "registreringsstatus": {"kode": "registreringsstatus.rettighetsinformasjonErRegistrert"},
                "registrert": "2024-10-08T13:11:28.956Z",
                "erGjeldendeRegistrering": true,
                "utenlandskRegister": {"land": {"landkode": "QX", "navn": "Ingensteds"}, "internettadresse": "x"},
                "reelleRettighetshavere": []}]}
            ]
            """;

    private static final String ENKEL_LINJE = ENKEL.replaceAll("\\s*\n\\s*", "").replaceAll("^\\[|]$", "");

    /** The pipe says nothing more, and is not closed: whoever is refused hears of it all the same. */
    @Test
    void aRefusalDoesNotWaitForASilentPipe() throws Exception {
        byte[] linjer = (ENKEL_LINJE + "\n").repeat(150).getBytes(StandardCharsets.UTF_8);
        try (PipedOutputStream inn = new PipedOutputStream();
                PipedInputStream fil = new PipedInputStream(inn, 2 * linjer.length)) {
            inn.write(linjer);
            inn.flush();
            CompletableFuture<Throwable> avslag =
                    CompletableFuture.supplyAsync(() -> catchThrowable(() -> new V1Leser().les(fil, virksomhet -> {
                        throw new Registerkonflikt("ikke denne");
                    })));
            assertThat(avslag.get(20, TimeUnit.SECONDS))
                    .isExactlyInstanceOf(Lesefeil.class)
                    .hasMessageContaining("ikke denne");
        }
    }

    @Test
    void anEmptyListHoldsNobody() {
        assertThat(lest("[]")).isEmpty();
        assertThat(lest(" [ \n ] \n")).isEmpty();
    }

    @Test
    void everythingReadIsInItsFirstVersion() {
        assertThat(lest(ENKEL).get(0).registreringer())
                .extracting(Registrering::versjon)
                .containsExactly(1);
    }

    @Test
    void fieldsMayComeInAnyOrder() {
        String stokket = """
                [{"registreringer": [{"reelleRettighetshavere": [],
                   "utenlandskRegister": {"internettadresse": "x", "land": {"navn": "Ingensteds", "landkode": "QX"}},
                   "erGjeldendeRegistrering": true,
                   "registrert": "2024-10-08T13:11:28.956Z",
                   "registreringsstatus": {"kode": "registreringsstatus.rettighetsinformasjonErRegistrert"},
                   "registreringsid": "0198c614-dfcc-4e65-bc96-4fdaf2c2c22b"}],
                  "foerstRegistrertIRegisterOverReelleRettighetshavere": "2024-09-26T10:22:02.634Z",
                  "organisasjonsnummer": "314208641"}]
                """;
        assertThat(lest(stokket)).isEqualTo(lest(ENKEL));
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(lest("\ufeff" + ENKEL)).isEqualTo(lest(ENKEL));
        assertThat(lest("\ufeff[]")).isEmpty();
    }

    @Test
    void timesWithAnyOffsetAreReadAsUtc() {
        String annenSone = ENKEL.replace("2024-10-08T13:11:28.956Z", "2024-10-08T15:11:28.956+02:00");
        assertThat(lest(annenSone)).isEqualTo(lest(ENKEL));
        assertThat(lest(annenSone).get(0).registreringer().get(0).registrert())
                .isEqualTo(Instant.parse("2024-10-08T13:11:28.956Z"));
    }

    @Test
    void theNameOfACodeIsNotLookedAt() {
        assertThat(lest(ENKEL.replace("Registrert\"}", "Registrert\", \"kodenavn\": \"noe helt annet\"}")))
                .isEqualTo(lest(ENKEL));
    }

    @Test
    void theNameOfACountryIsKeptOnlyWhereTheTableLacksIt() {
        assertThat(registerland(ENKEL)).isEqualTo(new LandAlfa2("QX", Optional.of("Ingensteds")));
        assertThat(registerland(ENKEL.replace("QX", "SE"))).isEqualTo(LandAlfa2.av("SE"));
        assertThat(registerland(ENKEL.replace(", \"navn\": \"Ingensteds\"", "")))
                .isEqualTo(LandAlfa2.av("QX"));
        assertThat(registerland(ENKEL.replace("Ingensteds", "QX"))).isEqualTo(LandAlfa2.av("QX"));
    }

    @Test
    void aUuidInCapitalsIsTheSame() {
        assertThat(lest(ENKEL.replace("0198c614-dfcc", "0198C614-DFCC"))).isEqualTo(lest(ENKEL));
    }

    @Test
    void escapedCharactersAreReadAsTheyAre() {
        assertThat(lest(ENKEL.replace("\"x\"", "\"\\u00e6\\ud83d\\ude00\\/\"")))
                .isEqualTo(lest(ENKEL.replace("\"x\"", "\"æ😀/\"")));
    }

    @Test
    void whatTheReceiverRefusesIsSaidOfTheRecordThatItRefused() {
        assertThatThrownBy(() -> les(ENKEL, virksomhet -> {
                    throw new UgyldigVerdi("nei");
                }))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessage("linje 2, kolonne 2, organisasjonsnummer 314208641: nei")
                .hasNoCause();
        assertThatThrownBy(() -> les(ENKEL, virksomhet -> {
                    throw new Registerkonflikt("krasj");
                }))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessage("linje 2, kolonne 2, organisasjonsnummer 314208641: krasj");
    }

    @Test
    void otherFailuresOfTheReceiverComeOutUnchanged() {
        RegisteretSvarerIkke feil = new RegisteretSvarerIkke(new IOException());
        assertThat(catchThrowable(() -> les(ENKEL, virksomhet -> {
                    throw feil;
                })))
                .isSameAs(feil);
    }

    @Test
    void theReceiverIsToldOfSomeBeforeTheFirstOfThemComes() {
        List<String> hendt = new ArrayList<>();
        String linje = ENKEL_LINJE + "\n";
        new V1Leser().les(new ByteArrayInputStream(linje.repeat(250).getBytes(StandardCharsets.UTF_8)), new Mottaker() {
            @Override
            public void ventes(List<RegistreringspliktigVirksomhet> neste) {
                hendt.add("ventes " + neste.size());
            }

            @Override
            public void ta(RegistreringspliktigVirksomhet virksomhet) {
                hendt.add("ta");
            }
        });
        assertThat(hendt.stream().filter(en -> !en.equals("ta")))
                .containsExactly("ventes 100", "ventes 100", "ventes 50");
        assertThat(hendt.subList(0, 2)).containsExactly("ventes 100", "ta");
        assertThat(hendt.get(101)).isEqualTo("ventes 100");
        assertThat(hendt).hasSize(253);
    }

    /** The first that is wrong is told of, though the second was read before the first was given. */
    @Test
    void whatTheReceiverRefusesComesBeforeWhatIsWrongAfterIt() {
        assertThatThrownBy(() -> les(ENKEL_LINJE + "\n{\"ukjent\":1}\n", virksomhet -> {
                    throw new UgyldigVerdi("nei");
                }))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessageStartingWith("linje 1, kolonne 1, organisasjonsnummer ")
                .hasMessageEndingWith(": nei");
    }

    @Test
    void theRecordsBeforeAWrongOneHaveBeenGiven() {
        List<RegistreringspliktigVirksomhet> gitt = new ArrayList<>();
        assertThatThrownBy(() -> les(ENKEL.replace("}]}\n]", "}]}, 1]"), gitt::add))
                .isExactlyInstanceOf(Lesefeil.class);
        assertThat(gitt).hasSize(1);
    }

    @Test
    void aFileThatCannotBeReadIsNotAnErrorInIt() {
        InputStream brutt = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk");
            }
        };
        assertThatThrownBy(() -> new V1Leser().les(brutt, virksomhet -> {}))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("disk");
    }

    @Test
    void theStreamIsLeftOpen() {
        boolean[] lukket = {false};
        InputStream fil = new ByteArrayInputStream(ENKEL.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public void close() {
                lukket[0] = true;
            }
        };
        new V1Leser().les(fil, virksomhet -> {});
        assertThat(lukket[0]).isFalse();
    }

    @Test
    void malformedUtf8IsFoundInTheTextThatHoldsIt() {
        byte[][] feil = {
            {(byte) 0xFF},
            {(byte) 0xC3, ' '},
            {(byte) 0xC0, (byte) 0x80},
            {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            {(byte) 0xF4, (byte) 0x90, (byte) 0x80, (byte) 0x80}
        };
        for (byte[] bytes : feil) {
            // latin-1 so that the bytes go into the file as they are
            String tekst = ENKEL.replace("\"x\"", "\"x" + new String(bytes, StandardCharsets.ISO_8859_1) + "\"");
            assertThatThrownBy(() -> les(tekst.getBytes(StandardCharsets.ISO_8859_1), virksomhet -> {}))
                    .isExactlyInstanceOf(Lesefeil.class)
                    .hasMessage("linje 9, kolonne 98, organisasjonsnummer 314208641:"
                            + " registreringer[0].utenlandskRegister.internettadresse:"
                            + " ikke gyldig UTF-8 her eller like etter; hele filen må være i UTF-8");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16", "UTF-16BE", "UTF-16LE", "UTF-32", "UTF-32BE", "UTF-32LE"})
    void aFileInAnotherUnicodeEncodingIsRefusedWithTheOneThatIsExpected(String tegnsett) {
        for (String fil :
                List.of(ENKEL, "\ufeff" + ENKEL, ENKEL.strip().replace("\n", "").replaceAll("^.(.*).$", "$1"))) {
            assertThatThrownBy(() -> les(fil.getBytes(Charset.forName(tegnsett)), virksomhet -> {}))
                    .isExactlyInstanceOf(Lesefeil.class)
                    .hasMessage("filen er i UTF-16 eller UTF-32; forventet UTF-8");
        }
    }

    @Test
    void aFileInLatin1IsRefusedWhereItIsNoLongerAscii() {
        String fil = ENKEL.replace("Ingensteds", "Ingenstedø");
        assertThatThrownBy(() -> les(fil.getBytes(StandardCharsets.ISO_8859_1), virksomhet -> {}))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessageStartingWith("linje 9, kolonne ")
                .hasMessageEndingWith("ikke gyldig UTF-8 her eller like etter; hele filen må være i UTF-8");
    }

    @Test
    void aFaultOfThePackingIsSaidOfThePlaceThatWasReachedOrOfTheFileAsAWhole() throws IOException {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(ut)) {
            gzip.write(ENKEL.getBytes(StandardCharsets.UTF_8));
        }
        byte[] hel = ut.toByteArray();
        les(hel, virksomhet -> assertThat(virksomhet).isEqualTo(lest(ENKEL).get(0)));
        assertThatThrownBy(() -> les(Arrays.copyOf(hel, hel.length - 1), virksomhet -> {}))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessage("linje 11, kolonne 1: gzip-filen er avkortet: den slutter før innholdet er ferdig");
        assertThatThrownBy(() -> les(Arrays.copyOf(hel, hel.length / 2), virksomhet -> {}))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessageMatching("linje \\d+, kolonne \\d+, organisasjonsnummer 314208641:"
                        + " gzip-filen er avkortet: den slutter før innholdet er ferdig");
        assertThatThrownBy(() -> les(Arrays.copyOf(hel, 5), virksomhet -> {}))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessage("gzip-filen er avkortet: den slutter før innholdet er ferdig");
    }

    @Test
    void everyPrefixOfAFileIsRefusedAsTruncated() {
        for (int lengde = 1; lengde < ENKEL.strip().length(); lengde++) {
            String avkortet = ENKEL.substring(0, lengde);
            assertThatThrownBy(() -> les(avkortet, virksomhet -> {}))
                    .as("%d characters", lengde)
                    .isExactlyInstanceOf(Lesefeil.class)
                    .hasMessageMatching("linje \\d+, kolonne \\d+(, organisasjonsnummer 314208641)?: "
                            + "(filen slutter før listen av virksomheter er ferdig|ikke gyldig JSON)");
        }
    }

    private static LandAlfa2 registerland(String json) {
        return ((UtenlandskRegister) lest(json).get(0).registreringer().get(0).rettighetsinformasjon()).land();
    }

    private static List<RegistreringspliktigVirksomhet> lest(String json) {
        List<RegistreringspliktigVirksomhet> lest = new ArrayList<>();
        les(json, lest::add);
        return lest;
    }

    private static void les(String json, Consumer<RegistreringspliktigVirksomhet> mottaker) {
        les(json.getBytes(StandardCharsets.UTF_8), mottaker);
    }

    private static void les(byte[] json, Consumer<RegistreringspliktigVirksomhet> mottaker) {
        new V1Leser().les(new ByteArrayInputStream(json), mottaker::accept);
    }
}
