package no.rrh.http.totalbestand;

import no.rrh.domain.tilgang.Konsument;
import no.rrh.http.feil.Avvisning;
import no.rrh.http.feil.Feil;
import no.rrh.http.kall.Grense;
import no.rrh.http.kall.Kall;
import no.rrh.http.kall.Konsumentplasser;
import org.eclipse.jetty.server.Request;

/** The downloads that go on. Each consumer may have a number at once, over both surfaces, each part of a file counting. */
public final class Nedlastinger {
    private final Konsumentplasser plasser;

    /**
     * None goes on yet.
     *
     * @param perKonsument how many each may have at once
     */
    public Nedlastinger(int perKonsument) {
        this.plasser = new Konsumentplasser(perKonsument);
    }

    /**
     * Counts the request as one until it is complete.
     *
     * @throws Avvisning 429 when the consumer has as many as it may
     */
    void begynn(Request request) {
        Konsument konsument = Kall.av(request).konsument().orElseThrow();
        if (!plasser.ta(konsument.consumer())) {
            Kall.av(request).avvistAv(Grense.NEDLASTINGER);
            throw new Avvisning(Feil.forMangeNedlastinger(plasser.perKonsument()));
        }
        Request.addCompletionListener(request, feil -> plasser.gi(konsument.consumer()));
    }

    /** How many go on. */
    public int antall() {
        return plasser.antall();
    }
}
