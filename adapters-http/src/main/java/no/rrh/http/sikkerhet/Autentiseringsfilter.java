package no.rrh.http.sikkerhet;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.kall.Gjelder;
import no.rrh.http.kall.Kall;
import org.eclipse.jetty.server.Request;

/** Tells the caller from the token. It refuses nobody: whether the caller may is the use case's to decide. */
@Autentisert
@Priority(Priorities.AUTHENTICATION)
public final class Autentiseringsfilter implements ContainerRequestFilter {
    private final Autentisering autentisering;

    @Inject
    private Provider<Request> request;

    @Context
    private ResourceInfo ressurs;

    public Autentiseringsfilter(Autentisering autentisering) {
        this.autentisering = autentisering;
    }

    /** What the path is about, where that is well formed: noted here, since a call that is refused is about it too. */
    private static Optional<Organisasjonsnummer> nummer(ContainerRequestContext foresp) {
        try {
            return Optional.ofNullable(foresp.getUriInfo().getPathParameters().getFirst("organisasjonsnummer"))
                    .map(Organisasjonsnummer::new);
        } catch (UgyldigVerdi uleselig) {
            return Optional.empty();
        }
    }

    @Override
    public void filter(ContainerRequestContext foresp) {
        Request jetty = request.get();
        Kall kall = Kall.av(jetty);
        kall.gjelder(ressurs.getResourceClass().getAnnotation(Gjelder.class).value());
        kall.kommerFra(autentisering.autentiser(jetty.getHeaders().getValuesList("Authorization")));
        nummer(foresp).ifPresent(kall.innsynskall()::gjelder);
    }
}
