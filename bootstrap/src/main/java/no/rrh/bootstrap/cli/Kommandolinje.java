package no.rrh.bootstrap.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.config.Innstillingsfeil;
import no.rrh.bootstrap.logging.Loggoppsett;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.persistence.register.NyereSkjema;
import no.rrh.persistence.register.RegisteretErIBruk;
import no.rrh.persistence.register.RegisteretErOedelagt;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Reads the command line, runs the command, and says in one line what went wrong. */
public final class Kommandolinje {
    /** The command did what it was asked to. */
    public static final int OK = 0;

    /** The command failed. */
    public static final int FEILET = 1;

    /** The command line or a setting is wrong. */
    public static final int FEIL_BRUK = 2;

    private final Map<String, Kommando> kommandoer = new LinkedHashMap<>();
    private final Map<String, String> variabler;
    private final PrintStream ut;
    private final PrintStream feil;

    /**
     * The commands of the JAR.
     *
     * @param variabler the environment
     * @param ut for what a command gives
     * @param feil for everything else
     */
    public Kommandolinje(Map<String, String> variabler, PrintStream ut, PrintStream feil) {
        this.variabler = variabler;
        this.ut = ut;
        this.feil = feil;
        List.of(new Serve(ut), new Token(ut), new Importer(feil), new LagTotalbestandKommando(feil))
                .forEach(kommando -> kommandoer.put(kommando.navn(), kommando));
    }

    /** Runs, and returns the exit code. */
    public int kjoer(String... argumenter) {
        CommandLine linje = linje();
        try {
            ParseResult lest = linje.parseArgs(argumenter);
            if (CommandLine.printHelpIfRequested(lest)) {
                return OK;
            }
            if (!lest.hasSubcommand()) {
                linje.usage(feil);
                return FEIL_BRUK;
            }
            return kjoer(lest.subcommand());
        } catch (ParameterException e) {
            return avslutt(FEIL_BRUK, Bruksfeil.melding(e));
        }
    }

    private int kjoer(ParseResult valg) {
        Kommando kommando = kommandoer.get(valg.commandSpec().name());
        try {
            Innstillinger innstillinger = Innstillinger.les(flagg(kommando, valg), variabler);
            Loggoppsett.bruk(innstillinger.loggformat());
            kommando.kjoer(valg, innstillinger);
            return OK;
        } catch (Innstillingsfeil | UgyldigVerdi e) {
            return avslutt(FEIL_BRUK, e.getMessage());
        } catch (Kommandofeil
                | Lesefeil
                | Registerkonflikt
                | RegisteretErIBruk
                | RegisteretErOedelagt
                | NyereSkjema e) {
            return avslutt(FEILET, e.getMessage());
        } catch (RegisteretSvarerIkke e) {
            LoggerFactory.getLogger(Kommandolinje.class).error("The register does not answer", e);
            return avslutt(FEILET, "registeret svarer ikke; årsaken står i loggen over");
        } catch (UncheckedIOException e) {
            LoggerFactory.getLogger(Kommandolinje.class).error("Reading or writing failed", e);
            return avslutt(
                    FEILET, "lesing eller skriving feilet: " + e.getCause().getMessage());
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Kommandolinje.class).error("The command failed", e);
            return avslutt(FEILET, "noe uventet feilet; årsaken står i loggen over");
        }
    }

    private int avslutt(int kode, String melding) {
        feil.println("rrh: " + melding);
        return kode;
    }

    private static Map<Innstilling, String> flagg(Kommando kommando, ParseResult valg) {
        Map<Innstilling, String> flagg = new EnumMap<>(Innstilling.class);
        for (Innstilling innstilling : kommando.flagg()) {
            if (valg.hasMatchedOption(innstilling.flagg())) {
                flagg.put(innstilling, valg.matchedOptionValue(innstilling.flagg(), ""));
            }
        }
        return flagg;
    }

    private CommandLine linje() {
        CommandSpec rot = CommandSpec.create().name("rrh");
        rot.usageMessage()
                .synopsisHeading("Bruk: ")
                .optionListHeading("%nValg:%n")
                .commandListHeading("%nKommandoer:%n")
                .description("Register over reelle rettighetshavere.");
        rot.addOption(hjelp());
        rot.addOption(OptionSpec.builder("--version")
                .versionHelp(true)
                .description("Vis versjonen")
                .build());
        String versjon = Kommandolinje.class.getPackage().getImplementationVersion();
        rot.version("rrh " + (versjon == null ? "(ukjent versjon)" : versjon));
        kommandoer.values().forEach(kommando -> rot.addSubcommand(kommando.navn(), spec(kommando)));
        CommandLine linje = new CommandLine(rot);
        linje.setOut(new PrintWriter(ut, true, StandardCharsets.UTF_8));
        return linje;
    }

    private static CommandSpec spec(Kommando kommando) {
        CommandSpec spec = CommandSpec.create().name(kommando.navn());
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
                .description(innstilling.beskrivelse() + standard)
                .build();
    }

    private static OptionSpec hjelp() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Vis denne hjelpen")
                .build();
    }
}
