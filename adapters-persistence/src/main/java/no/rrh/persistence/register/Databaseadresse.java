package no.rrh.persistence.register;

import java.util.Optional;
import java.util.regex.Pattern;
import no.rrh.domain.feil.UgyldigVerdi;

/**
 * Where a PostgreSQL database is, and as whom it is used.
 *
 * @param url as the driver takes it, {@code jdbc:postgresql://host:port/database?…}, without a password
 * @param bruker absent to be the one of the URL or of the process
 * @param passord absent where none is needed, as with a client certificate
 */
public record Databaseadresse(String url, Optional<String> bruker, Optional<String> passord) {
    private static final Pattern FORM = Pattern.compile("jdbc:postgresql://[^\\s/?]*/[^\\s/?]+(\\?\\S*)?");

    /** Of the user before the host, which the driver does not know, or as a parameter: of the user, or of the key of TLS. */
    private static final Pattern PASSORD = Pattern.compile("//[^/]*@|(?i:[?&](ssl)?password=)");

    /**
     * Checks the form of the URL.
     *
     * @throws UgyldigVerdi when it is another database's, or holds a password, which would stand wherever the URL does
     */
    public Databaseadresse {
        if (!FORM.matcher(url).matches()) {
            throw new UgyldigVerdi("en adresse på formen jdbc:postgresql://vert:port/database");
        }
        if (PASSORD.matcher(url).find()) {
            throw new UgyldigVerdi("en adresse uten passord, også foran verten; det oppgis for seg selv");
        }
    }

    /** The same database's, or another's, as the same user. */
    public Databaseadresse med(String annenUrl) {
        return new Databaseadresse(annenUrl, bruker, passord);
    }

    /** Host and database, for messages. */
    public String navn() {
        return url.replaceFirst("^jdbc:postgresql://", "").replaceFirst("\\?.*$", "");
    }

    /** Without what is secret. */
    @Override
    public String toString() {
        return navn();
    }
}
