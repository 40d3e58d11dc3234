package no.rrh.http.sikkerhet;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import no.rrh.http.kall.Gjelder;
import no.rrh.http.kall.Kall;
import org.eclipse.jetty.server.Request;

/** The reception of the calls that Jersey answers. */
@Autentisert
@Priority(Priorities.AUTHENTICATION)
public final class Mottaksfilter implements ContainerRequestFilter, ContainerResponseFilter {
    private final Mottak mottak;

    @Inject
    private Provider<Request> request;

    @Context
    private ResourceInfo ressurs;

    public Mottaksfilter(Mottak mottak) {
        this.mottak = mottak;
    }

    @Override
    public void filter(ContainerRequestContext foresp) {
        mottak.ta(
                request.get(),
                ressurs.getResourceClass().getAnnotation(Gjelder.class).value(),
                foresp.getUriInfo().getPathParameters().getFirst("organisasjonsnummer"));
    }

    @Override
    public void filter(ContainerRequestContext foresp, ContainerResponseContext svar) {
        Kall.av(request.get())
                .svarheadere()
                .forEach(header -> svar.getHeaders().putSingle(header.getName(), header.getValue()));
    }
}
