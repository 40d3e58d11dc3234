package no.rrh.domain.rettighetshaver;

import java.time.Instant;
import java.util.List;
import no.rrh.domain.feil.UgyldigVerdi;

/**
 * A natural person who in the end owns or controls the virksomhet.
 *
 * @param erUnntattFraInnsyn the person is a minor, or exempt on application
 * @param foerstRegistrert when the person was first registered in this virksomhet
 * @param endret when what is stated about the person last changed
 * @param posisjoner at least one
 */
public record ReellRettighetshaver(
        Person person,
        boolean erUnntattFraInnsyn,
        Instant foerstRegistrert,
        Instant endret,
        List<Posisjon> posisjoner) {
    public ReellRettighetshaver {
        posisjoner = List.copyOf(posisjoner);
        if (posisjoner.isEmpty()) {
            throw new UgyldigVerdi("en reell rettighetshaver må ha minst én posisjon");
        }
    }
}
