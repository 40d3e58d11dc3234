package no.rrh.http.maskinporten;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.sikkerhet.Avvist;
import no.rrh.http.sikkerhet.Jsonvakt;
import no.rrh.http.sikkerhet.Noekkel;
import no.rrh.http.sikkerhet.Noekkelsett;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;

/** A registered client as JSON, its key as a JWKS of one. */
final class Klientfil {
    private static final String ID = "id";
    private static final String ORGNR = "orgnr";
    private static final String SCOPES = "scopes";
    private static final String DELEGERT_FRA = "delegertFra";
    private static final String OPPRETTET = "opprettet";
    private static final String JWKS = "jwks";

    private Klientfil() {}

    static String skriv(Klient klient, Instant opprettet, RsaJsonWebKey noekkel) {
        Map<String, Object> fil = new LinkedHashMap<>();
        fil.put(ID, klient.id());
        fil.put(ORGNR, klient.orgnr().verdi());
        fil.put(SCOPES, klient.scopes());
        fil.put(
                DELEGERT_FRA,
                klient.delegertFra().stream().map(Organisasjonsnummer::verdi).toList());
        fil.put(OPPRETTET, opprettet.toString());
        fil.put(JWKS, Map.of("keys", List.of(noekkel.toParams(JsonWebKey.OutputControlLevel.PUBLIC_ONLY))));
        return JsonUtil.toJson(fil) + "\n";
    }

    /**
     * Reads the file of the client with that id.
     *
     * @throws UgyldigVerdi when it is not one; the message holds nothing of it
     */
    static RegistrertKlient les(String id, String json) {
        try {
            Map<String, Object> fil = Jsonvakt.objekt(json);
            Klient klient = new Klient(
                    tekst(fil.get(ID)),
                    new Organisasjonsnummer(tekst(fil.get(ORGNR))),
                    tekster(fil.get(SCOPES)),
                    tekster(fil.get(DELEGERT_FRA)).stream()
                            .map(Organisasjonsnummer::new)
                            .toList());
            if (klient.id().equals(id)) {
                return new RegistrertKlient(klient, Instant.parse(tekst(fil.get(OPPRETTET))), noekkel(fil.get(JWKS)));
            }
        } catch (Avvist | UgyldigVerdi | DateTimeException | IllegalArgumentException ikkeKlient) {
            // said below, as for one that has another's name
        }
        throw new UgyldigVerdi("ikke en registrert klient");
    }

    private static Noekkel noekkel(Object jwks) {
        if (jwks instanceof Map<?, ?> sett) {
            Noekkelsett noekler = Noekkelsett.avJwks(JsonUtil.toJson(Map.of("keys", liste(sett.get("keys")))));
            if (noekler.kider().size() == 1) {
                return noekler.finn(noekler.kider().iterator().next()).orElseThrow();
            }
        }
        throw new IllegalArgumentException();
    }

    private static String tekst(Object verdi) {
        if (verdi instanceof String tekst) {
            return tekst;
        }
        throw new IllegalArgumentException();
    }

    private static List<String> tekster(Object verdi) {
        return liste(verdi).stream().map(Klientfil::tekst).toList();
    }

    private static List<?> liste(Object verdi) {
        if (verdi instanceof List<?> liste) {
            return liste;
        }
        throw new IllegalArgumentException();
    }
}
