package no.rrh.persistence.lagringsform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import no.rrh.domain.feil.Registerkonflikt;

/**
 * Registrations as bytes: compact JSON, deflated with a dictionary, after a format number, so that the form can change
 * while old rows stay. Whether a registration is gjeldende is not part of it; that is told by where the bytes are kept.
 */
public final class Lagringsform {
    /** What one document may take: H2's limit for a {@code bytea}. */
    static final int STOERSTE = 1_048_576;

    /** What it may take unpacked, so that reading one always fits in a small heap. */
    static final int STOERSTE_UTPAKKET = 8 * STOERSTE;

    /** JSON as {@link Dokumentskriver} writes it, as raw deflate with {@link Ordbok#EN}. */
    private static final byte FORMAT = 1;

    /** How much larger a document is expected to be unpacked; only speed depends on it. */
    private static final int VANLIG_UTPAKKING = 6;

    private Lagringsform() {}

    /**
     * The registrations as one document.
     *
     * @throws Registerkonflikt when they are too large to be kept together
     */
    public static byte[] skriv(List<LagretRegistrering> registreringer) {
        byte[] json = json(registreringer);
        byte[] dokument = pakk(json);
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
        if (dokument.length == 0 || dokument[0] != FORMAT) {
            throw new UlesbartDokument("unknown format number");
        }
        return Dokumentleser.les(pakkUt(dokument), gjeldende);
    }

    private static byte[] json(List<LagretRegistrering> registreringer) {
        try (ByteArrayOutputStream json = new ByteArrayOutputStream(1_024)) {
            Dokumentskriver.skriv(registreringer, json);
            return json.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pakk(byte[] json) {
        Deflater pakker = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        pakker.setDictionary(Ordbok.EN);
        ByteArrayOutputStream dokument = new ByteArrayOutputStream(512);
        dokument.write(FORMAT);
        try (DeflaterOutputStream ut = new DeflaterOutputStream(dokument, pakker)) {
            ut.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            pakker.end();
        }
        return dokument.toByteArray();
    }

    private static byte[] pakkUt(byte[] dokument) {
        Inflater pakker = new Inflater(true);
        try {
            pakker.setDictionary(Ordbok.EN);
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
