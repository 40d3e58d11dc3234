package no.rrh.http.sikkerhet;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import no.rrh.domain.feil.UgyldigVerdi;

/**
 * The issuer of tokens. It is compared as a string, character by character, and its metadata is found by appending to
 * it, so the slash at the end counts.
 *
 * @param navn its address: {@code https}, or {@code http} on this machine, with a slash at the end
 */
public record Utsteder(String navn) {
    private static final String OKTETT = "(25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    /** Names and numbers that cannot leave the machine, without asking DNS. */
    private static final Pattern SLOEYFE = Pattern.compile("localhost|127(\\." + OKTETT + "){3}|\\[::1]");

    /**
     * Checks the address.
     *
     * @throws UgyldigVerdi when it is not such an address
     */
    public Utsteder {
        if (navn == null || !navn.endsWith("/") || !erTrygg(adresse(navn))) {
            throw new UgyldigVerdi("utsteder må være en https-adresse som slutter med skråstrek, for eksempel"
                    + " https://maskinporten.no/ (http godtas bare for 127.0.0.1, ::1 og localhost)");
        }
    }

    /** Where the issuer describes itself (RFC 8414, with the path appended as Maskinporten does). */
    URI metadata() {
        return URI.create(navn + ".well-known/oauth-authorization-server");
    }

    /** Whether keys may be fetched from there: what is read cannot be changed on the way. */
    static boolean erTrygg(URI adresse) {
        boolean enkel = adresse.getHost() != null
                && adresse.getRawUserInfo() == null
                && adresse.getRawQuery() == null
                && adresse.getRawFragment() == null;
        return enkel
                && ("https".equals(adresse.getScheme()) || "http".equals(adresse.getScheme()) && erSloeyfe(adresse));
    }

    /** Whether the address is of this machine and no other. */
    public static boolean erSloeyfe(URI adresse) {
        return adresse.getHost() != null && SLOEYFE.matcher(adresse.getHost()).matches();
    }

    static URI adresse(String tekst) {
        try {
            return new URI(tekst);
        } catch (URISyntaxException ikkeAdresse) {
            return URI.create("");
        }
    }

    @Override
    public String toString() {
        return navn;
    }
}
