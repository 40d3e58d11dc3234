package no.rrh.bootstrap.logging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.encoder.Encoder;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/** What the log holds in its two formats, whatever is logged. */
class LoggoppsettTest {
    private static final String FOEDSELSNUMMER = "05910298382";
    private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXI";
    private static final ObjectMapper JSON = new ObjectMapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final LoggerContext kontekst = new LoggerContext();

    /** Set up as the process is, but into memory. */
    private final class Logg extends AppenderBase<ILoggingEvent> {
        private final ByteArrayOutputStream ut = new ByteArrayOutputStream();
        private final Encoder<ILoggingEvent> koder;

        Logg(Loggformat format) {
            new Loggoppsett().configure(kontekst);
            koder = Loggoppsett.koder(format, kontekst);
            setContext(kontekst);
            start();
            Logger rot = kontekst.getLogger("ROOT");
            rot.detachAndStopAllAppenders();
            rot.addAppender(this);
        }

        @Override
        protected void append(ILoggingEvent hendelse) {
            ut.writeBytes(koder.encode(hendelse));
        }

        String tekst() {
            return ut.toString(UTF_8);
        }

        List<JsonNode> json() {
            List<JsonNode> linjer = new ArrayList<>();
            for (String linje : tekst().split("\n")) {
                try {
                    linjer.add(JSON.readTree(linje));
                } catch (IOException e) {
                    throw new AssertionError("not JSON: " + linje, e);
                }
            }
            return linjer;
        }
    }

    private Logger logger(String navn) {
        return kontekst.getLogger(navn);
    }

    @Test
    void aLineOfJsonHoldsTheEventAndItsKeyValuesAsFields() {
        Logg logg = new Logg(Loggformat.JSON);

        logger("no.rrh.x")
                .atInfo()
                .addKeyValue("status", 200)
                .addKeyValue("ms", 12L)
                .addKeyValue("trace", "sporing-1")
                .log("request");

        assertThat(logg.json()).singleElement().satisfies(linje -> {
            assertThat(linje.fieldNames())
                    .toIterable()
                    .containsExactly("timestamp", "level", "logger", "thread", "message", "status", "ms", "trace");
            assertThat(linje.get("timestamp").asText()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
            assertThat(linje.get("level").asText()).isEqualTo("INFO");
            assertThat(linje.get("logger").asText()).isEqualTo("no.rrh.x");
            assertThat(linje.get("thread").asText())
                    .isEqualTo(Thread.currentThread().getName());
            assertThat(linje.get("message").asText()).isEqualTo("request");
            assertThat(linje.get("status").isInt()).isTrue();
            assertThat(linje.get("ms").asLong()).isEqualTo(12);
            assertThat(linje.get("trace").asText()).isEqualTo("sporing-1");
        });
    }

    @Test
    void aKeyThatIsTakenIsNotWrittenTwice() {
        Logg logg = new Logg(Loggformat.JSON);

        logger("no.rrh.x").atInfo().addKeyValue("level", "INGEN").log("x");

        assertThat(logg.json()).singleElement().satisfies(linje -> {
            assertThat(linje.get("level").asText()).isEqualTo("INFO");
            assertThat(linje.get("level_").asText()).isEqualTo("INGEN");
        });
    }

    @ParameterizedTest
    @EnumSource
    void whatLooksLikeATokenOrAFoedselsnummerIsBlottedOutWhereverItStands(Loggformat format) {
        Logg logg = new Logg(format);

        logger("no.rrh.x")
                .atWarn()
                .addKeyValue("tekst", "a" + FOEDSELSNUMMER + "b")
                .addKeyValue("tall", 5910298382L + 10_000_000_000L)
                .addKeyValue(FOEDSELSNUMMER, TOKEN)
                .log("ny {} og {}\u0001{}", TOKEN, FOEDSELSNUMMER, FOEDSELSNUMMER);

        assertThat(logg.tekst())
                .doesNotContain(FOEDSELSNUMMER, "15910298382", TOKEN, "eyJ")
                .contains("<token>", "***********");
    }

    @ParameterizedTest
    @EnumSource
    void anExceptionIsTypesAndPlacesWithoutMessages(Loggformat format) {
        Logg logg = new Logg(format);

        logger("no.rrh.x").error("feilet", new IllegalStateException("hemmelig", new IOException("også")));

        assertThat(logg.tekst())
                .contains("IllegalStateException", "Caused by: java.io.IOException", "LoggoppsettTest")
                .doesNotContain("hemmelig", "også");
        if (format == Loggformat.JSON) {
            assertThat(logg.json().get(0).get("exception").asText()).startsWith("java.lang.IllegalStateException\n");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "\r\n", "\r", "\u0085", "\u2028", "\u2029", "\u000b", "\f", "\u0000", "\u001b[2K", "\u202e"
            })
    void nothingThatIsLoggedCanPoseAsALineOfItsOwn(String skille) {
        String falsk = "2026-11-24T09:13:45.120Z INFO  no.rrh falsk";
        for (Loggformat format : Loggformat.values()) {
            Logg logg = new Logg(format);

            logger("no.rrh.x")
                    .atInfo()
                    .addKeyValue("trace", "a" + skille + falsk)
                    .log("ekte" + skille + falsk);

            assertThat(logg.tekst()).endsWith("\n");
            String linje = logg.tekst().substring(0, logg.tekst().length() - 1);
            assertThat(linje.codePoints()
                            .filter(tegn -> Character.getType(tegn) == Character.CONTROL
                                    || Character.getType(tegn) == Character.FORMAT
                                    || Character.getType(tegn) == Character.LINE_SEPARATOR
                                    || Character.getType(tegn) == Character.PARAGRAPH_SEPARATOR))
                    .as("%s", format)
                    .isEmpty();
        }
    }

    @Test
    void textHasTheKeyValuesAfterTheMessage() {
        Logg logg = new Logg(Loggformat.TEKST);

        logger("no.rrh.x")
                .atInfo()
                .addKeyValue("status", 200)
                .addKeyValue("tom", (Object) null)
                .log("æøå");

        assertThat(logg.tekst()).matches("\\S+Z INFO {2}no\\.rrh\\.x æøå status=200 tom=null\n");
    }

    @Test
    void jsonIsAsciiAlone() {
        Logg logg = new Logg(Loggformat.JSON);

        logger("no.rrh.x").info("æøå 😀");

        assertThat(logg.tekst()).matches("[ -~]*\n");
        assertThat(logg.json().get(0).get("message").asText()).isEqualTo("æøå 😀");
    }

    @Test
    void ofJettyThoseAreHeardThatTellOfThreadsAndSocketsAndOnlyTheirFixedWords() {
        Logg logg = new Logg(Loggformat.JSON);

        logger("org.eclipse.jetty.io.ManagedSelector")
                .warn("Accept failed for channel {}", "PARASOLL", new IOException("Too many open files"));
        logger("org.eclipse.jetty.util.thread.QueuedThreadPool").warn("Couldn't stop {}", "PARASOLL");
        logger("org.eclipse.jetty.util.thread.QueuedThreadPool").info("Started");

        assertThat(logg.tekst())
                .contains(
                        "Accept failed for channel {}", "Couldn't stop {}", "java.io.IOException (Too many open files)")
                .doesNotContain("PARASOLL", "Started");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "org.eclipse.jetty.server.Response",
                "org.eclipse.jetty.http.HttpParser",
                "org.eclipse.jetty.util.HostPort",
                "org.eclipse.jetty.util.URIUtil",
                "org.eclipse.jetty.server.Server",
                "org.eclipse.jetty.server.internal.HttpChannelState",
                "org.eclipse.jetty.server.internal.HttpConnection",
                "org.eclipse.jetty",
            })
    void theRestOfJettyIsNotHeardSinceItQuotesCallers(String navn) {
        Logg logg = new Logg(Loggformat.TEKST);

        logger(navn).error("Bad authority [PARASOLL]");

        assertThat(logg.tekst()).isEmpty();
    }

    @Test
    void whatIsSaidThroughTheJdksOwnLoggersComesToTheSamePlace() {
        ListAppender<ILoggingEvent> fanget = new ListAppender<>();
        fanget.start();
        Logger rot = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger("ROOT");
        rot.addAppender(fanget);
        Loggoppsett.samleLogger();
        try {
            java.util.logging.Logger.getLogger("fra.jul").warning("jul");
            System.getLogger("fra.jdk").log(System.Logger.Level.WARNING, "jdk");
        } finally {
            SLF4JBridgeHandler.uninstall();
            rot.detachAppender(fanget);
        }

        assertThat(fanget.list.stream().map(hendelse -> hendelse.getLoggerName() + " " + hendelse.getMessage()))
                .contains("fra.jul jul", "fra.jdk jdk");
    }

    @Test
    void aDigestIsWrittenWholeThoughElevenOfItsDigitsStandInARow() {
        String sammendrag = "b33cced16fc0bb0cafc7ef644c92b5500c0a4e30e194b05910298382a56efca5";

        assertThat(Logginnhold.maskert("sha256=" + sammendrag)).isEqualTo("sha256=" + sammendrag);
        assertThat(Logginnhold.maskert(sammendrag.substring(1))).contains("***********");
        assertThat(Logginnhold.maskert("a" + sammendrag)).contains("***********");
        assertThat(Logginnhold.maskert("05910298382")).isEqualTo("***********");
    }
}
