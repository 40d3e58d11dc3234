package no.rrh.http.virksomhet;

import java.util.List;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.http.feil.Feil;
import no.rrh.http.feil.Feilavbilder;
import no.rrh.http.feil.Feilkropp;
import no.rrh.http.kall.Kall;
import no.rrh.http.sikkerhet.Mottak;
import no.rrh.http.svar.Ferdigsvar;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers plain look-ups in front of Jersey, whose routing and filters cost more than all the rest of one. Plain is a GET of
 * the path as the contract writes it, with nine digits, without a query and without a body; everything else falls through.
 * What a call means is decided where Jersey's are: the same reception, the same resource, the same errors.
 */
public final class Hurtigvei extends Handler.Wrapper {
    private static final int SIFRE = 9;

    private final List<Vei> veier;
    private final Mottak mottak;
    private final Feilkropp feilkropp;

    /**
     * A way past Jersey.
     *
     * @param ressurser those of Jersey that it answers for
     */
    public Hurtigvei(Handler jersey, List<Oppslagsressurs> ressurser, Mottak mottak, Feilkropp feilkropp) {
        super(jersey);
        this.veier = ressurser.stream()
                .map(ressurs -> new Vei(ressurs.sti(), ressurs.operasjon(), ressurs))
                .toList();
        this.mottak = mottak;
        this.feilkropp = feilkropp;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        String sti = request.getHttpURI().getPath();
        for (Vei vei : veier) {
            if (gjelder(vei.sti, sti) && erEnkelt(request)) {
                svar(vei, sti.substring(sti.length() - SIFRE), request).svar(request, response);
                Kall.av(request).svarheadere().forEach(response.getHeaders()::add);
                callback.succeeded();
                return true;
            }
        }
        return super.handle(request, response, callback);
    }

    private static boolean gjelder(String begynnelse, String sti) {
        if (sti.length() != begynnelse.length() + SIFRE || !sti.startsWith(begynnelse)) {
            return false;
        }
        for (int i = begynnelse.length(); i < sti.length(); i++) {
            if (sti.charAt(i) < '0' || sti.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private static boolean erEnkelt(Request request) {
        HttpFields headere = request.getHeaders();
        return "GET".equals(request.getMethod())
                && request.getHttpURI().getQuery() == null
                && !headere.contains(HttpHeader.CONTENT_LENGTH)
                && !headere.contains(HttpHeader.TRANSFER_ENCODING)
                && !headere.contains(HttpHeader.EXPECT);
    }

    private Ferdigsvar svar(Vei vei, String nummer, Request request) {
        try {
            mottak.ta(request, vei.operasjon, nummer);
            return vei.ressurs.svar(nummer, request);
        } catch (Throwable avslag) {
            Kall kall = Kall.av(request);
            return feilsvar(Feilavbilder.tolk(avslag, kall), kall);
        }
    }

    private Ferdigsvar feilsvar(Feil feil, Kall kall) {
        HttpFields.Mutable headere = HttpFields.build()
                .put(HttpHeader.CONTENT_TYPE, Feilkropp.TYPE)
                .put(HttpHeader.CACHE_CONTROL, "no-store");
        feil.headere().forEach(headere::put);
        return new Ferdigsvar(feil.status(), headere.stream().toList(), feilkropp.skriv(feil, kall));
    }

    /** What a resource's annotations say, read once. */
    private record Vei(String sti, Operasjon operasjon, Oppslagsressurs ressurs) {}
}
