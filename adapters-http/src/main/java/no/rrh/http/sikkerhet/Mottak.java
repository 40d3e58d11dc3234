package no.rrh.http.sikkerhet;

import java.util.List;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.kall.Kall;
import no.rrh.http.kall.Kallkontroll;
import org.eclipse.jetty.server.Request;

/**
 * What a call goes through before its resource, whichever way it comes, where it matters who calls: the caller is found
 * out, then come the controls of callers. Whether the caller may is the use case's to decide.
 */
public final class Mottak {
    private final Autentisering autentisering;
    private final List<Kallkontroll> kontroller;

    /**
     * A reception.
     *
     * @param kontroller in the order of the contract's refusals
     */
    public Mottak(Autentisering autentisering, List<Kallkontroll> kontroller) {
        this.autentisering = autentisering;
        this.kontroller = List.copyOf(kontroller);
    }

    /**
     * Takes a call, and notes what it is and who makes it. What a control refuses with is thrown.
     *
     * @param nummer what it is about, as the caller wrote it; null when it is about no virksomhet
     */
    public void ta(Request request, Operasjon operasjon, String nummer) {
        Kall kall = Kall.av(request);
        kall.gjelder(operasjon);
        kall.kommerFra(
                autentisering.autentiser(request.getHeaders().getValuesList("Authorization"), kall.traceparent()));
        if (nummer != null) {
            noter(kall, nummer);
        }
        kontroller.forEach(kontroll -> kontroll.kontroller(request));
    }

    /** Where that is well formed; noted here, since a call that is refused is about it too. */
    private static void noter(Kall kall, String nummer) {
        try {
            kall.innsynskall().gjelder(new Organisasjonsnummer(nummer));
        } catch (UgyldigVerdi uleselig) {
            // the use case refuses it, if it comes so far
        }
    }
}
