package no.rrh.persistence.register;

import java.util.UUID;

/**
 * Which keys may have been added: one that was is always known, one that was not is now and then taken for known (a Bloom
 * filter). Eight megabytes whatever there is, and of a million virksomheter with their registrations half of a percent of the
 * answers are wrong.
 */
final class Kanskje {
    private static final int LOGARITME = 26;
    private static final int BIT_I_LONG = 6;
    private static final int MASKE = (1 << LOGARITME) - 1;

    private final long[] bit = new long[1 << LOGARITME - BIT_I_LONG];

    void legg(int nummer) {
        leggBlandet(bland(nummer));
    }

    void legg(UUID id) {
        leggBlandet(bland(id));
    }

    boolean kanHa(int nummer) {
        return kanHaBlandet(bland(nummer));
    }

    boolean kanHa(UUID id) {
        return kanHaBlandet(bland(id));
    }

    private void leggBlandet(long blandet) {
        sett((int) blandet & MASKE);
        sett((int) (blandet >>> Integer.SIZE) & MASKE);
    }

    private boolean kanHaBlandet(long blandet) {
        return erSatt((int) blandet & MASKE) && erSatt((int) (blandet >>> Integer.SIZE) & MASKE);
    }

    private void sett(int plass) {
        bit[plass >>> BIT_I_LONG] |= 1L << plass;
    }

    private boolean erSatt(int plass) {
        return (bit[plass >>> BIT_I_LONG] & 1L << plass) != 0;
    }

    private static long bland(UUID id) {
        return bland(id.getMostSignificantBits() ^ Long.rotateLeft(id.getLeastSignificantBits(), Integer.SIZE));
    }

    /** Spreads keys that lie close over all bits. */
    private static long bland(long noekkel) {
        long blandet = noekkel * 0x9E3779B97F4A7C15L;
        blandet = (blandet ^ blandet >>> 32) * 0xD6E8FEB86659FD93L;
        return blandet ^ blandet >>> 29;
    }
}
