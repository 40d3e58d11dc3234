package no.rrh.persistence.lagringsform;

import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import no.rrh.domain.feil.Registerkonflikt;

/**
 * Registrations as bytes, after a format number, so that the form can change while old rows stay. Whether a registration is
 * gjeldende is not part of it; that is told by where the bytes are kept.
 */
public final class Lagringsform {
    /** What one document may take: H2's limit for a {@code bytea}. */
    static final int STOERSTE = 1_048_576;

    /** What it may take unpacked, so that reading one always fits in a small heap. */
    static final int STOERSTE_UTPAKKET = 8 * STOERSTE;

    /** The first form, which is read and no longer written: JSON as raw deflate with {@link Ordbok#EN}. */
    private static final byte PAKKET_JSON = 1;

    /** As {@link Dokumentskriver} writes it. */
    private static final byte BYTER = 2;

    /** The same as raw deflate. */
    private static final byte PAKKEDE_BYTER = 3;

    /** Smaller than this takes longer to unpack than to read, and most are; longer histories repeat themselves. */
    private static final int STOERSTE_UPAKKET = 1024;

    /** How much larger a document is expected to be unpacked; only speed depends on it. */
    private static final int VANLIG_UTPAKKING = 6;

    private static final byte[] UTEN_ORDBOK = {};

    private Lagringsform() {}

    /**
     * The registrations as one document.
     *
     * @throws Registerkonflikt when they are too large to be kept together
     */
    public static byte[] skriv(List<LagretRegistrering> registreringer) {
        Byteskriver skriver = new Byteskriver();
        skriver.enByte(BYTER);
        Dokumentskriver.skriv(registreringer, skriver);
        byte[] byter = skriver.ferdig();
        if (byter.length <= STOERSTE_UPAKKET) {
            return byter;
        }
        byte[] dokument = pakk(byter);
        if (byter.length > STOERSTE_UTPAKKET || dokument.length > STOERSTE) {
            throw new Registerkonflikt("registreringene til virksomheten er for store til å lagres: de tar "
                    + byter.length
                    + " byte, " + dokument.length + " pakket; det er plass til " + STOERSTE_UTPAKKET + ", " + STOERSTE
                    + " pakket");
        }
        return dokument;
    }

    /**
     * Reads what {@link #skriv} wrote.
     *
     * @param gjeldende whether they are
     * @throws UlesbartDokument when it is something else
     */
    public static List<LagretRegistrering> les(byte[] dokument, boolean gjeldende) {
        return switch (dokument.length == 0 ? 0 : dokument[0]) {
            case BYTER -> Dokumentleser.les(new Byteleser(dokument, 1), gjeldende);
            case PAKKEDE_BYTER -> Dokumentleser.les(new Byteleser(pakkUt(dokument, UTEN_ORDBOK), 0), gjeldende);
            case PAKKET_JSON -> Jsonleser.les(pakkUt(dokument, Ordbok.EN), gjeldende);
            default -> throw new UlesbartDokument("unknown format number");
        };
    }

    /** What follows the format number, under another. */
    private static byte[] pakk(byte[] byter) {
        Deflater pakker = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            pakker.setInput(byter, 1, byter.length - 1);
            pakker.finish();
            byte[] dokument = new byte[byter.length / 2];
            dokument[0] = PAKKEDE_BYTER;
            int lengde = 1;
            while (!pakker.finished()) {
                if (lengde == dokument.length) {
                    dokument = Arrays.copyOf(dokument, 2 * lengde);
                }
                lengde += pakker.deflate(dokument, lengde, dokument.length - lengde);
            }
            return Arrays.copyOf(dokument, lengde);
        } finally {
            pakker.end();
        }
    }

    private static byte[] pakkUt(byte[] dokument, byte[] ordbok) {
        Inflater pakker = new Inflater(true);
        try {
            pakker.setDictionary(ordbok);
            pakker.setInput(dokument, 1, dokument.length - 1);
            byte[] json = new byte[VANLIG_UTPAKKING * dokument.length];
            int lengde = 0;
            while (!pakker.finished()) {
                if (lengde == json.length) {
                    json = Arrays.copyOf(json, 2 * lengde);
                }
                lengde += pakker.inflate(json, lengde, json.length - lengde);
                if (pakker.needsInput() && !pakker.finished()) {
                    throw new UlesbartDokument("cut off");
                }
            }
            return Arrays.copyOf(json, lengde);
        } catch (DataFormatException e) {
            throw new UlesbartDokument("not packed data");
        } finally {
            pakker.end();
        }
    }
}
