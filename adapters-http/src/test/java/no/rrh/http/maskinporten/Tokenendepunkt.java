package no.rrh.http.maskinporten;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.sikkerhet.Testklokke;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.lang.JoseException;

/** A token endpoint over a folder, and one client that is registered there. */
final class Tokenendepunkt {
    static final URI UTSTEDER = URI.create("http://127.0.0.1:8080/maskinporten/");
    static final Organisasjonsnummer ORGNR = new Organisasjonsnummer("310000019");
    static final Organisasjonsnummer KUNDE = new Organisasjonsnummer("310000027");
    static final Organisasjonsnummer FREMMED = new Organisasjonsnummer("314208641");
    static final String ID = "klient-1";

    private static final Map<Path, String> FERDIG = lagFerdig();

    final Testklokke klokke = new Testklokke();
    final Klientregister register;
    final LokalMaskinporten maskinporten;
    final Path mappe;
    final Path nokler;

    private final Optional<Path> ca;
    private Tokenutveksling utveksling;

    Tokenendepunkt(Path rot, Optional<Path> ca) {
        this.mappe = rot.resolve("maskinporten");
        this.nokler = rot.resolve("nokler");
        this.ca = ca;
        this.register = new Klientregister(mappe, klokke);
        FERDIG.forEach((fil, innhold) -> skriv(rot.resolve(fil), innhold));
        this.maskinporten = LokalMaskinporten.aapne(mappe, klokke);
        maskinporten.settUtsteder(UTSTEDER);
        startPaaNytt();
    }

    /** Keys take long to make: the same ones serve all tests. */
    private static Map<Path, String> lagFerdig() {
        try {
            Path rot = Files.createTempDirectory("rrh-token-");
            LokalMaskinporten.aapne(rot.resolve("maskinporten"), new Testklokke());
            new Klientregister(rot.resolve("maskinporten"), new Testklokke())
                    .opprett(klient(ID), rot.resolve("nokler"));
            Map<Path, String> filer = new HashMap<>();
            try (Stream<Path> alt = Files.walk(rot)) {
                for (Path sti : alt.sorted(Comparator.reverseOrder()).toList()) {
                    if (Files.isRegularFile(sti)) {
                        filer.put(rot.relativize(sti), Files.readString(sti));
                    }
                    Files.delete(sti);
                }
            }
            return filer;
        } catch (IOException feil) {
            throw new UncheckedIOException(feil);
        }
    }

    private static void skriv(Path fil, String innhold) {
        try {
            Files.createDirectories(fil.getParent());
            Files.writeString(fil, innhold);
        } catch (IOException feil) {
            throw new UncheckedIOException(feil);
        }
    }

    static Klient klient(String id) {
        return new Klient(id, ORGNR, List.of("brreg:reelle/offentlig", "annet:scope"), List.of(KUNDE));
    }

    /** What a restart leaves: the folder. */
    void startPaaNytt() {
        utveksling = LokalMaskinporten.aapne(mappe, klokke).tokenutveksling(ca);
    }

    Tokenutveksling utveksling() {
        return utveksling;
    }

    Grantsmed grant() {
        return grant(ID);
    }

    Grantsmed grant(String id) {
        RsaJsonWebKey noekkel = jwk(id);
        return new Grantsmed(
                id,
                noekkel.getKeyId(),
                noekkel.getPrivateKey(),
                UTSTEDER.toString(),
                klokke.instant().getEpochSecond());
    }

    PrivateKey noekkel(String id) {
        return jwk(id).getPrivateKey();
    }

    private RsaJsonWebKey jwk(String id) {
        try {
            return (RsaJsonWebKey) JsonWebKey.Factory.newJwk(Files.readString(nokler.resolve(id + ".jwk.json")));
        } catch (IOException feil) {
            throw new UncheckedIOException(feil);
        } catch (JoseException feil) {
            throw new IllegalStateException(feil);
        }
    }

    Tokenutveksling.Utstedt send(Grantsmed grant) throws Tokenfeil {
        return send(grant.token());
    }

    Tokenutveksling.Utstedt send(String assertion) throws Tokenfeil {
        return utveksling.utsted(
                skjema("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion=" + assertion));
    }

    static Tokenskjema skjema(String kropp) throws Tokenfeil {
        return Tokenskjema.les(Optional.of("application/x-www-form-urlencoded"), kropp.getBytes(US_ASCII));
    }
}
