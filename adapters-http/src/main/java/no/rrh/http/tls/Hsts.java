package no.rrh.http.tls;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Request;

/** Tells whoever calls over TLS to do so for a year (RFC 6797), whatever the answer is. */
public final class Hsts {
    private static final HttpField ET_AAR =
            new PreEncodedHttpField(HttpHeader.STRICT_TRANSPORT_SECURITY, "max-age=31536000");

    private Hsts() {}

    /** Adds it to the answer, unless the request came over plain HTTP. */
    public static void leggTil(Request request, HttpFields.Mutable svarheadere) {
        if (request.getConnectionMetaData().isSecure()) {
            svarheadere.put(ET_AAR);
        }
    }
}
