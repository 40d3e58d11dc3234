package no.rrh.bootstrap.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import no.rrh.bootstrap.kanal.Mottaker;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The person at the command: sees progress and messages on standard error, unless it is to be quiet. */
final class Samtalepartner implements Mottaker, AutoCloseable {
    private static final String STILLE = "--stille";

    private final PrintStream feil;
    private final boolean stille;
    private final OutputStream ut;
    private final Framdriftsviser framdrift;

    /**
     * @param ut where the output of the work goes
     * @param andel of the whole that is done when so many virksomheter are, where it can be told
     */
    Samtalepartner(ParseResult valg, PrintStream feil, OutputStream ut, LongFunction<OptionalDouble> andel) {
        this.feil = feil;
        this.stille = valg.hasMatchedOption(STILLE);
        this.ut = ut;
        this.framdrift = new Framdriftsviser(feil, Framdriftsviser.erTerminal(), andel);
    }

    /** The option that asks for quiet. */
    static OptionSpec stille() {
        return OptionSpec.builder(STILLE)
                .description("Vis verken framdrift eller resultat, bare feil")
                .build();
    }

    @Override
    public OutputStream ut() {
        return ut;
    }

    @Override
    public void melding(String linje) {
        framdrift.close();
        if (!stille) {
            feil.println(linje);
        }
    }

    @Override
    public void framdrift(long antall) {
        if (!stille) {
            framdrift.vis(antall);
        }
    }

    @Override
    public void close() {
        framdrift.close();
    }
}
