package no.rrh.http.endringslogg;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import no.rrh.application.port.in.Loggfoering;
import no.rrh.domain.registrering.NummerertEndring;
import no.rrh.http.representasjon.Tidspunkt;

/** A change as a CloudEvent 1.0 in JSON. */
final class Hendelse {
    private static final String TYPE = "no.brreg.rrh.rettighetsinformasjon.";

    private Hendelse() {}

    static void skriv(JsonGenerator json, Loggfoering foering) throws IOException {
        NummerertEndring endring = foering.endring();
        String organisasjonsnummer = endring.endring().organisasjonsnummer().verdi();
        json.writeStartObject();
        json.writeStringField("specversion", "1.0");
        json.writeStringField("id", Long.toString(endring.sekvensnummer()));
        json.writeStringField("source", "urn:uuid:" + foering.generasjon());
        json.writeStringField("type", TYPE + endring.endring().type().verdi());
        json.writeStringField("time", Tidspunkt.skriv(endring.tidspunkt()));
        json.writeStringField("subject", organisasjonsnummer);
        json.writeStringField("datacontenttype", "application/json");
        json.writeObjectFieldStart("data");
        json.writeStringField("organisasjonsnummer", organisasjonsnummer);
        json.writeStringField(
                "registreringsid", endring.endring().registreringsid().toString());
        json.writeEndObject();
        json.writeEndObject();
    }
}
