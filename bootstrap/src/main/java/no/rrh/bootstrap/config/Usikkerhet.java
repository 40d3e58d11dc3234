package no.rrh.bootstrap.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a server in {@code produksjon} does not start with unless an operator has said yes to it by name. */
public enum Usikkerhet {
    /** Tokens are verified with keys that came unencrypted. */
    UTSTEDER_HTTP,
    /** A scope counts without an agreement. */
    UTEN_AVTALER,
    /** A key or a password lies where other users of the machine can read or change it. */
    LESBARE_NOEKLER;

    /** Its name in the setting. */
    public String navn() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Usikkerhet> medNavn(String navn) {
        return Arrays.stream(values()).filter(en -> en.navn().equals(navn)).findFirst();
    }
}
