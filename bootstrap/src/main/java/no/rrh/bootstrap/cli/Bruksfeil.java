package no.rrh.bootstrap.cli;

import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is wrong with a command line, in one line of bokmål. */
final class Bruksfeil {
    private Bruksfeil() {}

    static String melding(ParameterException feil) {
        String kommando = feil.getCommandLine().getCommandSpec().qualifiedName();
        return aarsak(feil) + "; se " + kommando + " --help";
    }

    private static String aarsak(ParameterException feil) {
        if (feil instanceof UnmatchedArgumentException ukjent) {
            return "ukjent valg, argument eller kommando: "
                    + ukjent.getUnmatched().get(0);
        }
        if (feil instanceof MissingParameterException mangler) {
            return "mangler "
                    + mangler.getMissing().stream()
                            .map(argument ->
                                    argument.isOption() ? "verdi for " + argument.paramLabel() : argument.paramLabel())
                            .collect(Collectors.joining(" og "));
        }
        if (feil instanceof OverwrittenOptionException) {
            return "det samme valget er oppgitt to ganger";
        }
        return "kommandolinjen kan ikke leses";
    }
}
