package no.rrh.http.representasjon.lesing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.application.port.out.Registerleser.Mottaker;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that never end, each of which must be refused before the memory is full. */
@Timeout(value = 300, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EndeloesFilTest {
    private static final String FOER_REGISTRERINGENE = "{\"organisasjonsnummer\":\"314208641\","
            + "\"foerstRegistrertIRegisterOverReelleRettighetshavere\":\"2024-09-26T10:22:02.634Z\","
            + "\"registreringer\":[";
    private static final String FOER_RETTIGHETSHAVERNE =
            "{\"registreringsid\":\"0198c614-dfcc-4e65-bc96-4fdaf2c2c22b\","
                    + "\"registreringsstatus\":{\"kode\":\"registreringsstatus.rettighetsinformasjonErRegistrert\"},"
                    + "\"registrert\":\"2024-10-08T13:11:28.956Z\",\"erGjeldendeRegistrering\":true,"
                    + "\"reelleRettighetshavere\":[";
    private static final String FOER_ADRESSELINJENE = "{\"posisjoner\":[{\"mellomliggendeVirksomheter\":"
            + "[{\"utenlandskVirksomhet\":{\"adresse\":{\"friAdressetekst\":[";
    private static final String RETTIGHETSHAVER = "{\"utenlandskPerson\":{\"foedselsaar\":\"1961\",\"fulltNavn\":\""
            + "X".repeat(2_000) + "\",\"bostedsland\":{\"landkode\":\"NOR\"},\"statsborgerskap\":[]},"
            + "\"erUnntattFraInnsyn\":false,\"foerstRegistrert\":\"2024-10-08T13:11:28.657Z\","
            + "\"endret\":\"2024-10-08T13:11:28.657Z\",\"posisjoner\":[{\"posisjonstype\":"
            + "{\"kode\":\"posisjonstype.eierskap\"},\"grunnlagstyper\":[],\"mellomliggendeVirksomheter\":[]}]},";

    @ParameterizedTest
    @ValueSource(strings = {"", "[", "[{\"organisasjonsnummer\":", "{"})
    void ofWhiteSpaceIsRefused(String begynnelse) {
        for (String blankt : List.of(" ", "\n", "\r\n", "\t")) {
            assertThatThrownBy(() -> les(begynnelse, blankt))
                    .isExactlyInstanceOf(Lesefeil.class)
                    .hasMessageEndingWith(": over en million blanke tegn etter hverandre; forventet JSON");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "["})
    void ofOneVirksomhetOnOneLineIsRefused(String begynnelse) {
        assertThatThrownBy(() -> les(begynnelse + FOER_REGISTRERINGENE + FOER_RETTIGHETSHAVERNE, RETTIGHETSHAVER))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessageStartingWith("linje 1, kolonne ")
                .hasMessageContaining(", organisasjonsnummer 314208641: registreringer[0].reelleRettighetshavere[")
                .hasMessageEndingWith("]: virksomheten er for stor; den kan ta høyst 33554432 tegn");
    }

    @Test
    void ofOneListWithNextToNothingInItIsRefused() {
        assertThatThrownBy(
                        () -> les("[" + FOER_REGISTRERINGENE + FOER_RETTIGHETSHAVERNE + FOER_ADRESSELINJENE, "\"\","))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessageEndingWith(
                        ".friAdressetekst[100000]: listen er for lang; den kan ha høyst 100000 elementer");
    }

    @Test
    void ofOneTextIsRefused() {
        assertThatThrownBy(() -> les("[{\"organisasjonsnummer\":\"", "3"))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessageContaining("en tekst kan ha høyst 100000 tegn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":", "1"})
    void ofDepthOrOfANumberIsRefused(String igjen) {
        assertThatThrownBy(() -> les("[", igjen)).isExactlyInstanceOf(Lesefeil.class);
    }

    /** The size of a file is no matter: what was read before does not count. */
    @Test
    void theLimitIsOfEachVirksomhetAlone() {
        String post = FOER_REGISTRERINGENE + FOER_RETTIGHETSHAVERNE + RETTIGHETSHAVER.repeat(999)
                + RETTIGHETSHAVER.substring(0, RETTIGHETSHAVER.length() - 1) + "]}]}\n";
        long[] lest = {0};
        InputStream tjue = new SequenceInputStream(gjentatt(post.getBytes(StandardCharsets.UTF_8), 20));
        new V1Leser().les(tjue, virksomhet -> lest[0]++);
        assertThat(lest[0]).isEqualTo(20);
    }

    /** Or a few that are as large as one may be would fill the memory. */
    @Test
    void ofLargeVirksomheterFewAreKeptAtATime() {
        String post = FOER_REGISTRERINGENE + FOER_RETTIGHETSHAVERNE + RETTIGHETSHAVER.repeat(2_999)
                + RETTIGHETSHAVER.substring(0, RETTIGHETSHAVER.length() - 1) + "]}]}\n";
        List<Integer> sammen = new ArrayList<>();
        InputStream tjue = new SequenceInputStream(gjentatt(post.getBytes(StandardCharsets.UTF_8), 20));
        new V1Leser().les(tjue, new Mottaker() {
            @Override
            public void ventes(List<RegistreringspliktigVirksomhet> neste) {
                sammen.add(neste.size());
            }

            @Override
            public void ta(RegistreringspliktigVirksomhet virksomhet) {}
        });
        int hoeyst = (1 << 20) / post.length() + 1;
        assertThat(sammen).allMatch(antall -> antall <= hoeyst).hasSizeGreaterThanOrEqualTo(20 / hoeyst);
        assertThat(hoeyst).isLessThan(5);
    }

    /** Whoever reads ahead stops while nothing is taken, however much more there is to read. */
    @Test
    void littleIsReadAheadOfWhoTakesIt() {
        byte[] post = (FOER_REGISTRERINGENE + FOER_RETTIGHETSHAVERNE + RETTIGHETSHAVER.repeat(99)
                        + RETTIGHETSHAVER.substring(0, RETTIGHETSHAVER.length() - 1) + "]}]}\n")
                .getBytes(StandardCharsets.UTF_8);
        AtomicLong lest = new AtomicLong();
        long[] tatt = {0};
        InputStream mange = new FilterInputStream(new SequenceInputStream(gjentatt(post, 80))) {
            @Override
            public int read(byte[] til, int fra, int antall) throws IOException {
                int n = super.read(til, fra, antall);
                lest.addAndGet(Math.max(0, n));
                return n;
            }
        };
        // what waits and is worked on, what is being gathered, and what is in the buffers
        long hoeyst = (4 << 20) + (1 << 20) + 3L * post.length;
        new V1Leser().les(mange, virksomhet -> {
            while (tatt[0] == 0 && lest.get() < 4 << 20) {
                Thread.onSpinWait();
            }
            assertThat(lest.get() - tatt[0]).isLessThan(hoeyst);
            tatt[0] += post.length;
        });
        assertThat(tatt[0]).isEqualTo(80L * post.length).isGreaterThan(2 * hoeyst);
    }

    private static void les(String begynnelse, String igjenOgIgjen) {
        byte[] mye = igjenOgIgjen.repeat(10_000 / igjenOgIgjen.length() + 1).getBytes(StandardCharsets.UTF_8);
        InputStream begynner = new ByteArrayInputStream(begynnelse.getBytes(StandardCharsets.UTF_8));
        new V1Leser()
                .les(
                        new SequenceInputStream(begynner, new SequenceInputStream(gjentatt(mye, Long.MAX_VALUE))),
                        virksomhet -> {});
    }

    private static Enumeration<InputStream> gjentatt(byte[] bytes, long ganger) {
        return new Enumeration<>() {
            private long igjen = ganger;

            @Override
            public boolean hasMoreElements() {
                return igjen > 0;
            }

            @Override
            public InputStream nextElement() {
                igjen--;
                return new ByteArrayInputStream(bytes);
            }
        };
    }
}
