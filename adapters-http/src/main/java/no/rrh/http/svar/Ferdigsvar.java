package no.rrh.http.svar;

import java.util.List;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;

/**
 * An answer whose body is all made, whichever way it leaves.
 *
 * @param kropp null for one that has none
 */
public record Ferdigsvar(int status, List<HttpField> headere, byte[] kropp) {
    /** As Jersey answers it. */
    public jakarta.ws.rs.core.Response tilJersey() {
        jakarta.ws.rs.core.Response.ResponseBuilder svar = jakarta.ws.rs.core.Response.status(status);
        headere.forEach(header -> svar.header(header.getName(), header.getValue()));
        return svar.entity(kropp).build();
    }

    /** Answers in Jersey's place: the body is ordered, and the answer leaves when the handling is told to have succeeded. */
    public void svar(Request request, Response response) {
        response.setStatus(status);
        headere.forEach(response.getHeaders()::add);
        if (kropp != null) {
            Kroppsending.bestill(request, new Stykker(kropp));
        }
    }
}
