package no.rrh.http.forvaltning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.rrh.application.port.in.Registerstatus;
import no.rrh.application.port.in.Totalbestandstatus;
import no.rrh.application.port.out.Replikastatus;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.http.feil.Feilkropp;
import no.rrh.http.sikkerhet.Noekkelstatus;

/**
 * {@code /helse/live} and {@code /helse/klar} of the management port. The latter is 200 or 503 as the public one, and tells
 * why. What is not known is null, so that the fields are always the same.
 */
public final class Driftshelse {
    private static final DateTimeFormatter TID =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonFactory JSON = new JsonFactory();

    private final Supplier<Driftsstatus> status;
    private final Clock klokke;

    public Driftshelse(Supplier<Driftsstatus> status, Clock klokke) {
        this.status = status;
        this.klokke = klokke;
    }

    /** The two paths. */
    public Map<String, Supplier<Forvaltningssvar>> stier() {
        return Map.of(
                "/helse/live",
                () -> new Forvaltningssvar(200, Feilkropp.TYPE, "{\"status\":\"live\"}"),
                "/helse/klar",
                this::klar);
    }

    private Forvaltningssvar klar() {
        Driftsstatus naa = status.get();
        StringWriter ut = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ut)) {
            json.writeStartObject();
            json.writeStringField("status", naa.erKlar() ? "klar" : "ikke klar");
            json.writeStringField("tilstand", naa.tilstand().navn());
            json.writeStringField("miljoe", naa.miljoe());
            json.writeStringField("versjon", naa.versjon());
            json.writeStringField("startet", TID.format(naa.startet()));
            json.writeStringField("adresse", naa.adresse().map(Object::toString).orElse(null));
            register(json, naa.register());
            noekler(json, naa.noekler());
            totalbestand(json, naa.totalbestand());
            json.writeNumberField("kallIGang", naa.kallIGang());
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Forvaltningssvar(naa.erKlar() ? 200 : 503, Feilkropp.TYPE, ut.toString());
    }

    private static void register(JsonGenerator json, Optional<Registerstatus> register) throws IOException {
        json.writeObjectFieldStart("register");
        json.writeBooleanField("svarer", register.filter(Registerstatus::svarer).isPresent());
        json.writeFieldName("sisteSekvensnummer");
        Optional<Long> siste = register.flatMap(Registerstatus::sisteSekvensnummer);
        if (siste.isPresent()) {
            json.writeNumber(siste.get());
        } else {
            json.writeNull();
        }
        json.writeArrayFieldStart("replikaer");
        for (Replikastatus replika : register.map(Registerstatus::replikaer).orElse(List.of())) {
            json.writeStartObject();
            json.writeStringField("navn", replika.navn());
            json.writeBooleanField("iBruk", replika.iBruk());
            json.writeFieldName("etterslepISekunder");
            if (replika.etterslep().isPresent()) {
                json.writeNumber(replika.etterslep().get().toMillis() / 1000.0);
            } else {
                json.writeNull();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private void noekler(JsonGenerator json, Optional<Noekkelstatus> noekler) throws IOException {
        Optional<Instant> hentet = noekler.flatMap(Noekkelstatus::hentet);
        json.writeObjectFieldStart("noekler");
        json.writeNumberField("antall", noekler.map(Noekkelstatus::antall).orElse(0));
        tid(json, "hentet", hentet);
        json.writeFieldName("alderISekunder");
        if (hentet.isPresent()) {
            json.writeNumber(Duration.between(hentet.get(), klokke.instant()).toSeconds());
        } else {
            json.writeNull();
        }
        json.writeEndObject();
    }

    private static void totalbestand(JsonGenerator json, Optional<Totalbestandstatus> status) throws IOException {
        json.writeObjectFieldStart("totalbestand");
        fil(json, status.flatMap(Totalbestandstatus::siste));
        feil(json, status.flatMap(Totalbestandstatus::sisteFeil));
        tid(json, "paagaarSiden", status.flatMap(Totalbestandstatus::paagaarSiden));
        tid(json, "neste", status.flatMap(Totalbestandstatus::neste));
        json.writeEndObject();
    }

    private static void fil(JsonGenerator json, Optional<Totalbestandfil> siste) throws IOException {
        json.writeFieldName("siste");
        if (siste.isEmpty()) {
            json.writeNull();
            return;
        }
        Totalbestandfil fil = siste.get();
        json.writeStartObject();
        json.writeStringField("fil", fil.sti().getFileName().toString());
        json.writeNumberField("sekvensnummer", fil.sekvensnummer());
        tid(json, "laget", Optional.of(fil.laget()));
        json.writeNumberField("stoerrelse", fil.stoerrelse());
        json.writeStringField("sha256", fil.sha256());
        bods(json, fil.bods());
        json.writeEndObject();
    }

    private static void bods(JsonGenerator json, Optional<Totalbestandfil> bods) throws IOException {
        json.writeFieldName("bods");
        if (bods.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringField("fil", bods.get().sti().getFileName().toString());
        json.writeNumberField("stoerrelse", bods.get().stoerrelse());
        json.writeStringField("sha256", bods.get().sha256());
        json.writeEndObject();
    }

    private static void feil(JsonGenerator json, Optional<Totalbestandstatus.Feiling> siste) throws IOException {
        json.writeFieldName("sisteFeil");
        if (siste.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        tid(json, "tidspunkt", siste.map(Totalbestandstatus.Feiling::tidspunkt));
        json.writeStringField("aarsak", siste.get().aarsak());
        json.writeEndObject();
    }

    private static void tid(JsonGenerator json, String felt, Optional<Instant> tid) throws IOException {
        json.writeStringField(felt, tid.map(TID::format).orElse(null));
    }
}
