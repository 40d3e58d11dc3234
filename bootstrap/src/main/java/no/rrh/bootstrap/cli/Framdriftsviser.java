package no.rrh.bootstrap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import no.rrh.application.port.in.Framdrift;

/** Shows how far a command has come: a bar that is drawn anew on a terminal, and elsewhere a line now and then. */
final class Framdriftsviser implements Framdrift, AutoCloseable {
    private static final long PAA_TERMINAL_NS = Duration.ofMillis(200).toNanos();
    private static final long ELLERS_NS = Duration.ofSeconds(5).toNanos();
    private static final int BREDDE = 30;
    private static final String VISK_UT = "\r\u001B[K";

    private final PrintStream feil;
    private final boolean terminal;
    private final Supplier<OptionalDouble> andelLest;
    private final LongSupplier nanosekunder;
    private final String enhet;
    private final long start;
    private long vist;
    private long ialt;
    private boolean paaLinjen;

    /**
     * One that shows a share of the whole only when it is told how many there are.
     *
     * @param terminal whether what is written can be drawn over
     */
    Framdriftsviser(PrintStream feil, boolean terminal) {
        this(feil, terminal, OptionalDouble::empty);
    }

    /**
     * @param andelLest how much of the input has been read, from 0 to 1, where that can be told
     */
    Framdriftsviser(PrintStream feil, boolean terminal, Supplier<OptionalDouble> andelLest) {
        this(feil, terminal, andelLest, System::nanoTime);
    }

    /** One of other things than virksomheter, of which it is told how many there are. */
    Framdriftsviser(PrintStream feil, boolean terminal, String enhet) {
        this(feil, terminal, OptionalDouble::empty, System::nanoTime, enhet);
    }

    Framdriftsviser(PrintStream feil, boolean terminal, Supplier<OptionalDouble> andelLest, LongSupplier nanosekunder) {
        this(feil, terminal, andelLest, nanosekunder, "virksomheter");
    }

    private Framdriftsviser(
            PrintStream feil,
            boolean terminal,
            Supplier<OptionalDouble> andelLest,
            LongSupplier nanosekunder,
            String enhet) {
        this.enhet = enhet;
        this.feil = feil;
        this.terminal = terminal;
        this.andelLest = andelLest;
        this.nanosekunder = nanosekunder;
        this.start = nanosekunder.getAsLong();
        this.vist = start;
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

    @Override
    public synchronized void ialt(long antall) {
        ialt = antall;
    }

    /** Called as often as one likes; it writes seldom. */
    @Override
    public synchronized void ferdig(long antall) {
        long naa = nanosekunder.getAsLong();
        if (naa - vist < (terminal ? PAA_TERMINAL_NS : ELLERS_NS)) {
            return;
        }
        vist = naa;
        String linje = linje(antall, andel(antall), (naa - start) / 1e9);
        if (terminal) {
            feil.print(VISK_UT + linje);
            feil.flush();
            paaLinjen = true;
        } else {
            feil.println(linje);
        }
    }

    private OptionalDouble andel(long antall) {
        OptionalDouble del = ialt > 0 ? OptionalDouble.of((double) antall / ialt) : andelLest.get();
        return del.isPresent() ? OptionalDouble.of(Math.min(1, del.getAsDouble())) : del;
    }

    private String linje(long antall, OptionalDouble andel, double sekunder) {
        String tall =
                String.format(Locale.ROOT, "%d %s, %.0f i sekundet", antall, enhet, antall / Math.max(1e-3, sekunder));
        if (andel.isEmpty()) {
            return tall;
        }
        String prosent = String.format(Locale.ROOT, "%3.0f %%  ", 100 * andel.getAsDouble());
        return (terminal ? stolpe(andel.getAsDouble()) : "") + prosent + tall;
    }

    private static String stolpe(double andel) {
        int fylt = (int) Math.round(BREDDE * andel);
        return "[" + "#".repeat(fylt) + "-".repeat(BREDDE - fylt) + "] ";
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
