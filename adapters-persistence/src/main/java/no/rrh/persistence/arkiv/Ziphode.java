package no.rrh.persistence.arkiv;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * What stands around the content in a ZIP with one entry, byte for byte as {@code ZipOutputStream} writes it, which takes
 * no content that is packed already. Sizes come after the content, and in 64 bits where 32 are too few.
 */
final class Ziphode {
    private static final int LOKALT = 0x04034b50;
    private static final int ETTER_INNHOLDET = 0x08074b50;
    private static final int LISTE = 0x02014b50;
    private static final int SLUTT_64 = 0x06064b50;
    private static final int SLUTTENS_STED_64 = 0x07064b50;
    private static final int SLUTT = 0x06054b50;

    private static final int VERSJON = 20;
    private static final int VERSJON_64 = 45;
    private static final int DEFLATE = 8;

    /** The sizes come after the content, and the name is UTF-8. */
    private static final int FLAGG = 0x0808;

    private static final long FOR_STOR = 0xFFFFFFFFL;
    private static final int UTVIDELSE_64 = 1;

    private static final int FOERSTE_AAR = 1980;
    private static final int SISTE_AAR = 2107;

    private final byte[] navn;
    private final int tid;

    /** Of an entry. A ZIP keeps local time without a zone: here it is UTC, whatever the zone of the machine. */
    Ziphode(String navn, Instant tid) {
        this.navn = navn.getBytes(StandardCharsets.UTF_8);
        this.tid = tid(LocalDateTime.ofInstant(tid, ZoneOffset.UTC));
    }

    /** What comes before the content. */
    byte[] foer() {
        Byter byter = new Byter();
        byter.fire(LOKALT).to(VERSJON).to(FLAGG).to(DEFLATE).fire(tid);
        byter.fire(0).fire(0).fire(0).to(navn.length).to(0);
        return byter.alle(navn).ferdig();
    }

    /** What comes after the content: its sum and sizes, the list of the one entry, and the end. */
    byte[] etter(long pakket, Innholdssum innhold) {
        long upakket = innhold.byter();
        int crc32 = innhold.crc32();
        Byter byter = new Byter();
        byter.fire(ETTER_INNHOLDET).fire(crc32);
        if (erForStor(pakket) || erForStor(upakket)) {
            byter.aatte(pakket).aatte(upakket);
        } else {
            byter.fire((int) pakket).fire((int) upakket);
        }
        long liste = foer().length + pakket + byter.lengde();
        int foer = byter.lengde();
        liste(byter, crc32, pakket, upakket);
        slutt(byter, liste, byter.lengde() - foer);
        return byter.ferdig();
    }

    private void liste(Byter byter, int crc32, long pakket, long upakket) {
        int utvidelse = (erForStor(upakket) ? Long.BYTES : 0) + (erForStor(pakket) ? Long.BYTES : 0);
        int versjon = utvidelse > 0 ? VERSJON_64 : VERSJON;
        byter.fire(LISTE).to(versjon).to(versjon).to(FLAGG).to(DEFLATE).fire(tid);
        byter.fire(crc32).fire(kort(pakket)).fire(kort(upakket)).to(navn.length);
        byter.to(utvidelse > 0 ? 4 + utvidelse : 0).to(0).to(0).to(0).fire(0).fire(0);
        byter.alle(navn);
        if (utvidelse > 0) {
            byter.to(UTVIDELSE_64).to(utvidelse);
            if (erForStor(upakket)) {
                byter.aatte(upakket);
            }
            if (erForStor(pakket)) {
                byter.aatte(pakket);
            }
        }
    }

    private static void slutt(Byter byter, long liste, int lengde) {
        if (erForStor(liste)) {
            byter.fire(SLUTT_64).aatte(44).to(VERSJON_64).to(VERSJON_64).fire(0).fire(0);
            byter.aatte(1).aatte(1).aatte(lengde).aatte(liste);
            byter.fire(SLUTTENS_STED_64).fire(0).aatte(liste + lengde).fire(1);
        }
        byter.fire(SLUTT).to(0).to(0).to(1).to(1).fire(lengde).fire(kort(liste)).to(0);
    }

    private static boolean erForStor(long antall) {
        return antall >= FOR_STOR;
    }

    private static int kort(long antall) {
        return (int) Math.min(antall, FOR_STOR);
    }

    /** Even seconds since 1980, in fields of bits. */
    private static int tid(LocalDateTime tid) {
        int aar = Math.max(FOERSTE_AAR, Math.min(SISTE_AAR, tid.getYear())) - FOERSTE_AAR;
        int dato = aar << 9 | tid.getMonthValue() << 5 | tid.getDayOfMonth();
        int klokkeslett = tid.getHour() << 11 | tid.getMinute() << 5 | tid.getSecond() >> 1;
        return dato << 16 | klokkeslett;
    }

    /** Numbers with their lowest byte first. */
    private static final class Byter {
        private final ByteBuffer byter = ByteBuffer.allocate(512).order(ByteOrder.LITTLE_ENDIAN);

        Byter to(int verdi) {
            byter.putShort((short) verdi);
            return this;
        }

        Byter fire(int verdi) {
            byter.putInt(verdi);
            return this;
        }

        Byter aatte(long verdi) {
            byter.putLong(verdi);
            return this;
        }

        Byter alle(byte[] verdi) {
            byter.put(verdi);
            return this;
        }

        int lengde() {
            return byter.position();
        }

        byte[] ferdig() {
            byte[] ferdig = new byte[byter.position()];
            byter.flip().get(ferdig);
            return ferdig;
        }
    }
}
