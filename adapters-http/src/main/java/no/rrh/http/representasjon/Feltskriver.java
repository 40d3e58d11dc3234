package no.rrh.http.representasjon;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.SerializableString;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.kodeverk.LandAlfa3;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** The kinds of field that the model has. What is absent is left out, and so never null. */
final class Feltskriver {
    private final JsonGenerator generator;
    private final Ordbok ordbok;
    private final char[] tidspunkt = new char[Tidspunkt.LENGDE];

    /** Writes what stands inside an object or in an element of a list. */
    interface Innhold<T> {
        void skriv(T verdi) throws IOException;
    }

    Feltskriver(JsonGenerator generator, Ordbok ordbok) {
        this.generator = generator;
        this.ordbok = ordbok;
    }

    <T> void objekt(T verdi, Innhold<T> innhold) throws IOException {
        generator.writeStartObject();
        innhold.skriv(verdi);
        generator.writeEndObject();
    }

    <T> void objekt(SerializableString felt, T verdi, Innhold<T> innhold) throws IOException {
        generator.writeFieldName(felt);
        objekt(verdi, innhold);
    }

    <T> void objekt(SerializableString felt, Optional<T> verdi, Innhold<T> innhold) throws IOException {
        if (verdi.isPresent()) {
            objekt(felt, verdi.get(), innhold);
        }
    }

    <T> void liste(SerializableString felt, List<T> verdier, Innhold<T> element) throws IOException {
        generator.writeFieldName(felt);
        generator.writeStartArray();
        for (T verdi : verdier) {
            element.skriv(verdi);
        }
        generator.writeEndArray();
    }

    void tekst(SerializableString felt, String verdi) throws IOException {
        generator.writeFieldName(felt);
        generator.writeString(verdi);
    }

    void tekst(SerializableString felt, Optional<String> verdi) throws IOException {
        if (verdi.isPresent()) {
            tekst(felt, verdi.get());
        }
    }

    void tekst(String verdi) throws IOException {
        generator.writeString(verdi);
    }

    void sannhet(SerializableString felt, boolean verdi) throws IOException {
        generator.writeFieldName(felt);
        generator.writeBoolean(verdi);
    }

    void nummer(SerializableString felt, Organisasjonsnummer verdi) throws IOException {
        tekst(felt, verdi.verdi());
    }

    void tid(SerializableString felt, Instant verdi) throws IOException {
        generator.writeFieldName(felt);
        Tidspunkt.skriv(verdi, tidspunkt);
        generator.writeString(tidspunkt, 0, tidspunkt.length);
    }

    void tid(SerializableString felt, Optional<Instant> verdi) throws IOException {
        if (verdi.isPresent()) {
            tid(felt, verdi.get());
        }
    }

    void dato(SerializableString felt, LocalDate verdi) throws IOException {
        tekst(felt, verdi.toString());
    }

    void dato(SerializableString felt, Optional<LocalDate> verdi) throws IOException {
        if (verdi.isPresent()) {
            dato(felt, verdi.get());
        }
    }

    /** Four digits, and a text because the contract says so. */
    void aar(SerializableString felt, Year verdi) throws IOException {
        String sifre = verdi.toString();
        tekst(felt, "0".repeat(Math.max(0, 4 - sifre.length())) + sifre);
    }

    void kode(SerializableString felt, Kode verdi) throws IOException {
        generator.writeFieldName(felt);
        kode(verdi);
    }

    void kode(SerializableString felt, Optional<? extends Kode> verdi) throws IOException {
        if (verdi.isPresent()) {
            kode(felt, verdi.get());
        }
    }

    void kode(Kode verdi) throws IOException {
        generator.writeRawValue(ordbok.kode(verdi));
    }

    void land(SerializableString felt, LandAlfa2 verdi) throws IOException {
        generator.writeFieldName(felt);
        generator.writeRawValue(ordbok.land(verdi.landkode(), verdi.oppgittNavn()));
    }

    void land(SerializableString felt, LandAlfa3 verdi) throws IOException {
        generator.writeFieldName(felt);
        land(verdi);
    }

    void land(LandAlfa3 verdi) throws IOException {
        generator.writeRawValue(ordbok.land(verdi.landkode(), verdi.oppgittNavn()));
    }
}
