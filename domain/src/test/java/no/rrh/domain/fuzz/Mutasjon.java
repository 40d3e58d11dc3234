package no.rrh.domain.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * One thing done to what was right. Both numbers are taken modulo what there is to choose from, so that any of them means
 * something; shrinking leaves fewer mutations with smaller numbers.
 *
 * @param hvor which place it is done at
 * @param hva what is put there, or how much of it
 */
public record Mutasjon(Slag slag, int hvor, int hva) {
    private static final int STOERST = 1 << 20;

    /** The longest that a mutation makes anything: what is larger is for tests of limits. */
    static final int LENGST = 200_000;

    /** What trips programs up, in whatever they read. */
    private static final List<byte[]> BITER = List.of(
            bytes(""),
            new byte[] {0},
            new byte[] {(byte) 0xFF, (byte) 0xFE},
            new byte[] {(byte) 0xC3},
            new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80},
            bytes("\uFEFF"),
            bytes("\u0085"),
            bytes("\u2028"),
            bytes("\u3000"),
            bytes("\uD83D\uDE00"),
            bytes("\t"),
            bytes("\n"),
            bytes("\r\n"),
            bytes(" "),
            bytes("\""),
            bytes("\\"),
            bytes("\\u"),
            bytes("\\ud800"),
            bytes("%"),
            bytes("%00"),
            bytes("%C3"),
            bytes("'"),
            bytes("' OR '1'='1"),
            bytes(";--"),
            bytes("${x}"),
            bytes("<"),
            bytes("&"),
            bytes("="),
            bytes("+"),
            bytes("/"),
            bytes("../"),
            bytes("."),
            bytes(","),
            bytes(":"),
            bytes("#"),
            bytes("[["),
            bytes("{}"),
            bytes("-1"),
            bytes("0"),
            bytes("9223372036854775808"),
            bytes("1e9999"),
            bytes("null"),
            bytes("A".repeat(300)));

    /** What is done. */
    public enum Slag {
        /** Another value altogether, or another bit. */
        ENDRE,
        /** A value that stands elsewhere in it. */
        ERSTATT,
        SLETT,
        /** Twice, or many times. */
        GJENTA,
        /** Something more, of what trips programs up. */
        SETT_INN,
        /** Deeper, or in another order. */
        FLYTT,
        /** The rest is gone. */
        KUTT
    }

    private static byte[] bytes(String tekst) {
        return tekst.getBytes(UTF_8);
    }

    /** Up to so many, all places alike. */
    public static Arbitrary<List<Mutasjon>> liste(int flest, Slag... slag) {
        Arbitrary<Integer> tall = Arbitraries.integers()
                .between(0, STOERST)
                .withDistribution(RandomDistribution.uniform())
                .withoutEdgeCases();
        return Combinators.combine(Arbitraries.of(slag.length == 0 ? Slag.values() : slag), tall, tall)
                .as(Mutasjon::new)
                .list()
                .ofMaxSize(flest)
                .withoutEdgeCases();
    }

    /** The bytes after all of them, one after the other. */
    public static byte[] bytes(byte[] rett, List<Mutasjon> mutasjoner) {
        byte[] naa = rett;
        for (Mutasjon mutasjon : mutasjoner) {
            naa = naa.length > LENGST ? naa : mutasjon.paa(naa);
        }
        return naa;
    }

    /** The text after all of them, bytes of UTF-8 in between; what is none then is U+FFFD. */
    public static String tekst(String rett, List<Mutasjon> mutasjoner) {
        return new String(bytes(rett.getBytes(UTF_8), mutasjoner), UTF_8);
    }

    private byte[] paa(byte[] naa) {
        int fra = hvor % (naa.length + 1);
        int til = Math.min(naa.length, fra + 1 + hva % 16);
        return switch (slag) {
            case ENDRE -> medBit(naa, fra);
            case ERSTATT -> satt(naa, fra, til, bit());
            case SLETT -> satt(naa, fra, til, new byte[0]);
            case GJENTA -> satt(naa, fra, fra, gjentatt(Arrays.copyOfRange(naa, fra, til), 1 + hva % 40));
            case SETT_INN -> satt(naa, fra, fra, bit());
            case FLYTT -> satt(satt(naa, fra, til, new byte[0]), 0, 0, Arrays.copyOfRange(naa, fra, til));
            case KUTT -> Arrays.copyOf(naa, fra);
        };
    }

    private byte[] bit() {
        return BITER.get(hva % BITER.size());
    }

    private byte[] medBit(byte[] naa, int plass) {
        byte[] ny = naa.clone();
        if (plass < ny.length) {
            ny[plass] ^= (byte) (1 << hva % Byte.SIZE);
        }
        return ny;
    }

    private static byte[] satt(byte[] naa, int fra, int til, byte[] midten) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        ut.write(naa, 0, fra);
        ut.writeBytes(midten);
        ut.write(naa, til, naa.length - til);
        return ut.toByteArray();
    }

    private static byte[] gjentatt(byte[] bit, int ganger) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream();
        for (int i = 0; i < ganger; i++) {
            ut.writeBytes(bit);
        }
        return ut.toByteArray();
    }
}
