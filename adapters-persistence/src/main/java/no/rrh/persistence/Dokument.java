package no.rrh.persistence;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import no.rrh.domain.feil.UgyldigVerdi;

/**
 * Registrations as the bytes of one column. The first byte tells the form, so that another can come beside it; a large
 * document is deflated.
 */
final class Dokument {
    /** What the column of the embedded database takes. */
    static final int STOERST = 1024 * 1024;

    private static final byte FORM_1 = 1;
    private static final byte FORM_1_DEFLATERT = 2;
    private static final int DEFLATERES_OVER = 16 * 1024;

    private Dokument() {}

    /**
     * The bytes.
     *
     * @throws UgyldigVerdi when there are more than the column takes, deflated
     */
    static byte[] skriv(List<Lagret> registreringer) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream(1024);
        ut.write(FORM_1);
        try (DataOutputStream data = new DataOutputStream(ut)) {
            data.writeInt(registreringer.size());
            Lagringsskriver skriver = new Lagringsskriver(data);
            for (Lagret lagret : registreringer) {
                skriver.skriv(lagret);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] dokument = ut.size() > DEFLATERES_OVER ? deflatert(ut.toByteArray()) : ut.toByteArray();
        if (dokument.length > STOERST) {
            throw new UgyldigVerdi("virksomheten har mer innhold enn registeret kan lagre for én virksomhet");
        }
        return dokument;
    }

    static List<Lagret> les(byte[] dokument) {
        try (DataInputStream data = new DataInputStream(innhold(dokument))) {
            int antall = data.readInt();
            List<Lagret> registreringer = new ArrayList<>(antall);
            Lagringsleser leser = new Lagringsleser(data);
            for (int i = 0; i < antall; i++) {
                registreringer.add(leser.les());
            }
            return registreringer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream innhold(byte[] dokument) throws IOException {
        InputStream innhold = new ByteArrayInputStream(dokument, 1, dokument.length - 1);
        return switch (dokument[0]) {
            case FORM_1 -> innhold;
            case FORM_1_DEFLATERT -> new InflaterInputStream(innhold);
            default -> throw new IOException("a stored registration has the unknown form " + dokument[0]);
        };
    }

    private static byte[] deflatert(byte[] dokument) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream(dokument.length / 4);
        ut.write(FORM_1_DEFLATERT);
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION);
        try (DeflaterOutputStream pakket = new DeflaterOutputStream(ut, deflater)) {
            pakket.write(dokument, 1, dokument.length - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deflater.end();
        }
        return ut.toByteArray();
    }
}
