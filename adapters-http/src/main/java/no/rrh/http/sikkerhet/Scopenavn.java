package no.rrh.http.sikkerhet;

import java.util.Collection;
import java.util.regex.Pattern;
import no.rrh.domain.feil.UgyldigVerdi;

/** The form of a scope's name: {@code scope-token} of RFC 6749 section 3.3, printable ASCII without space, " and \. */
public final class Scopenavn {
    private static final Pattern SCOPE_TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private Scopenavn() {}

    /** Whether the text could be a scope, known to the register or not. */
    public static boolean erVelformet(String scope) {
        return SCOPE_TOKEN.matcher(scope).matches();
    }

    /**
     * Checks what somebody asks for.
     *
     * @throws UgyldigVerdi when there is none, or one is not well formed
     */
    public static void krevMinstEtt(Collection<String> scopes) {
        if (scopes.isEmpty()) {
            throw new UgyldigVerdi("et token må ha minst ett scope");
        }
        if (!scopes.stream().allMatch(Scopenavn::erVelformet)) {
            throw new UgyldigVerdi("et scope må bestå av synlige ASCII-tegn, uten mellomrom, anførselstegn og omvendt"
                    + " skråstrek, for eksempel brreg:reelle/offentlig");
        }
    }
}
