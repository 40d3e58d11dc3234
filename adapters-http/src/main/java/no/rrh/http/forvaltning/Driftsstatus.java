package no.rrh.http.forvaltning;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import no.rrh.application.port.in.Registerstatus;
import no.rrh.application.port.in.Totalbestandstatus;
import no.rrh.http.sikkerhet.Noekkelstatus;
import no.rrh.http.tjener.Tilstand;

/**
 * How it stands with the server, for whoever operates it. Nothing of the register's content.
 *
 * @param tilstand where the server is in its life
 * @param miljoe the environment
 * @param versjon of the JAR
 * @param startet when the process began to start
 * @param adresse where the API answers; absent until it is bound
 * @param register absent until it is open
 * @param noekler those that tokens are verified with; absent until the server is open
 * @param totalbestand absent until the register is open
 * @param kallIGang how many requests of the API are in flight, files being sent included
 */
public record Driftsstatus(
        Tilstand tilstand,
        String miljoe,
        String versjon,
        Instant startet,
        Optional<URI> adresse,
        Optional<Registerstatus> register,
        Optional<Noekkelstatus> noekler,
        Optional<Totalbestandstatus> totalbestand,
        long kallIGang) {
    /** Whether look-ups are answered. It waits neither for keys nor for a file. */
    public boolean erKlar() {
        return tilstand == Tilstand.KLAR
                && register.filter(Registerstatus::svarer).isPresent();
    }
}
