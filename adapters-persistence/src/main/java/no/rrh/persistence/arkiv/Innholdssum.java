package no.rrh.persistence.arkiv;

import java.util.zip.Checksum;

/**
 * How many bytes of JSON there were, and two sums of them of 32 bits each, by different polynomials. They tell
 * damage between the packing and the reading back. Nobody can forge anything there, so it need not be a digest, which would
 * cost a tenth of the packing.
 *
 * @param crc32 the one that a ZIP has
 */
record Innholdssum(long byter, int crc32, int crc32c) {
    static final Innholdssum INGEN = new Innholdssum(0, 0, 0);

    /** The two polynomials, the highest bit being the power of zero. */
    private static final int CRC32 = 0xEDB88320;

    private static final int CRC32C = 0x82F63B78;

    /** The polynomial 1, and x to the power of 8. */
    private static final int EN = 1 << 31;

    private static final int AATTE = 1 << 23;

    /** Of this content and that one after it. */
    Innholdssum og(Innholdssum neste) {
        return new Innholdssum(
                byter + neste.byter,
                flyttet(crc32, neste.byter, CRC32) ^ neste.crc32,
                flyttet(crc32c, neste.byter, CRC32C) ^ neste.crc32c);
    }

    /** A sum after so many bytes of zero: it times x to the power of 8 for each, which is squared for each binary digit. */
    private static int flyttet(int sum, long byter, int polynom) {
        int flyttet = sum;
        int potens = AATTE;
        for (long rest = byter; rest != 0; rest >>>= 1) {
            if ((rest & 1) != 0) {
                flyttet = ganget(potens, flyttet, polynom);
            }
            potens = ganget(potens, potens, polynom);
        }
        return flyttet;
    }

    private static int ganget(int a, int b, int polynom) {
        int produkt = 0;
        int ledd = b;
        for (int bit = EN; bit != 0; bit >>>= 1) {
            if ((a & bit) != 0) {
                produkt ^= ledd;
            }
            ledd = ledd >>> 1 ^ ((ledd & 1) == 0 ? 0 : polynom);
        }
        return produkt;
    }

    /** Sums what it is told of. */
    static final class Teller {
        private final Checksum crc32 = new java.util.zip.CRC32();
        private final Checksum crc32c = new java.util.zip.CRC32C();
        private long byter;

        void tell(byte[] bit, int fra, int antall) {
            crc32.update(bit, fra, antall);
            crc32c.update(bit, fra, antall);
            byter += antall;
        }

        long byter() {
            return byter;
        }

        Innholdssum sum() {
            return new Innholdssum(byter, (int) crc32.getValue(), (int) crc32c.getValue());
        }
    }
}
