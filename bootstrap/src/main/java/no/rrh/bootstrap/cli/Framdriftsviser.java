package no.rrh.bootstrap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.LongFunction;

/** Shows how far a command has come: a bar that is drawn anew on a terminal, and elsewhere a line now and then. */
final class Framdriftsviser implements AutoCloseable {
    private static final long PAA_TERMINAL_NS = Duration.ofMillis(200).toNanos();
    private static final long ELLERS_NS = Duration.ofSeconds(5).toNanos();
    private static final int BREDDE = 30;
    private static final String VISK_UT = "\r\u001B[K";

    private final PrintStream feil;
    private final boolean terminal;
    private final LongFunction<OptionalDouble> andel;
    private final long start = System.nanoTime();
    private long vist = start;
    private boolean paaLinjen;

    /**
     * @param terminal whether what is written can be drawn over
     * @param andel of the whole that is done when so many virksomheter are, from 0 to 1, where it can be told
     */
    Framdriftsviser(PrintStream feil, boolean terminal, LongFunction<OptionalDouble> andel) {
        this.feil = feil;
        this.terminal = terminal;
        this.andel = andel;
    }

    /** Whether standard error is a terminal, which {@code System.console()} does not tell when the output is not. */
    static boolean erTerminal() {
        try {
            String feil = Files.readSymbolicLink(Path.of("/proc/self/fd/2")).toString();
            return feil.startsWith("/dev/pts/") || feil.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException ikkeLinux) {
            return false;
        }
    }

    /** Called as often as one likes; it writes seldom. */
    synchronized void vis(long antall) {
        long naa = System.nanoTime();
        if (naa - vist < (terminal ? PAA_TERMINAL_NS : ELLERS_NS)) {
            return;
        }
        vist = naa;
        if (terminal) {
            feil.print(VISK_UT + stolpe(antall, naa));
            feil.flush();
            paaLinjen = true;
        } else {
            feil.println(tall(antall, naa));
        }
    }

    private String stolpe(long antall, long naa) {
        OptionalDouble del = andel.apply(antall);
        if (del.isEmpty()) {
            return tall(antall, naa);
        }
        int fylt = (int) Math.round(BREDDE * Math.min(1, del.getAsDouble()));
        return "[" + "#".repeat(fylt) + "-".repeat(BREDDE - fylt) + "] " + tall(antall, naa);
    }

    private String tall(long antall, long naa) {
        double sekunder = Math.max(1e-3, (naa - start) / 1e9);
        OptionalDouble del = andel.apply(antall);
        String prosent =
                del.isPresent() ? String.format(Locale.ROOT, "%3.0f %%, ", 100 * Math.min(1, del.getAsDouble())) : "";
        return String.format(Locale.ROOT, "%s%d virksomheter, %.0f i sekundet", prosent, antall, antall / sekunder);
    }

    /** Takes the bar away. */
    @Override
    public synchronized void close() {
        if (paaLinjen) {
            feil.print(VISK_UT);
            feil.flush();
            paaLinjen = false;
        }
    }
}
