package no.rrh.http.innsynslogg;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import no.rrh.application.port.in.Innsynskall;
import no.rrh.application.port.out.Innsynsfoering;
import no.rrh.application.port.out.Innsynsfoering.Fase;
import no.rrh.application.port.out.Innsynsfoering.Utfall;
import no.rrh.application.port.out.Innsynslogg;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.http.kall.Kall;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes the entries of one call as it is answered. */
public final class Innsynsvakt {
    private static final Logger LOG = LoggerFactory.getLogger(Innsynsvakt.class);

    private final Innsynslogg logg;
    private final Clock klokke;

    public Innsynsvakt(Innsynslogg logg, Clock klokke) {
        this.logg = logg;
        this.klokke = klokke;
    }

    /** Whether the innsynslogg tells of the call. */
    public static boolean gjelder(Request request) {
        return Kall.av(request).operasjon().isPresent();
    }

    /**
     * Writes that the call is about to be answered so.
     *
     * @param fase {@link Fase#BEGYNT} where its end is told too
     * @return completes when the answer may leave, exceptionally when it may not
     */
    public CompletionStage<Void> foer(Request request, Response response, Fase fase) {
        return skriv(request, fase, Utfall.av(response.getStatus()), detaljer(request, response));
    }

    /**
     * Writes what more is about to be shown, and waits until it may be.
     *
     * @throws RuntimeException when it may not
     */
    public void foerDel(Request request) {
        if (!Kall.av(request).innsynskall().harNytt()) {
            return;
        }
        try {
            skriv(request, Fase.DEL, new Utfall("vist"), Optional.empty())
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException aarsak ? aarsak : e;
        }
    }

    /**
     * Writes that an answer that took its time has ended.
     *
     * @param feil what broke it; null when it was sent to its end
     */
    public void avsluttet(Request request, Response response, Throwable feil) {
        String byter = "byte=" + Response.getContentBytesWritten(response);
        skriv(request, Fase.AVSLUTTET, new Utfall(feil == null ? "fullfoert" : "brutt"), Optional.of(byter))
                .exceptionally(ikkeSkrevet -> {
                    LOG.atError()
                            .addKeyValue("trace", Kall.av(request).sporing())
                            .setCause(ikkeSkrevet)
                            .log("The end of an answer could not be written to the innsynslogg");
                    return null;
                });
    }

    private CompletionStage<Void> skriv(Request request, Fase fase, Utfall utfall, Optional<String> detaljer) {
        Kall kall = Kall.av(request);
        Innsynskall innsyn = kall.innsynskall();
        try {
            return logg.foer(new Innsynsfoering(
                    klokke.instant(),
                    fase,
                    kall.operasjon().map(Operasjon::navn).orElse("-"),
                    innsyn.hvem(),
                    innsyn.taHva(detaljer),
                    utfall,
                    kall.sporing()));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    /** HEAD, and which part of a file: as the answer says it, since the caller may have written anything. */
    private static Optional<String> detaljer(Request request, Response response) {
        String omraade = response.getHeaders().get(HttpHeader.CONTENT_RANGE);
        if ("HEAD".equals(request.getMethod())) {
            return Optional.of("metode=HEAD");
        }
        return Optional.ofNullable(omraade).map(del -> "omraade=" + del.replace("bytes ", ""));
    }
}
