package no.rrh.application.port.out;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import no.rrh.application.port.out.Totalbestandarkiv.Innhold;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Totalbestandarkiv} must do. */
public abstract class TotalbestandarkivKontrakt {
    protected static final Instant LAGET = Instant.parse("2026-01-02T03:04:05.678Z");

    /** The archive under test, empty when a test begins. */
    protected abstract Totalbestandarkiv arkiv();

    @Test
    void isEmptyBeforeTheFirstFile() {
        assertThat(arkiv().siste()).isEmpty();
    }

    @Test
    void theFileIsAZipWithTheOneEntryAndIsToldOfAsItIs() throws IOException, NoSuchAlgorithmException {
        Totalbestandfil fil = arkiv().lagre(42, LAGET, tekst("[{\"navn\":\"æøå\"}]"));
        assertThat(arkiv().siste()).contains(fil);
        assertThat(fil.sekvensnummer()).isEqualTo(42);
        assertThat(fil.laget()).isEqualTo(LAGET);
        byte[] byter = Files.readAllBytes(fil.sti());
        assertThat(fil.stoerrelse()).isEqualTo(byter.length);
        assertThat(fil.sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(byter)));
        assertThat(innhold(fil)).isEqualTo("[{\"navn\":\"æøå\"}]");
    }

    @Test
    void theSameContentAndTimeGiveTheSameBytes() {
        Totalbestandfil en = arkiv().lagre(1, LAGET, tekst("[1]"));
        Totalbestandfil to = arkiv().lagre(1, LAGET, tekst("[1]"));
        assertThat(to).isEqualTo(en);
        assertThat(arkiv().lagre(1, LAGET, tekst("[2]")).sha256()).isNotEqualTo(en.sha256());
    }

    @Test
    void aTimeIsKeptInMilliseconds() {
        Totalbestandfil fil = arkiv().lagre(1, LAGET.plusNanos(999_999), tekst("[]"));
        assertThat(fil.laget()).isEqualTo(LAGET);
        assertThat(arkiv().siste()).contains(fil);
    }

    @Test
    void theNewestIsTheOneThatHoldsTheMostWhateverTheClockSaid() {
        arkiv().lagre(7, LAGET.plusSeconds(10), tekst("[1]"));
        Totalbestandfil medFlere = arkiv().lagre(8, LAGET, tekst("[2]"));
        assertThat(arkiv().siste()).contains(medFlere);
        Totalbestandfil senere = arkiv().lagre(8, LAGET.plusMillis(1), tekst("[3]"));
        assertThat(arkiv().siste()).contains(senere);
    }

    @Test
    void whoeverReadsAFileGoesOnReadingWhenNewerOnesTakeItsPlace() throws IOException {
        Totalbestandfil foerste = arkiv().lagre(1, LAGET, tekst("[1]"));
        try (InputStream leser = Files.newInputStream(foerste.sti())) {
            for (int i = 2; i < 6; i++) {
                arkiv().lagre(i, LAGET.plusSeconds(i), tekst("[" + i + "]"));
            }
            assertThat(leser.readAllBytes()).hasSize((int) foerste.stoerrelse());
        }
    }

    @Test
    void whenTheContentFailsTheNewestIsTheOneItWas() {
        Totalbestandfil foer = arkiv().lagre(1, LAGET, tekst("[1]"));
        assertThatThrownBy(() -> arkiv().lagre(2, LAGET.plusSeconds(1), ut -> {
                    ut.write(new byte[200_000]);
                    throw new IOException("half-way");
                }))
                .isInstanceOf(UncheckedIOException.class)
                .hasRootCauseMessage("half-way");
        RuntimeException feil = new IllegalStateException("of the content");
        assertThatThrownBy(() -> arkiv().lagre(2, LAGET.plusSeconds(1), ut -> {
                    throw feil;
                }))
                .isSameAs(feil);
        assertThat(arkiv().siste()).contains(foer);
    }

    @Test
    void theWriterOfTheContentMayCloseItsStream() throws IOException {
        Totalbestandfil fil = arkiv().lagre(1, LAGET, ut -> {
            try (OutputStream lukkes = ut) {
                lukkes.write("[1]".getBytes(StandardCharsets.UTF_8));
            }
        });
        assertThat(innhold(fil)).isEqualTo("[1]");
    }

    protected static Innhold tekst(String json) {
        return ut -> ut.write(json.getBytes(StandardCharsets.UTF_8));
    }

    private static String innhold(Totalbestandfil fil) throws IOException {
        try (ZipFile zip = new ZipFile(fil.sti().toFile())) {
            assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("totalbestand.json");
            return new String(
                    zip.getInputStream(zip.getEntry("totalbestand.json")).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
