package no.rrh.http.kall;

import org.eclipse.jetty.server.Request;

/** What a call must pass once it is known who makes it, before the use case has it. */
@FunctionalInterface
public interface Kallkontroll {
    /** Lets it pass, or throws the refusal. What the answer is to tell, whatever it is, is noted in the {@link Kall}. */
    void kontroller(Request request);
}
