package no.rrh.persistence.innsynslogg;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import no.rrh.application.port.out.Innsynsfoering;
import no.rrh.application.port.out.Innsynsfoering.Hva;
import no.rrh.application.port.out.Innsynsfoering.Hvem;
import no.rrh.domain.innsyn.VistRegistrering;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.persistence.innsynslogg.Soekenoekler.Merke;

/** The content of an entry as JSON: on one line, in ASCII alone but for what stands in a client's name, absent fields left out. */
final class Foeringsform {
    static final String TID = "tid";
    static final String FASE = "fase";
    static final String OPERASJON = "operasjon";
    static final String CONSUMER = "consumer";
    static final String SUPPLIER = "supplier";
    static final String KLIENT = "klient";
    static final String SCOPE = "scope";
    static final String HJEMMEL = "hjemmel";
    static final String AVTALE = "avtale";
    static final String BRUKER = "bruker";
    static final String ORGANISASJONSNUMMER = "organisasjonsnummer";
    static final String VIST = "vist";
    static final String SOEKT = "soekt";
    static final String NOEKKEL = "noekkel";
    static final String MERKE = "merke";
    static final String FIL = "fil";
    static final String SEKVENSNUMMER = "sekvensnummer";
    static final String UNNTATTE = "unntatteIFull";
    static final String DETALJER = "detaljer";
    static final String UTFALL = "utfall";
    static final String STATUS = "status";
    static final String SPORING = "sporing";

    /** A token may hold a long one; an entry need not. */
    private static final int LENGSTE_TEKST = 200;

    private static final JsonFactory JSON = new JsonFactory();

    private Foeringsform() {}

    static byte[] skriv(Innsynsfoering foering, Soekenoekler noekler) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream(512);
        try (JsonGenerator json = JSON.createGenerator(ut)) {
            json.writeStartObject();
            json.writeStringField(TID, foering.tidspunkt().toString());
            json.writeStringField(OPERASJON, foering.operasjon());
            json.writeStringField(FASE, foering.fase().verdi());
            json.writeStringField(UTFALL, foering.utfall().navn());
            if (foering.utfall().status().isPresent()) {
                json.writeNumberField(STATUS, foering.utfall().status().getAsInt());
            }
            skriv(json, foering.hvem());
            skriv(json, foering.hva(), noekler);
            json.writeStringField(SPORING, foering.sporing());
            json.writeEndObject();
        } catch (IOException umulig) {
            throw new UncheckedIOException(umulig);
        }
        return ut.toByteArray();
    }

    private static void skriv(JsonGenerator json, Hvem hvem) throws IOException {
        valgfri(json, CONSUMER, hvem.consumer().map(Organisasjonsnummer::verdi));
        valgfri(json, SUPPLIER, hvem.supplier().map(Organisasjonsnummer::verdi));
        valgfri(json, KLIENT, hvem.klientId());
        valgfri(json, SCOPE, hvem.scope());
        valgfri(json, HJEMMEL, hvem.hjemmel());
        if (hvem.avtale().isPresent()) {
            json.writeNumberField(AVTALE, hvem.avtale().getAsLong());
        }
        valgfri(json, BRUKER, hvem.bruker());
    }

    private static void skriv(JsonGenerator json, Hva hva, Soekenoekler noekler) throws IOException {
        valgfri(json, ORGANISASJONSNUMMER, hva.organisasjonsnummer().map(Organisasjonsnummer::verdi));
        if (!hva.viste().isEmpty()) {
            json.writeArrayFieldStart(VIST);
            for (VistRegistrering vist : hva.viste()) {
                json.writeString(vist(vist));
            }
            json.writeEndArray();
        }
        if (hva.soekt().isPresent()) {
            Merke merke = noekler.merke(hva.soekt().get());
            json.writeObjectFieldStart(SOEKT);
            json.writeStringField(NOEKKEL, merke.noekkel());
            json.writeStringField(MERKE, merke.verdi());
            json.writeEndObject();
        }
        valgfri(json, FIL, hva.fil());
        if (hva.sekvensnummer().isPresent()) {
            json.writeNumberField(SEKVENSNUMMER, hva.sekvensnummer().getAsLong());
        }
        if (hva.unntatteIFull()) {
            json.writeBooleanField(UNNTATTE, true);
        }
        valgfri(json, DETALJER, hva.detaljer());
    }

    private static void valgfri(JsonGenerator json, String felt, Optional<String> verdi) throws IOException {
        if (verdi.isPresent()) {
            String tekst = verdi.get();
            json.writeStringField(felt, tekst.length() > LENGSTE_TEKST ? tekst.substring(0, LENGSTE_TEKST) : tekst);
        }
    }

    /** A registration and its version as one word. */
    static String vist(VistRegistrering vist) {
        return vist.registreringsid() + "/" + vist.versjon();
    }
}
