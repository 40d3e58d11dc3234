package no.rrh.persistence.lagringsform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import no.rrh.domain.feil.Registerkonflikt;

/**
 * Registrations as bytes: compact JSON with a format number before it, so that the form can change while old rows stay.
 * Whether a registration is gjeldende is not part of it; that is told by where the bytes are kept.
 */
public final class Lagringsform {
    /** What one document may take: H2's limit for a {@code bytea}. */
    static final int STOERSTE = 1_048_576;

    /** What it may take unpacked, so that reading one always fits in a small heap. */
    static final int STOERSTE_UTPAKKET = 8 * STOERSTE;

    /** From here on packing saves more than it costs. */
    static final int PAKKES_FRA = 2_048;

    private static final int JSON = 1;
    private static final int PAKKET_JSON = 2;

    private Lagringsform() {}

    /**
     * The registrations as one document.
     *
     * @throws Registerkonflikt when they are too large to be kept together
     */
    public static byte[] skriv(List<LagretRegistrering> registreringer) {
        byte[] json = json(registreringer);
        byte[] dokument = json.length < PAKKES_FRA ? medFormat(json) : pakk(json);
        if (json.length > STOERSTE_UTPAKKET || dokument.length > STOERSTE) {
            throw new Registerkonflikt("registreringene til virksomheten er for store til å lagres: de tar "
                    + json.length
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
        int format = dokument.length == 0 ? 0 : dokument[0];
        InputStream innhold = new ByteArrayInputStream(dokument, 1, Math.max(dokument.length - 1, 0));
        return switch (format) {
            case JSON -> Dokumentleser.les(innhold, gjeldende);
            case PAKKET_JSON -> pakkUt(innhold, gjeldende);
            default -> throw new UlesbartDokument("unknown format number " + format);
        };
    }

    private static byte[] json(List<LagretRegistrering> registreringer) {
        try (ByteArrayOutputStream json = new ByteArrayOutputStream(1_024)) {
            Dokumentskriver.skriv(registreringer, json);
            return json.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] medFormat(byte[] json) {
        byte[] dokument = new byte[json.length + 1];
        dokument[0] = JSON;
        System.arraycopy(json, 0, dokument, 1, json.length);
        return dokument;
    }

    private static byte[] pakk(byte[] json) {
        Deflater pakker = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        ByteArrayOutputStream dokument = new ByteArrayOutputStream(json.length / 2);
        dokument.write(PAKKET_JSON);
        try (DeflaterOutputStream ut = new DeflaterOutputStream(dokument, pakker)) {
            ut.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            pakker.end();
        }
        return dokument.toByteArray();
    }

    private static List<LagretRegistrering> pakkUt(InputStream pakket, boolean gjeldende) {
        Inflater pakker = new Inflater(true);
        try {
            return Dokumentleser.les(new InflaterInputStream(pakket, pakker), gjeldende);
        } finally {
            pakker.end();
        }
    }
}
