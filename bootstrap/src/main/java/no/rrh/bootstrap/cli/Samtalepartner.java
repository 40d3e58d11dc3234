package no.rrh.bootstrap.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import no.rrh.application.port.in.Framdrift;
import no.rrh.bootstrap.kanal.Mottaker;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The person at the command: sees progress and messages on standard error, unless it is to be quiet. */
final class Samtalepartner implements Mottaker, AutoCloseable {
    static final String STILLE = "--stille";

    private final PrintStream feil;
    private final boolean stille;
    private final OutputStream ut;
    private final Framdriftsviser viser;
    private final List<String> meldinger = new ArrayList<>();

    /**
     * @param ut where the output of the work goes
     */
    Samtalepartner(ParseResult valg, PrintStream feil, OutputStream ut) {
        this(valg, feil, ut, Framdriftsviser.VIRKSOMHETER);
    }

    /**
     * @param ut where the output of the work goes
     * @param enhet what the work counts
     */
    Samtalepartner(ParseResult valg, PrintStream feil, OutputStream ut, String enhet) {
        this(valg, feil, ut, new Framdriftsviser(feil, Framdriftsviser.erTerminal(), enhet));
    }

    /**
     * @param inn what the work reads, which tells how much of it is done
     */
    Samtalepartner(ParseResult valg, PrintStream feil, Inndata inn) {
        this(
                valg,
                feil,
                OutputStream.nullOutputStream(),
                new Framdriftsviser(feil, Framdriftsviser.erTerminal(), inn::andelLest));
    }

    private Samtalepartner(ParseResult valg, PrintStream feil, OutputStream ut, Framdriftsviser viser) {
        this.feil = feil;
        this.stille = valg.hasMatchedOption(STILLE);
        this.ut = ut;
        this.viser = viser;
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
        meldinger.add(linje);
    }

    /** All of the work is done: what was said of it holds, and is shown once. */
    void ferdig() {
        viser.close();
        if (!stille) {
            meldinger.forEach(feil::println);
        }
        meldinger.clear();
    }

    @Override
    public Framdrift framdrift() {
        return stille ? Framdrift.INGEN : viser;
    }

    @Override
    public void close() {
        viser.close();
    }
}
