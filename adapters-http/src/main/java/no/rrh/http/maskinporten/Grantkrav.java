package no.rrh.http.maskinporten;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.maskinporten.Tokenfeil.Grunn;

/** What Maskinporten demands of the claims of a grant whose signature is good. */
final class Grantkrav {
    static final long SLINGRING_S = 10;
    static final long LENGSTE_LEVETID_S = 120;
    private static final long SISTE_SEKUND = 253_402_300_799L; // the year 9999
    private static final int LENGSTE_JTI = 256;
    private static final int FLEST_RESSURSER = 10;
    private static final Pattern RESSURS = Pattern.compile("[\\x21-\\x7E]{1,256}");

    private final Map<String, Object> krav;
    private final Clock klokke;

    Grantkrav(Map<String, Object> krav, Clock klokke) {
        this.krav = krav;
        this.klokke = klokke;
    }

    Grant grant(Klient klient, String utsteder, String klientbevis) throws Tokenfeil {
        krevMentFor(utsteder);
        krevGyldigNaa();
        String jti = jti();
        if (krav.containsKey("pid") || krav.containsKey("authorization_details")) {
            // a token without what was asked for would say more than the client meant it to
            throw new Tokenfeil(Grunn.KREVER_MER);
        }
        return new Grant(klient, scopes(klient), consumer(klient), ressurser(), klientbevis, jti);
    }

    private void krevMentFor(String utsteder) throws Tokenfeil {
        Object aud = krav.get("aud");
        if (!utsteder.equals(aud) && !List.of(utsteder).equals(aud)) {
            throw new Tokenfeil(Grunn.AUD);
        }
    }

    private void krevGyldigNaa() throws Tokenfeil {
        long naa = klokke.millis();
        long utstedt = sekunder("iat");
        long utloeper = sekunder("exp");
        if (naa >= (utloeper + SLINGRING_S) * 1000) {
            throw new Tokenfeil(Grunn.UTLOEPT);
        }
        if (utstedt * 1000 > naa + SLINGRING_S * 1000 || utstedt * 1000 < naa - SLINGRING_S * 1000) {
            throw new Tokenfeil(Grunn.IKKE_NAA);
        }
        if (krav.containsKey("nbf") && sekunder("nbf") * 1000 > naa + SLINGRING_S * 1000) {
            throw new Tokenfeil(Grunn.IKKE_NAA);
        }
        if (utloeper <= utstedt || utloeper > utstedt + LENGSTE_LEVETID_S) {
            throw new Tokenfeil(Grunn.FOR_LANG_LEVETID);
        }
    }

    private long sekunder(String navn) throws Tokenfeil {
        if (krav.get(navn) instanceof Long sekunder && sekunder >= 0 && sekunder <= SISTE_SEKUND) {
            return sekunder;
        }
        throw new Tokenfeil(Grunn.UGYLDIG_KRAV);
    }

    private String jti() throws Tokenfeil {
        if (krav.get("jti") instanceof String jti && !jti.isEmpty() && jti.length() <= LENGSTE_JTI) {
            return jti;
        }
        throw new Tokenfeil(Grunn.UTEN_JTI);
    }

    private List<String> scopes(Klient klient) throws Tokenfeil {
        if (!(krav.getOrDefault("scope", "") instanceof String tekst)) {
            throw new Tokenfeil(Grunn.UGYLDIG_KRAV);
        }
        List<String> scopes = Arrays.stream(tekst.split(" "))
                .filter(navn -> !navn.isEmpty())
                .distinct()
                .toList();
        if (scopes.isEmpty()) {
            throw new Tokenfeil(Grunn.UTEN_SCOPE);
        }
        if (!klient.scopes().containsAll(scopes)) {
            throw new Tokenfeil(Grunn.FREMMED_SCOPE);
        }
        return scopes;
    }

    private Optional<Organisasjonsnummer> consumer(Klient klient) throws Tokenfeil {
        if (!krav.containsKey("consumer_org")) {
            return Optional.empty();
        }
        Organisasjonsnummer consumer = orgnr(krav.get("consumer_org"));
        if (consumer.equals(klient.orgnr())) {
            throw new Tokenfeil(Grunn.EGEN_CONSUMER_ORG);
        }
        if (!klient.delegertFra().contains(consumer)) {
            throw new Tokenfeil(Grunn.IKKE_DELEGERT);
        }
        return Optional.of(consumer);
    }

    private static Organisasjonsnummer orgnr(Object verdi) throws Tokenfeil {
        try {
            return new Organisasjonsnummer(verdi instanceof String tekst ? tekst : "");
        } catch (UgyldigVerdi ikkeOrgnr) {
            throw new Tokenfeil(Grunn.UGYLDIG_KRAV);
        }
    }

    private List<String> ressurser() throws Tokenfeil {
        Object verdi = krav.getOrDefault("resource", List.of());
        List<?> flere = verdi instanceof List<?> liste ? liste : Arrays.asList(verdi);
        if (flere.size() > FLEST_RESSURSER
                || !flere.stream()
                        .allMatch(en -> en instanceof String tekst
                                && RESSURS.matcher(tekst).matches())) {
            throw new Tokenfeil(Grunn.UKJENT_RESSURS);
        }
        return flere.stream().map(String.class::cast).toList();
    }
}
