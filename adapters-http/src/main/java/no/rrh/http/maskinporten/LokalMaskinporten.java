package no.rrh.http.maskinporten;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.sikkerhet.FasteNoekler;
import no.rrh.http.sikkerhet.Noekkelkilde;
import no.rrh.http.sikkerhet.Noekkelsett;
import no.rrh.http.sikkerhet.Utsteder;
import org.jose4j.json.JsonUtil;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

/**
 * A Maskinporten of one machine: a key, an issuer and clients kept in a folder, which the server and the commands on the
 * same machine share. It issues tokens with Maskinporten's claims and answers what Maskinporten answers about itself:
 * over HTTP for the grant of a client, and without one for whoever can read the folder.
 */
public final class LokalMaskinporten {
    private static final String DELEGERT_I = "https://tt02.altinn.no/";

    private final Path sti;
    private final Noekkelmappe mappe;
    private final RsaJsonWebKey noekkel;
    private final Clock klokke;

    private LokalMaskinporten(Path sti, Noekkelmappe mappe, RsaJsonWebKey noekkel, Clock klokke) {
        this.sti = sti;
        this.mappe = mappe;
        this.noekkel = noekkel;
        this.klokke = klokke;
    }

    /**
     * Opens the folder, and makes it (0700) and the key in it (0600) when they are not there. Whoever opens at the same
     * time gets the same key.
     *
     * @throws UgyldigVerdi when the key file is not one; the message names the file
     */
    public static LokalMaskinporten aapne(Path mappe, Clock klokke) {
        try {
            Noekkelmappe noekkelmappe = Noekkelmappe.aapne(mappe);
            return new LokalMaskinporten(mappe, noekkelmappe, noekkelmappe.noekkel(), klokke);
        } catch (IOException feil) {
            throw new UncheckedIOException(feil);
        }
    }

    /** The issuer of the server that runs, or last ran, on the folder. */
    public Optional<URI> utsteder() {
        try {
            return mappe.utsteder();
        } catch (IOException feil) {
            throw new UncheckedIOException(feil);
        }
    }

    /**
     * Makes the issuer known to everyone who opens the folder. The server does so when it knows its port.
     *
     * @throws UgyldigVerdi when the address is not one of this machine, or does not end with a slash
     */
    public void settUtsteder(URI utsteder) {
        if (!Utsteder.erSloeyfe(utsteder)) {
            throw new UgyldigVerdi("en lokal utsteder må ha en adresse på denne maskinen");
        }
        try {
            mappe.skrivUtsteder(new Utsteder(utsteder.toString()));
        } catch (IOException feil) {
            throw new UncheckedIOException(feil);
        }
    }

    /** The key, to verify tokens with. */
    public Noekkelkilde noekler() {
        return new FasteNoekler(Noekkelsett.avJwks(jwksJson()));
    }

    /** The public key as a JWKS. */
    public String jwksJson() {
        return new JsonWebKeySet(noekkel).toJson();
    }

    /**
     * What Maskinporten tells of itself (RFC 8414), with the addresses of this issuer.
     *
     * @throws UgyldigVerdi before there is an issuer
     */
    public String metadataJson() {
        String utsteder = krevUtsteder();
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("issuer", utsteder);
        metadata.put("token_endpoint", utsteder + "token");
        metadata.put("jwks_uri", utsteder + "jwk");
        metadata.put("token_endpoint_auth_methods_supported", List.of("private_key_jwt"));
        metadata.put("grant_types_supported", List.of("urn:ietf:params:oauth:grant-type:jwt-bearer"));
        metadata.put("token_endpoint_auth_signing_alg_values_supported", List.of("RS256", "RS384", "RS512"));
        return JsonUtil.toJson(metadata);
    }

    /**
     * Issues a token, valid from now.
     *
     * @throws UgyldigVerdi before there is an issuer
     */
    public String utsted(Tokenbestilling bestilling) {
        JsonWebSignature jws = new JsonWebSignature();
        jws.setKeyIdHeaderValue(noekkel.getKeyId());
        jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        jws.setPayload(JsonUtil.toJson(krav(bestilling)));
        jws.setKey(noekkel.getPrivateKey());
        try {
            return jws.getCompactSerialization();
        } catch (JoseException siterer) {
            throw new IllegalStateException("the key of this machine cannot sign");
        }
    }

    /**
     * Gives tokens to the clients registered in the folder, when they ask as Maskinporten wants it.
     *
     * @param ca a PEM file with the authorities whose certificates clients may show who they are with; none when absent
     * @throws UgyldigVerdi when the file holds no certificates; the message names the file
     */
    public Tokenutveksling tokenutveksling(Optional<Path> ca) {
        Grantkontroll kontroll = new Grantkontroll(
                new Klientregister(sti, klokke), ca.map(fil -> Sertifikatkontroll.les(fil, klokke)), klokke);
        return new Tokenutveksling(this, kontroll, new BrukteGrants(sti.resolve("brukt"), klokke));
    }

    private Map<String, Object> krav(Tokenbestilling bestilling) {
        long naa = klokke.instant().getEpochSecond();
        Map<String, Object> krav = new LinkedHashMap<>();
        krav.put("iss", krevUtsteder());
        krav.put("client_amr", bestilling.klientbevis());
        krav.put("token_type", "Bearer");
        krav.put("client_id", bestilling.klientId());
        krav.put("aud", aud(bestilling.ressurser()));
        krav.put("scope", String.join(" ", bestilling.scopes()));
        krav.put("exp", naa + bestilling.levetid().toSeconds());
        krav.put("iat", naa);
        krav.put("jti", UUID.randomUUID().toString());
        krav.put("consumer", part(bestilling.consumer()));
        bestilling.supplier().ifPresent(supplier -> {
            krav.put("supplier", part(supplier));
            krav.put("delegation_source", DELEGERT_I);
        });
        return krav;
    }

    /** As Maskinporten has it: one is no list. */
    private static Object aud(List<String> ressurser) {
        return switch (ressurser.size()) {
            case 0 -> "unspecified";
            case 1 -> ressurser.get(0);
            default -> ressurser;
        };
    }

    private static Map<String, Object> part(Organisasjonsnummer virksomhet) {
        Map<String, Object> part = new LinkedHashMap<>();
        part.put("authority", "iso6523-actorid-upis");
        part.put("ID", "0192:" + virksomhet.verdi());
        return part;
    }

    String krevUtsteder() {
        return utsteder()
                .map(URI::toString)
                .orElseThrow(() -> new UgyldigVerdi(
                        "ingen utsteder står i " + mappe + ": start serveren på den samme datamappen først"));
    }
}
