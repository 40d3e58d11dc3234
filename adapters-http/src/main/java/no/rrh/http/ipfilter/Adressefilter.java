package no.rrh.http.ipfilter;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import no.rrh.http.feil.Avvisning;
import no.rrh.http.kall.Kall;
import no.rrh.http.sikkerhet.Autentisert;
import org.eclipse.jetty.server.Request;

/** Once it is known who calls: from its own addresses, and not from those of another consumer that the filter lets in. */
@Autentisert
@Priority(Priorities.AUTHENTICATION + 1)
public final class Adressefilter implements ContainerRequestFilter {
    private final Ipfilter ipfilter;

    @Inject
    private Provider<Request> request;

    public Adressefilter(Ipfilter ipfilter) {
        this.ipfilter = ipfilter;
    }

    @Override
    public void filter(ContainerRequestContext foresp) {
        Request jetty = request.get();
        Kall.av(jetty)
                .konsument()
                .flatMap(konsument -> ipfilter.avslag(jetty, konsument.consumer()))
                .ifPresent(feil -> {
                    throw new Avvisning(feil);
                });
    }
}
