package no.rrh.http.tjener;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.inject.Provider;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import no.rrh.http.svar.Kroppsending;
import no.rrh.http.svar.Stykker;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.glassfish.jersey.server.ExtendedUriInfo;
import org.glassfish.jersey.server.model.ResourceMethod;

/** Keeps Jersey from answering on its own where the contract has another answer. */
final class JerseyVern {
    /** The only paths that end with a slash: pages that lead to others. */
    private static final Set<String> MAPPER = Set.of("/", "/api/oppslag/v1/docs/");

    private JerseyVern() {}

    /**
     * Before routing. Jersey refuses by Accept before anyone has asked who calls, and chokes on a malformed one: it gets
     * none, and the resources negotiate from the request. It takes a path with a slash at its end for the one without.
     */
    @PreMatching
    static final class FoerRuting implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext kall) {
            kall.getHeaders().remove("Accept");
            kall.getHeaders().remove("Accept-Language");
            kall.getHeaders().remove("Content-Type");
            if (harSkraastrekPaaSlutten(kall.getUriInfo().getRequestUri().getRawPath())) {
                throw new NotFoundException();
            }
        }

        private static boolean harSkraastrekPaaSlutten(String sti) {
            return sti.endsWith("/") && !MAPPER.contains(sti);
        }
    }

    /** After routing. Jersey answers OPTIONS by itself; here it is a method that no path has. */
    @Priority(0)
    static final class EtterRuting implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext kall) {
            if ("OPTIONS".equals(kall.getMethod())) {
                throw new NotAllowedException(jakarta.ws.rs.core.Response.status(405)
                        .allow(metoder((ExtendedUriInfo) kall.getUriInfo()))
                        .build());
            }
        }
    }

    private static Set<String> metoder(ExtendedUriInfo ruting) {
        return ruting.getMatchedModelResource().getResourceMethods().stream()
                .map(ResourceMethod::getHttpMethod)
                .collect(Collectors.toSet());
    }

    /**
     * Last of all: no body is left to Jersey. Without a length it sends chunks, and a body that fails half-way then looks
     * complete. It writes at once, and holds a thread until a slow reader has taken a large one; and where that fails, as it
     * does over HTTP/2 when the caller has reset the stream, it never tells that the request has ended, so that its place
     * would never be given back.
     */
    @Priority(0)
    static final class UtenKropp implements ContainerResponseFilter {
        @Inject
        private Provider<Request> request;

        @Override
        public void filter(ContainerRequestContext kall, ContainerResponseContext svar) {
            if (svar.getEntity() instanceof byte[] kropp) {
                Kroppsending.bestill(request.get(), new Stykker(kropp));
                svar.setEntity(null);
            }
        }
    }

    /**
     * In front. Jersey makes a {@link java.net.URI} of the host that the caller names, and breaks where there can be none, as with an
     * underscore in it. Nothing here asks for it.
     */
    static final class UtenVert extends Handler.Wrapper {
        UtenVert(Handler jersey) {
            super(jersey);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            HttpURI uri = HttpURI.build(request.getHttpURI())
                    .authority("localhost", 0)
                    .asImmutable();
            Request utenVert = new Request.Wrapper(request) {
                @Override
                public HttpURI getHttpURI() {
                    return uri;
                }
            };
            return super.handle(utenVert, response, callback);
        }
    }

    /** Jersey gives an answer without a body the length 0. That of a 304 is of what is not sent again: the resource's. */
    static final class RiktigLengde extends Handler.Wrapper {
        RiktigLengde(Handler jersey) {
            super(jersey);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            return super.handle(request, response, new Callback.Nested(callback) {
                @Override
                public void succeeded() {
                    if (response.getStatus() == HttpStatus.NOT_MODIFIED_304 && !response.isCommitted()) {
                        List<String> lengder = response.getHeaders().getValuesList(HttpHeader.CONTENT_LENGTH);
                        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, lengder.get(lengder.size() - 1));
                    }
                    super.succeeded();
                }
            });
        }
    }
}
