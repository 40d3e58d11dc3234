package no.rrh.http.maskinporten;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.sikkerhet.Noekkel;
import org.jose4j.json.JsonUtil;

/**
 * A client as it is registered.
 *
 * @param noekkel the public half of its key
 */
public record RegistrertKlient(Klient klient, Instant opprettet, Noekkel noekkel) {
    /** The client as a JSON object, with the name of its key. */
    public String json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", klient.id());
        json.put("orgnr", klient.orgnr().verdi());
        json.put("scopes", klient.scopes());
        json.put(
                "delegertFra",
                klient.delegertFra().stream().map(Organisasjonsnummer::verdi).toList());
        json.put("kid", noekkel.kid());
        json.put("opprettet", opprettet.toString());
        return JsonUtil.toJson(json);
    }
}
