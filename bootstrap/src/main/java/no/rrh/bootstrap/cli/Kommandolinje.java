package no.rrh.bootstrap.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.logging.Loggoppsett;
import no.rrh.bootstrap.utfall.Utfall;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the command line, runs the command, and says in one line what went wrong. */
public final class Kommandolinje {
    private final List<Kommando> kommandoer;
    private final List<Kommandogruppe> grupper;
    private final Map<String, String> variabler;
    private final PrintStream ut;
    private final PrintStream feil;

    /**
     * The commands of the JAR.
     *
     * @param variabler the environment
     * @param inn what a command may read
     * @param ut for what a command gives
     * @param feil for everything else
     */
    public Kommandolinje(Map<String, String> variabler, InputStream inn, PrintStream ut, PrintStream feil) {
        this.variabler = variabler;
        this.ut = ut;
        this.feil = feil;
        this.kommandoer = List.of(
                new Serve(ut),
                new Token(ut),
                new Importer(inn, feil),
                new Eksporter(ut, feil),
                new Generer(ut, feil),
                new LagTotalbestandKommando(feil),
                new Kontrollsumkommando(ut, feil),
                new Sikkerhetskopi(ut, feil),
                new Gjenopprett(feil),
                new NyGenerasjon(feil),
                new Flytt(feil));
        this.grupper = List.of(
                Klientkommandoer.gruppe(ut, feil),
                Tilgangskommandoer.gruppe(ut, feil),
                Innsynsloggkommandoer.gruppe(inn, ut, feil));
    }

    /** Runs, and returns the exit code. */
    public int kjoer(String... argumenter) {
        CommandLine linje = linje();
        try {
            ParseResult lest = linje.parseArgs(argumenter);
            if (CommandLine.printHelpIfRequested(lest)) {
                return Utfall.OK;
            }
            ParseResult valg = innerste(lest);
            if (valg.commandSpec().userObject() instanceof Kommando kommando) {
                return kjoer(kommando, valg);
            }
            valg.commandSpec().commandLine().usage(feil);
            return Utfall.FEIL_BRUK;
        } catch (ParameterException e) {
            return avslutt(new Utfall(Utfall.FEIL_BRUK, Bruksfeil.melding(e)));
        }
    }

    private static ParseResult innerste(ParseResult lest) {
        ParseResult valg = lest;
        while (valg.hasSubcommand()) {
            valg = valg.subcommand();
        }
        return valg;
    }

    private int kjoer(Kommando kommando, ParseResult valg) {
        try {
            Innstillinger innstillinger = Innstillinger.les(flagg(kommando, valg), variabler);
            Loggoppsett.bruk(innstillinger.loggformat());
            kommando.kjoer(valg, innstillinger);
            return Utfall.OK;
        } catch (RuntimeException e) {
            return avslutt(Utfall.av(e));
        }
    }

    private int avslutt(Utfall utfall) {
        feil.println("rrh: " + utfall.melding());
        return utfall.kode();
    }

    private static Map<Innstilling, String> flagg(Kommando kommando, ParseResult valg) {
        Map<Innstilling, String> flagg = new EnumMap<>(Innstilling.class);
        flagg.putAll(kommando.avledet(valg));
        for (Innstilling innstilling : kommando.flagg()) {
            if (valg.hasMatchedOption(innstilling.flagg())) {
                flagg.put(innstilling, valg.matchedOptionValue(innstilling.flagg(), ""));
            }
        }
        return flagg;
    }

    private CommandLine linje() {
        CommandSpec rot = samling("rrh", "Register over reelle rettighetshavere.", kommandoer);
        rot.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Vis versjonen")
                .build());
        String versjon = Kommandolinje.class.getPackage().getImplementationVersion();
        rot.version("rrh " + (versjon == null ? "(ukjent versjon)" : versjon));
        grupper.forEach(gruppe ->
                rot.addSubcommand(gruppe.navn(), samling(gruppe.navn(), gruppe.beskrivelse(), gruppe.kommandoer())));
        CommandLine linje = new CommandLine(rot);
        linje.setOut(new PrintWriter(ut, true, StandardCharsets.UTF_8));
        return linje;
    }

    /** What is only a name for the commands in it. */
    private static CommandSpec samling(String navn, String beskrivelse, List<Kommando> kommandoer) {
        CommandSpec spec = CommandSpec.create().name(navn);
        spec.usageMessage()
                .synopsisHeading("Bruk: ")
                .synopsisSubcommandLabel("KOMMANDO")
                .optionListHeading("%nValg:%n")
                .commandListHeading("%nKommandoer:%n")
                .description(beskrivelse);
        spec.addOption(hjelp());
        kommandoer.forEach(kommando -> spec.addSubcommand(kommando.navn(), spec(kommando)));
        return spec;
    }

    private static CommandSpec spec(Kommando kommando) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(kommando).name(kommando.navn());
        spec.usageMessage()
                .synopsisHeading("Bruk: ")
                .parameterListHeading("%nArgumenter:%n")
                .optionListHeading("%nValg:%n")
                .sortOptions(false);
        kommando.beskriv(spec);
        kommando.flagg().stream().sorted().forEach(innstilling -> spec.addOption(valg(innstilling)));
        spec.addOption(hjelp());
        return spec;
    }

    private static OptionSpec valg(Innstilling innstilling) {
        String standard =
                innstilling.standard().map(s -> " (standard " + s + ")").orElse("");
        return OptionSpec.builder(innstilling.flagg())
                .type(String.class)
                .paramLabel(innstilling.verdi())
                // the library takes a description for a format
                .description((innstilling.beskrivelse() + standard).replace("%", "%%"))
                .build();
    }

    private static OptionSpec hjelp() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Vis denne hjelpen")
                .build();
    }
}
