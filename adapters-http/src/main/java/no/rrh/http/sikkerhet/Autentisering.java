package no.rrh.http.sikkerhet;

import java.util.List;
import no.rrh.domain.tilgang.Kaller;

/** x. */
public interface Autentisering {
    Kaller autentiser(List<String> authorization);
}
