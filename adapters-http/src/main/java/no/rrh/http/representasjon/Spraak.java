package no.rrh.http.representasjon;

import java.util.List;

/** The languages in which codes and countries are named. Everything else of the representation has no language. */
public enum Spraak {
    BOKMAAL("nb", "nob"),
    NYNORSK("nn", "nno"),
    ENGELSK("en", "eng");

    private final String kode;
    private final String kodelistekode;

    Spraak(String kode, String kodelistekode) {
        this.kode = kode;
        this.kodelistekode = kodelistekode;
    }

    /** The code that {@code Content-Language} answers with: {@code nb}, {@code nn} or {@code en}. */
    public String kode() {
        return kode;
    }

    /** The code that the register's code lists are marked with: {@code nob}, {@code nno} or {@code eng}. */
    String kodelistekode() {
        return kodelistekode;
    }

    /**
     * The language that suits the caller best.
     *
     * @param acceptLanguage the values of the header {@code Accept-Language} (RFC 9110, section 12.5.4), of any length; an
     *     element that is malformed or names another language does not count
     * @return bokmål when nothing else is asked for
     */
    public static Spraak forhandle(List<String> acceptLanguage) {
        if (acceptLanguage.isEmpty()) {
            return BOKMAAL;
        }
        Spraakforhandling forhandling = new Spraakforhandling();
        acceptLanguage.forEach(forhandling::ta);
        return forhandling.utfall();
    }
}
