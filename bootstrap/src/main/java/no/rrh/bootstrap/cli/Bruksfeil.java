package no.rrh.bootstrap.cli;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one line of bokmål. */
final class Bruksfeil {
    private static final Set<Class<?>> TALL = Set.of(int.class, long.class);

    private static final Pattern NAVN = Pattern.compile("-{0,2}[a-zæøå]+([.-][a-zæøå]+)*");

    private Bruksfeil() {}

    static String melding(ParameterException feil) {
        String kommando = feil.getCommandLine().getCommandSpec().qualifiedName();
        return aarsak(feil) + "; se " + kommando + " --help";
    }

    private static String aarsak(ParameterException feil) {
        if (feil instanceof UnmatchedArgumentException ukjent) {
            return "ukjent valg, argument eller kommando"
                    + gjengitt(ukjent.getUnmatched().get(0));
        }
        if (feil instanceof MissingParameterException mangler) {
            return "mangler "
                    + mangler.getMissing().stream()
                            .map(argument -> argument instanceof OptionSpec valg
                                    ? valg.longestName() + " " + valg.paramLabel()
                                    : argument.paramLabel())
                            .collect(Collectors.joining(" og "));
        }
        if (feil instanceof OverwrittenOptionException) {
            return "det samme valget er oppgitt to ganger";
        }
        if (feil.getArgSpec() instanceof OptionSpec valg && TALL.contains(valg.type())) {
            return "ugyldig verdi for " + valg.longestName() + ": forventet et heltall";
        }
        return "kommandolinjen kan ikke leses";
    }

    /** Without a value, which may be a password, and only what could be the name of something. */
    private static String gjengitt(String ord) {
        String navn = ord.split("=", 2)[0];
        return NAVN.matcher(navn).matches() ? ": " + navn : "";
    }
}
