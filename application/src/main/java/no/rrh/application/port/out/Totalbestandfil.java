package no.rrh.application.port.out;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * A totalbestand that is complete and verified.
 *
 * @param format what it holds
 * @param sti where it lies
 * @param stoerrelse in bytes
 * @param sekvensnummer the last change it holds
 * @param laget when it was made, in milliseconds
 * @param sha256 the digest of its bytes, as 64 lower-case hexadecimal digits
 * @param bods the same register at the same change as BODS, where it was made too; a file of BODS has none beside it
 */
public record Totalbestandfil(
        Totalbestandformat format,
        Path sti,
        long stoerrelse,
        long sekvensnummer,
        Instant laget,
        String sha256,
        Optional<Totalbestandfil> bods) {
    /** One of JSON with nothing beside it. */
    public Totalbestandfil(Path sti, long stoerrelse, long sekvensnummer, Instant laget, String sha256) {
        this(Totalbestandformat.JSON, sti, stoerrelse, sekvensnummer, laget, sha256, Optional.empty());
    }

    /** This totalbestand in that format; absent where it was not made in it. */
    public Optional<Totalbestandfil> som(Totalbestandformat oensket) {
        return oensket == format ? Optional.of(this) : bods.filter(fil -> fil.format == oensket);
    }
}
