package no.rrh.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.HashMap;
import java.util.Map;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Logs to standard error, one line an event: our own from INFO, libraries' from WARN, since below that they write
 * headers and URIs. What looks like a token or a fødselsnummer is blotted out, should any line ever hold one.
 */
public final class Loggoppsett extends ContextAwareBase implements Configurator {
    private static final String MELDING =
            "%replace(%replace(%msg %kvp{NONE}){'eyJ[\\w-]+\\.[\\w-]+\\.[\\w-]*','<token>'})"
                    + "{'(?<!\\d)\\d{11}(?!\\d)','***********'}";
    private static final String MOENSTER =
            "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{24} " + MELDING + "%n";

    @Override
    public ExecutionStatus configure(LoggerContext kontekst) {
        Map<String, String> regler = new HashMap<>();
        regler.put("unntak", UnntakUtenMelding.class.getName());
        kontekst.putObject(CoreConstants.PATTERN_RULE_REGISTRY, regler);
        PatternLayoutEncoder linje = new PatternLayoutEncoder();
        linje.setContext(kontekst);
        linje.setPattern(MOENSTER + "%unntak");
        linje.start();
        ConsoleAppender<ILoggingEvent> utgang = new ConsoleAppender<>();
        utgang.setContext(kontekst);
        utgang.setTarget("System.err");
        utgang.setEncoder(linje);
        utgang.start();
        kontekst.getLogger("ROOT").setLevel(Level.WARN);
        kontekst.getLogger("ROOT").addAppender(utgang);
        kontekst.getLogger("no.rrh").setLevel(Level.INFO);
        // What Jetty warns of is what callers send, and it quotes them: URIs, headers, hosts
        kontekst.getLogger("org.eclipse.jetty").setLevel(Level.OFF);
        // It takes every resource that is registered as an instance for a provider, and says so at each start
        kontekst.getLogger("org.glassfish.jersey.internal.inject.Providers").setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Leads what the JDK's own logging says, Jersey's among it, the same way. */
    public static void samleLogger() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
