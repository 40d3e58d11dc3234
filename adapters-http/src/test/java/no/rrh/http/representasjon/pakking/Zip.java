package no.rrh.http.representasjon.pakking;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/** A ZIP with one file, made byte by byte, so that each thing that may stand in one can be right or wrong. */
final class Zip {
    static final int DEFLATE = 8;
    static final int LAGRET = 0;

    private static final long ALT_SATT = 0xFFFF_FFFFL;

    String navn = "register.json";
    String navnIKatalogen;
    int metode = DEFLATE;
    int flagg;
    byte[] innhold;
    long crc;
    long crcIKatalogen;
    /** How wide the sizes after the content are: 0 when they stand before it, else 4 or 8. */
    int beskrivelse;

    boolean signatur = true;
    boolean zip64;
    int antall = 1;
    String kommentar = "";
    byte[] foerKatalogen = {};

    private final ByteArrayOutputStream ut = new ByteArrayOutputStream();

    Zip(byte[] innhold) {
        this.innhold = innhold;
        CRC32 sum = new CRC32();
        sum.update(innhold);
        this.crc = sum.getValue();
        this.crcIKatalogen = crc;
    }

    byte[] lag() {
        byte[] pakket = metode == DEFLATE ? deflatert(innhold) : innhold;
        boolean foelger = beskrivelse > 0;
        byte[] navnet = navn.getBytes(StandardCharsets.UTF_8);
        tall(0x04034b50, 4);
        tall(zip64 ? 45 : 20, 2);
        tall(flagg | (foelger ? 8 : 0), 2);
        tall(metode, 2);
        tall(0, 4);
        tall(foelger ? 0 : crc, 4);
        tall(foelger ? 0 : zip64 ? ALT_SATT : pakket.length, 4);
        tall(foelger ? 0 : zip64 ? ALT_SATT : innhold.length, 4);
        tall(navnet.length, 2);
        tall(zip64 && !foelger ? 28 : 0, 2);
        ut.writeBytes(navnet);
        if (zip64 && !foelger) {
            // another extra field first, as many programs have
            tall(0x5455, 2);
            tall(4, 2);
            tall(0, 4);
            tall(1, 2);
            tall(16, 2);
            tall(innhold.length, 8);
            tall(pakket.length, 8);
        }
        ut.writeBytes(pakket);
        if (foelger) {
            if (signatur) {
                tall(0x08074b50, 4);
            }
            tall(crc, 4);
            tall(pakket.length, beskrivelse);
            tall(innhold.length, beskrivelse);
        }
        ut.writeBytes(foerKatalogen);
        katalog(pakket.length);
        return ut.toByteArray();
    }

    private void katalog(int pakket) {
        int fra = ut.size();
        byte[] navnet = (navnIKatalogen == null ? navn : navnIKatalogen).getBytes(StandardCharsets.UTF_8);
        tall(0x02014b50, 4);
        tall(45, 2);
        tall(45, 2);
        tall(flagg, 2);
        tall(metode, 2);
        tall(0, 4);
        tall(crcIKatalogen, 4);
        tall(zip64 ? ALT_SATT : pakket, 4);
        tall(zip64 ? ALT_SATT : innhold.length, 4);
        tall(navnet.length, 2);
        tall(zip64 ? 20 : 0, 2);
        tall(3, 2);
        tall(0, 2 + 2 + 4 + 4);
        ut.writeBytes(navnet);
        if (zip64) {
            tall(1, 2);
            tall(16, 2);
            tall(innhold.length, 8);
            tall(pakket, 8);
        }
        ut.writeBytes("abc".getBytes(StandardCharsets.US_ASCII));
        int lengde = ut.size() - fra;
        if (zip64) {
            tall(0x06064b50, 4);
            tall(44, 8);
            tall(45, 2);
            tall(45, 2);
            tall(0, 4 + 4);
            tall(1, 8);
            tall(1, 8);
            tall(lengde, 8);
            tall(fra, 8);
            tall(0x07064b50, 4);
            tall(0, 4);
            tall(fra + lengde, 8);
            tall(1, 4);
        }
        tall(0x06054b50, 4);
        tall(0, 4);
        tall(zip64 ? 0xFFFF : antall, 2);
        tall(zip64 ? 0xFFFF : antall, 2);
        tall(lengde, 4);
        tall(fra, 4);
        tall(kommentar.length(), 2);
        ut.writeBytes(kommentar.getBytes(StandardCharsets.US_ASCII));
    }

    private void tall(long verdi, int bredde) {
        for (int i = 0; i < bredde; i++) {
            ut.write(i < Long.BYTES ? (int) (verdi >> i * Byte.SIZE) : 0);
        }
    }

    static byte[] deflatert(byte[] innhold) {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        deflater.setInput(innhold);
        deflater.finish();
        byte[] pakket = new byte[innhold.length + 1_000];
        ByteArrayOutputStream alt = new ByteArrayOutputStream();
        while (!deflater.finished()) {
            alt.write(pakket, 0, deflater.deflate(pakket));
        }
        deflater.end();
        return alt.toByteArray();
    }
}
