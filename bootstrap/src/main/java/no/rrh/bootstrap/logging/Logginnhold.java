package no.rrh.bootstrap.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.regex.Pattern;

/** What of an event may be written, the same in both formats. */
final class Logginnhold {
    private static final String JETTY = "org.eclipse.jetty.";
    private static final String TOKEN_BEGYNNER = "eyJ";
    private static final int SIFRE_I_FOEDSELSNUMMER = 11;
    private static final Pattern TOKEN = Pattern.compile(TOKEN_BEGYNNER + "[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    /** A digest is let be: eleven of its digits may stand in a row, and a digest that is blotted out tells nothing. */
    private static final Pattern FOEDSELSNUMMER =
            Pattern.compile("(?<sammendrag>(?<!\\w)[0-9a-f]{64}(?!\\w))|(?<!\\d)\\d{11}(?!\\d)");

    /** Control characters, such as a new line, and what changes how others are shown, such as the order of reading. */
    private static final Pattern USYNLIG = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Co}\\p{Zl}\\p{Zp}]");

    private Logginnhold() {}

    /**
     * The message. Of Jetty's only the fixed words: what it fills in is what callers sent, which is also why only some of
     * its loggers are heard at all.
     */
    static String melding(ILoggingEvent hendelse) {
        return hendelse.getLoggerName().startsWith(JETTY) ? hendelse.getMessage() : hendelse.getFormattedMessage();
    }

    /** What looks like a token or a fødselsnummer is blotted out, should any line ever hold one. */
    static String maskert(String tekst) {
        return kanTrengeMaske(tekst) ? uten(tekst) : tekst;
    }

    /** The expressions take most of the time of a line, and nearly no value needs them. */
    private static boolean kanTrengeMaske(String tekst) {
        int sifre = 0;
        for (int i = 0; i < tekst.length(); i++) {
            sifre = Character.isDigit(tekst.charAt(i)) ? sifre + 1 : 0;
            if (sifre == SIFRE_I_FOEDSELSNUMMER) {
                return true;
            }
        }
        return tekst.contains(TOKEN_BEGYNNER);
    }

    private static String uten(String tekst) {
        String utenToken = TOKEN.matcher(tekst).replaceAll("<token>");
        return FOEDSELSNUMMER
                .matcher(utenToken)
                .replaceAll(treff -> treff.group(1) == null ? "***********" : treff.group());
    }

    /** On one line, whatever is in it: what would not be seen is written as a code. Nothing can pose as a line of its own. */
    static String paaEnLinje(String tekst) {
        return USYNLIG.matcher(tekst)
                .replaceAll(
                        treff -> "\\\\u" + String.format("%04x", treff.group().codePointAt(0)));
    }
}
