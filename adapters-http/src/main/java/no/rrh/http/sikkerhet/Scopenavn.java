package no.rrh.http.sikkerhet;

import java.util.regex.Pattern;

/** The form of a scope's name: {@code scope-token} of RFC 6749 section 3.3, printable ASCII without space, " and \. */
public final class Scopenavn {
    private static final Pattern SCOPE_TOKEN = Pattern.compile("[\\x21\\x23-\\x5B\\x5D-\\x7E]+");

    private Scopenavn() {}

    /** Whether the text could be a scope, known to the register or not. */
    public static boolean erVelformet(String scope) {
        return SCOPE_TOKEN.matcher(scope).matches();
    }
}
