package no.rrh.persistence.arkiv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ZiphodeTest {
    private static final byte[] INNHOLD = new byte[1_000];

    @ParameterizedTest
    @ValueSource(strings = {"1980-01-01T00:00:02Z", "2026-11-29T23:59:59.999Z", "2099-12-31T12:30:31Z"})
    void aroundTheSameContentStandsWhatTheJdkWrites(String tid) throws IOException {
        Ziphode hode = new Ziphode("x.json", Instant.parse(tid));
        byte[] pakket = pakket();
        ByteArrayOutputStream vaar = new ByteArrayOutputStream();
        vaar.write(hode.foer());
        vaar.write(pakket);
        vaar.write(hode.etter(pakket.length, new Innholdssum(INNHOLD.length, crc32(), 0)));
        assertThat(vaar.toByteArray()).isEqualTo(jdkens(Instant.parse(tid)));
    }

    /** As an unset clock has it, and beyond what a ZIP can tell. */
    @ParameterizedTest
    @ValueSource(strings = {"1970-01-01T00:00:00Z", "2108-01-01T00:00:00Z"})
    void aYearThatAZipCannotTellIsTheNearestThatItCan(String tid) {
        int aar = tid.startsWith("1970") ? 1980 : 2107;
        byte[] hode = new Ziphode("x.json", Instant.parse(tid)).foer();
        assertThat((hode[13] & 0xFF) >> 1).isEqualTo(aar - 1980);
    }

    @ParameterizedTest
    @ValueSource(longs = {0xFFFFFFFEL, 0xFFFFFFFFL, 0x100000000L, 1L << 40})
    void sizesThatDoNotFitInThirtyTwoBitsAreWrittenInSixtyFour(long stoerrelse) {
        byte[] etter = new Ziphode("x.json", Instant.EPOCH).etter(stoerrelse, new Innholdssum(stoerrelse, 0, 0));
        boolean stor = stoerrelse >= 0xFFFFFFFFL;
        int deskriptor = stor ? 24 : 16;
        int liste = 46 + "x.json".length() + (stor ? 20 : 0);
        // where the list begins is more than the size, so that the end is the larger even for the first
        assertThat(etter).hasSize(deskriptor + liste + 56 + 20 + 22);
    }

    private static byte[] jdkens(Instant tid) throws IOException {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(ut)) {
            ZipEntry oppfoering = new ZipEntry("x.json");
            oppfoering.setTimeLocal(LocalDateTime.ofInstant(tid, ZoneOffset.UTC));
            zip.putNextEntry(oppfoering);
            zip.write(INNHOLD);
        }
        return ut.toByteArray();
    }

    private static byte[] pakket() {
        Deflater pakker = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        pakker.setInput(INNHOLD);
        pakker.finish();
        byte[] ut = new byte[INNHOLD.length];
        int lengde = pakker.deflate(ut);
        pakker.end();
        return Arrays.copyOf(ut, lengde);
    }

    private static int crc32() {
        CRC32 crc = new CRC32();
        crc.update(INNHOLD);
        return (int) crc.getValue();
    }
}
