package no.rrh.http.ipfilter;

import no.rrh.http.feil.Avvisning;
import no.rrh.http.kall.Kall;
import no.rrh.http.kall.Kallkontroll;
import org.eclipse.jetty.server.Request;

/** Once it is known who calls: from its own addresses, and not from those of another consumer that the filter lets in. */
public final class Adressekontroll implements Kallkontroll {
    private final Ipfilter ipfilter;

    public Adressekontroll(Ipfilter ipfilter) {
        this.ipfilter = ipfilter;
    }

    @Override
    public void kontroller(Request request) {
        Kall.av(request)
                .konsument()
                .flatMap(konsument -> ipfilter.avslag(request, konsument.consumer()))
                .ifPresent(feil -> {
                    throw new Avvisning(feil);
                });
    }
}
