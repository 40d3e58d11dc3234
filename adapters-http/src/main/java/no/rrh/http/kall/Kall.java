package no.rrh.http.kall;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import no.rrh.application.port.in.Innsynskall;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Ukjent;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.server.Request;

/** What is known of one request. It lives as an attribute of the request, from the first who asks for it. */
public final class Kall {
    private static final String ATTRIBUTT = Kall.class.getName();

    private final Optional<Traceparent> traceparent;
    private final String sporing;
    private final String sti;
    private volatile Innsynskall innsynskall = new Innsynskall(Ukjent.UTEN_TOKEN);
    private volatile Operasjon operasjon;
    private volatile Grense avvistAv;

    /** Belongs to the thread that works on the request. */
    private final List<HttpField> svarheadere = new ArrayList<>(2);

    private Kall(Request request) {
        this.traceparent = Traceparent.av(request.getHeaders());
        this.sporing = Sporing.av(request.getHeaders(), traceparent);
        this.sti = request.getHttpURI().getPath();
    }

    /** That of the request. */
    public static Kall av(Request request) {
        Kall kall = (Kall) request.getAttribute(ATTRIBUTT);
        if (kall == null) {
            kall = new Kall(request);
            request.setAttribute(ATTRIBUTT, kall);
        }
        return kall;
    }

    /** The correlation id: in the log line, and in the body of an error. */
    public String sporing() {
        return sporing;
    }

    /** The trace that the request belongs to, for what is asked of others because of it. */
    public Optional<Traceparent> traceparent() {
        return traceparent;
    }

    /** The surface that was called, as the path tells. */
    public Flate flate() {
        return Flate.av(sti);
    }

    /** The path as it is repeated to the caller in an error: no query, no fødselsnummer. */
    public String stiForSvar() {
        return Sti.forSvar(sti);
    }

    /** The path as it is logged: nothing of it that the caller made up. */
    public String stiForLogg() {
        return Sti.forLogg(sti);
    }

    /** The call as the use cases see it; nobody's until the authentication has said otherwise. */
    public Innsynskall innsynskall() {
        return innsynskall;
    }

    /** Who calls, when that is known. */
    public Optional<Konsument> konsument() {
        return innsynskall.kaller() instanceof Konsument konsument ? Optional.of(konsument) : Optional.empty();
    }

    /** Remembers who calls. */
    public void kommerFra(Kaller funnet) {
        this.innsynskall = new Innsynskall(funnet);
    }

    /** Remembers what is called: from now on the call belongs in the innsynslogg. */
    public void gjelder(Operasjon kalt) {
        this.operasjon = kalt;
    }

    /** What is called; absent when that is nothing that the innsynslogg tells of. */
    public Optional<Operasjon> operasjon() {
        return Optional.ofNullable(operasjon);
    }

    /** The filter or the limit that turned the request away; absent when none did. */
    public Optional<Grense> avvistAv() {
        return Optional.ofNullable(avvistAv);
    }

    /** Remembers what turned it away, for the log and the metrics. */
    public void avvistAv(Grense grense) {
        this.avvistAv = grense;
    }

    /** Has the answer bear this header, whatever it comes to. */
    public void svaresMed(HttpField header) {
        svarheadere.add(header);
    }

    /** The headers that the answer is to bear, whatever it comes to. */
    public List<HttpField> svarheadere() {
        return Collections.unmodifiableList(svarheadere);
    }
}
