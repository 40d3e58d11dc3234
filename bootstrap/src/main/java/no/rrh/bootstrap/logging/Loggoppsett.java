package no.rrh.bootstrap.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.CoreConstants;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Logs to standard error, one line an event: our own from INFO, libraries' from WARN, since below that they write
 * headers and URIs. Text until the settings have been read, which log nothing themselves; then as they say.
 */
public final class Loggoppsett extends ContextAwareBase implements Configurator {
    private static final String UTGANG = "stderr";
    private static final String MOENSTER = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level %logger{24} %linje%n%unntak";

    /**
     * Those of Jetty that tell of threads, sockets that cannot be accepted, and the selector. Of the others many quote what
     * callers send: URIs, headers, hosts.
     */
    private static final List<String> TRYGGE_I_JETTY = List.of(
            "org.eclipse.jetty.io.ManagedSelector",
            "org.eclipse.jetty.io.SelectorManager",
            "org.eclipse.jetty.server.AbstractConnector",
            "org.eclipse.jetty.util.thread.QueuedThreadPool",
            "org.eclipse.jetty.util.thread.SerializedExecutor",
            "org.eclipse.jetty.util.thread.ThreadPool",
            "org.eclipse.jetty.util.thread.ThreadPoolBudget",
            "org.eclipse.jetty.util.thread.strategy.AdaptiveExecutionStrategy");

    @Override
    public ExecutionStatus configure(LoggerContext kontekst) {
        ConsoleAppender<ILoggingEvent> utgang = new ConsoleAppender<>();
        utgang.setName(UTGANG);
        utgang.setContext(kontekst);
        utgang.setTarget("System.err");
        utgang.setEncoder(koder(Loggformat.TEKST, kontekst));
        utgang.start();
        kontekst.getLogger("ROOT").setLevel(Level.WARN);
        kontekst.getLogger("ROOT").addAppender(utgang);
        kontekst.getLogger("no.rrh").setLevel(Level.INFO);
        kontekst.getLogger("org.eclipse.jetty").setLevel(Level.OFF);
        TRYGGE_I_JETTY.forEach(navn -> kontekst.getLogger(navn).setLevel(Level.WARN));
        // It takes every resource that is registered as an instance for a provider, and says so at each start
        kontekst.getLogger("org.glassfish.jersey.internal.inject.Providers").setLevel(Level.ERROR);
        return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
    }

    /** Writes so from now on. */
    public static void bruk(Loggformat format) {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext kontekst
                && kontekst.getLogger("ROOT").getAppender(UTGANG) instanceof ConsoleAppender<ILoggingEvent> utgang) {
            utgang.stop();
            utgang.setEncoder(koder(format, kontekst));
            utgang.start();
        }
    }

    static Encoder<ILoggingEvent> koder(Loggformat format, LoggerContext kontekst) {
        Encoder<ILoggingEvent> koder = format == Loggformat.JSON ? new Jsonlinje() : tekst(kontekst);
        koder.setContext(kontekst);
        koder.start();
        return koder;
    }

    private static PatternLayoutEncoder tekst(LoggerContext kontekst) {
        Map<String, String> regler = new HashMap<>();
        regler.put("linje", Tekstlinje.class.getName());
        regler.put("unntak", UnntakUtenMelding.class.getName());
        kontekst.putObject(CoreConstants.PATTERN_RULE_REGISTRY, regler);
        PatternLayoutEncoder koder = new PatternLayoutEncoder();
        koder.setPattern(MOENSTER);
        return koder;
    }

    /** Leads what the JDK's own logging says the same way: Jersey's, and what is said through System.Logger. */
    public static void samleLogger() {
        SLF4JBridgeHandler.removeHandlersForRootLogger();
        SLF4JBridgeHandler.install();
    }
}
