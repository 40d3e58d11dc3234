package no.rrh.http.tjener;

import java.time.Duration;
import java.util.Optional;
import no.rrh.http.ipfilter.Ipfilter;
import no.rrh.http.tls.Sertifikatvakt;

/**
 * How the server listens.
 *
 * @param adresse the address to bind to
 * @param port 0 for a free one
 * @param stopptid how long requests in flight may take to finish when the server stops
 * @param grenser what callers may take
 * @param ipfilter who is let in
 * @param tls what it shows to callers over HTTPS; absent when it speaks HTTP
 * @param hurtigvei whether plain look-ups are answered in front of Jersey; else all go through it
 */
public record Tjenerinnstillinger(
        String adresse,
        int port,
        Duration stopptid,
        Tjenergrenser grenser,
        Ipfilter ipfilter,
        Optional<Sertifikatvakt> tls,
        boolean hurtigvei) {}
