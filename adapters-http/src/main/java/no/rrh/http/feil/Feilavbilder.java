package no.rrh.http.feil;

import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.util.HashSet;
import java.util.Set;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.http.kall.Flate;
import no.rrh.http.kall.Kall;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what is thrown inside Jersey into an error answer, and gives the errors of Jersey itself a body. */
public final class Feilavbilder implements ExceptionMapper<Throwable>, ContainerResponseFilter {
    private static final Logger LOG = LoggerFactory.getLogger(Feilavbilder.class);

    private final Feilkropp kropp;

    @Inject
    private Provider<Request> request;

    public Feilavbilder(Feilkropp kropp) {
        this.kropp = kropp;
    }

    @Override
    public Response toResponse(Throwable avslag) {
        Kall kall = Kall.av(request.get());
        Feil feil = tolk(avslag, kall);
        Response.ResponseBuilder svar =
                Response.status(feil.status()).type(Feilkropp.TYPE).header("Cache-Control", "no-store");
        feil.headere().forEach(svar::header);
        return svar.entity(kropp.skriv(feil, kall)).build();
    }

    /** The error that a call is answered with when it ended by this. The log tells of it where it is no refusal. */
    public static Feil tolk(Throwable avslag, Kall kall) {
        Feil feil = feil(avslag, kall.flate());
        if (feil.status() == Feil.INTERN.status() || avslag instanceof RegisteretSvarerIkke) {
            LOG.atError().addKeyValue("trace", kall.sporing()).setCause(avslag).log("A request failed");
        }
        return feil;
    }

    @Override
    public void filter(ContainerRequestContext foresp, ContainerResponseContext svar) {
        if (svar.getStatus() >= 400 && !svar.hasEntity()) {
            Feil feil = Feil.av(svar.getStatus(), "Kallet kan ikke behandles");
            svar.getHeaders().putSingle("Content-Type", Feilkropp.TYPE);
            svar.setEntity(kropp.skriv(feil, Kall.av(request.get())));
        }
    }

    /** Jersey answers HEAD wherever there is GET, which it leaves out here, and OPTIONS by itself, which we do not. */
    private static Set<String> tillatt(Set<String> avJersey) {
        Set<String> tillatt = new HashSet<>(avJersey);
        tillatt.remove("OPTIONS");
        if (tillatt.contains("GET")) {
            tillatt.add("HEAD");
        }
        return tillatt;
    }

    private static Feil feil(Throwable avslag, Flate flate) {
        if (avslag instanceof NotFoundException) {
            return Feil.UKJENT_STI;
        }
        if (avslag instanceof NotAllowedException metode) {
            return Feil.feilMetode(tillatt(metode.getResponse().getAllowedMethods()));
        }
        if (avslag instanceof Avvisning avvisning) {
            return avvisning.feil();
        }
        if (avslag instanceof WebApplicationException jersey
                && jersey.getResponse().getStatus() < 500) {
            return Feil.av(jersey.getResponse().getStatus(), "Kallet kan ikke behandles");
        }
        return Feil.av(avslag, flate);
    }
}
