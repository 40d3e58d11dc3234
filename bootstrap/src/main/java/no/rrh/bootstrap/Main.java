package no.rrh.bootstrap;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import no.rrh.bootstrap.cli.Kommandolinje;
import no.rrh.bootstrap.logging.Loggoppsett;

/** Where the JAR starts. */
public final class Main {
    private Main() {}

    /** Runs the command and ends with its exit code. */
    public static void main(String[] argumenter) {
        Loggoppsett.samleLogger();
        // Written as UTF-8 whatever the locale of the machine, since most of the words have æ, ø or å in them
        PrintStream ut = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream feil = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(new Kommandolinje(System.getenv(), System.in, ut, feil).kjoer(argumenter));
    }
}
