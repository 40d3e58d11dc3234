package no.rrh.http.representasjon.bods;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import no.rrh.application.port.out.Representasjon.Bestandsskriver;
import no.rrh.domain.innsyn.Pseudonymisering;
import no.rrh.domain.innsyn.VirksomhetInnsyn;

/**
 * The BODS 0.4 representation as it is written, in bokmål where it has words of the register. It sees only what may be shown, and
 * names records so that no number can be told from them. Safe for many threads.
 */
public final class BodsRepresentasjon {
    private static final int VANLIG_STOERRELSE = 8192;

    private final JsonFactory json = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
            .build();

    private final Pseudonymisering hemmelig;

    /**
     * A representation.
     *
     * @param hemmelig names records; by the secret of the register, so that they are the same each time
     */
    public BodsRepresentasjon(Pseudonymisering hemmelig) {
        this.hemmelig = hemmelig;
    }

    /** One virksomhet as an array of statements. */
    public byte[] virksomhet(VirksomhetInnsyn virksomhet) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream(VANLIG_STOERRELSE);
        ut.write('[');
        boolean foerste = true;
        for (Utsagn utsagn : Forloep.av(virksomhet, hemmelig)) {
            if (!foerste) {
                ut.write(',');
            }
            foerste = false;
            ut.writeBytes(skriv(utsagn));
        }
        ut.write(']');
        return ut.toByteArray();
    }

    /**
     * Starts a file of JSON Lines: one statement a line.
     *
     * @param ut is left open when the lines are closed
     */
    public Bestandsskriver linjer(OutputStream ut) {
        return new Bestandsskriver() {
            @Override
            public void skriv(VirksomhetInnsyn virksomhet) throws IOException {
                for (Utsagn utsagn : Forloep.av(virksomhet, hemmelig)) {
                    ut.write(BodsRepresentasjon.this.skriv(utsagn));
                    ut.write('\n');
                }
            }

            @Override
            public void close() {
                // what is written is whole after each virksomhet
            }
        };
    }

    /** The id is of the rest as it is written, which need not be written once more to stand behind it. */
    private byte[] skriv(Utsagn utsagn) {
        byte[] innhold = skriv(utsagn.felter());
        byte[] foran = ("{\"statementId\":\"" + sum(innhold) + "\",").getBytes(StandardCharsets.US_ASCII);
        byte[] alt = Arrays.copyOf(foran, foran.length + innhold.length - 1);
        System.arraycopy(innhold, 1, alt, foran.length, innhold.length - 1);
        return alt;
    }

    private byte[] skriv(Map<String, Object> felter) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream(1024);
        try (JsonGenerator generator = json.createGenerator(ut)) {
            skriv(felter, generator);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ut.toByteArray();
    }

    private static void skriv(Object verdi, JsonGenerator ut) throws IOException {
        if (verdi instanceof Map<?, ?> felter) {
            ut.writeStartObject();
            for (Map.Entry<?, ?> felt : felter.entrySet()) {
                ut.writeFieldName((String) felt.getKey());
                skriv(felt.getValue(), ut);
            }
            ut.writeEndObject();
        } else if (verdi instanceof List<?> verdier) {
            ut.writeStartArray();
            for (Object en : verdier) {
                skriv(en, ut);
            }
            ut.writeEndArray();
        } else if (verdi instanceof Boolean sant) {
            ut.writeBoolean(sant);
        } else if (verdi instanceof Integer tall) {
            ut.writeNumber(tall);
        } else {
            ut.writeString((String) verdi);
        }
    }

    private static String sum(byte[] innhold) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(innhold));
        } catch (NoSuchAlgorithmException umulig) {
            throw new AssertionError("every Java platform has SHA-256", umulig);
        }
    }
}
