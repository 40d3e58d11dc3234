package no.rrh.http.tjener;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.kall.Kall;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.RequestLog;
import org.eclipse.jetty.server.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * One line per request. Of what the caller wrote it holds a correlation id of the caller's where that is well formed and
 * hides no fødselsnummer; of the path only words of our own and short numbers. Of one that the IP filter turned away it says
 * so, and not the address, which may be a person's.
 */
final class Forespoerselslogg implements RequestLog {
    private static final Logger LOG = LoggerFactory.getLogger("no.rrh.http.foresporsel");
    private static final Set<String> METODER =
            Set.of("GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT");

    @Override
    public void log(Request request, Response response) {
        Kall kall = Kall.av(request);
        Optional<Konsument> konsument = kall.konsument();
        LoggingEventBuilder linje = LOG.atInfo()
                .addKeyValue("method", METODER.contains(request.getMethod()) ? request.getMethod() : "-")
                .addKeyValue("path", kall.stiForLogg())
                .addKeyValue("status", response.getStatus())
                .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - request.getBeginNanoTime()))
                .addKeyValue(
                        "consumer",
                        konsument
                                .map(Konsument::consumer)
                                .map(Organisasjonsnummer::verdi)
                                .orElse("-"))
                .addKeyValue(
                        "supplier",
                        konsument
                                .flatMap(Konsument::supplier)
                                .map(Organisasjonsnummer::verdi)
                                .orElse("-"))
                .addKeyValue("trace", kall.sporing());
        kall.avvistAv().ifPresent(grense -> linje.addKeyValue("avvist", grense.navn()));
        linje.log("request");
    }
}
