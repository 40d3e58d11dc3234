package no.rrh.http.sikkerhet;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.sikkerhet.Avvist.Grunn;

/** What the register demands of the claims of a Maskinporten token whose signature is good. */
final class Tokenkrav {
    static final long SLINGRING_MS = 10_000;

    /** The longest a token may be valid ahead, and the oldest it may be. */
    private static final long LENGSTE_LEVETID_MS = 130 * 60_000L;

    private static final long SISTE_SEKUND = 253_402_300_799L; // the year 9999: keeps milliseconds from overflowing
    private static final String UBESTEMT_AUD = "unspecified";
    private static final String AUTORITET = "iso6523-actorid-upis";
    private static final String NORSK_ORGNR = "0192:";
    private static final Pattern KLIENT_ID = Pattern.compile("[\\x20-\\x7E]{1,256}"); // RFC 6749 appendix A.1

    private final Utsteder utsteder;
    private final Optional<String> egenIdentifikator;
    private final Clock klokke;

    Tokenkrav(Utsteder utsteder, Optional<String> egenIdentifikator, Clock klokke) {
        this.utsteder = utsteder;
        this.egenIdentifikator = egenIdentifikator;
        this.klokke = klokke;
    }

    /** The caller that the claims tell of. */
    Konsument konsument(Map<String, Object> krav) throws Avvist {
        if (!utsteder.navn().equals(krav.get("iss"))) {
            throw new Avvist(Grunn.ISS);
        }
        krevGyldigNaa(krav);
        krevMentForOss(krav);
        return new Konsument(
                consumer(krav),
                supplier(krav),
                klientId(krav),
                scopes(krav),
                Instant.ofEpochMilli(millisekunder(krav, "exp")));
    }

    /** When the token ends, in milliseconds since 1970, the skew included. */
    static long sluttMs(Map<String, Object> krav) throws Avvist {
        return millisekunder(krav, "exp") + SLINGRING_MS;
    }

    private void krevGyldigNaa(Map<String, Object> krav) throws Avvist {
        long naa = klokke.millis();
        long utstedt = millisekunder(krav, "iat");
        long utloeper = millisekunder(krav, "exp");
        boolean gyldig = naa < utloeper + SLINGRING_MS
                && utloeper <= naa + LENGSTE_LEVETID_MS + SLINGRING_MS
                && utstedt <= naa + SLINGRING_MS
                && utstedt >= naa - LENGSTE_LEVETID_MS - SLINGRING_MS
                && utstedt < utloeper;
        if (krav.containsKey("nbf")) {
            gyldig &= millisekunder(krav, "nbf") <= naa + SLINGRING_MS;
        }
        if (!gyldig) {
            throw new Avvist(Grunn.TID);
        }
    }

    private static long millisekunder(Map<String, Object> krav, String navn) throws Avvist {
        if (krav.get(navn) instanceof Long sekunder && sekunder >= 0 && sekunder <= SISTE_SEKUND) {
            return sekunder * 1000;
        }
        throw new Avvist(Grunn.TID);
    }

    private void krevMentForOss(Map<String, Object> krav) throws Avvist {
        if (krav.containsKey("cnf") || !"bearer".equalsIgnoreCase(tokentype(krav))) {
            throw new Avvist(Grunn.BUNDET);
        }
        if (krav.containsKey("aud") && !erForOss(krav.get("aud"))) {
            throw new Avvist(Grunn.AUD);
        }
    }

    private static String tokentype(Map<String, Object> krav) {
        Object type = krav.getOrDefault("token_type", "Bearer");
        return type instanceof String tekst ? tekst : "";
    }

    /** A list is one of several resources asked for: ours must be among them (RFC 7519 section 4.1.3). */
    private boolean erForOss(Object aud) {
        if (aud instanceof List<?> flere) {
            return flere.stream().allMatch(String.class::isInstance)
                    && (flere.equals(List.of(UBESTEMT_AUD))
                            || egenIdentifikator.filter(flere::contains).isPresent());
        }
        return UBESTEMT_AUD.equals(aud)
                || egenIdentifikator.filter(egen -> egen.equals(aud)).isPresent();
    }

    private static Organisasjonsnummer consumer(Map<String, Object> krav) throws Avvist {
        return virksomhet(krav.get("consumer"), Grunn.CONSUMER);
    }

    private static Optional<Organisasjonsnummer> supplier(Map<String, Object> krav) throws Avvist {
        return krav.containsKey("supplier")
                ? Optional.of(virksomhet(krav.get("supplier"), Grunn.SUPPLIER))
                : Optional.empty();
    }

    private static Organisasjonsnummer virksomhet(Object krav, Grunn ellers) throws Avvist {
        if (krav instanceof Map<?, ?> part
                && AUTORITET.equals(part.get("authority"))
                && part.get("ID") instanceof String id
                && id.startsWith(NORSK_ORGNR)) {
            try {
                return new Organisasjonsnummer(id.substring(NORSK_ORGNR.length()));
            } catch (UgyldigVerdi ikkeOrgnr) {
                throw new Avvist(ellers);
            }
        }
        throw new Avvist(ellers);
    }

    private static String klientId(Map<String, Object> krav) throws Avvist {
        if (krav.get("client_id") instanceof String id && KLIENT_ID.matcher(id).matches()) {
            return id;
        }
        throw new Avvist(Grunn.CLIENT_ID);
    }

    /** Members are split at spaces only; one with a tab or line break in it is no scope, and the token no good. */
    private static Set<Scope> scopes(Map<String, Object> krav) throws Avvist {
        if (!(krav.get("scope") instanceof String tekst)) {
            throw new Avvist(Grunn.SCOPE);
        }
        Set<Scope> kjente = EnumSet.noneOf(Scope.class);
        for (String navn : tekst.split(" ")) {
            if (!navn.isEmpty() && !Scopenavn.erVelformet(navn)) {
                throw new Avvist(Grunn.SCOPE);
            }
            Scope.finn(navn).ifPresent(kjente::add);
        }
        return kjente;
    }
}
