package no.rrh.bootstrap.cli;

import java.io.PrintStream;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kobling.Rrh;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code totalbestand}: makes a new file of the whole register. */
final class LagTotalbestandKommando implements Kommando {
    private final PrintStream melding;

    LagTotalbestandKommando(PrintStream melding) {
        this.melding = melding;
    }

    @Override
    public String navn() {
        return "totalbestand";
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage().description("Lager en ny totalbestand. Serveren må være stoppet.");
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        try (Rrh rrh = Rrh.aapneDenSomFinnes(innstillinger)) {
            Totalbestandfil fil = rrh.lagTotalbestand().lag(Framdrift.INGEN);
            melding.println("Laget " + fil.sti().getFileName() + ": " + fil.stoerrelse() + " byte, sekvensnummer "
                    + fil.sekvensnummer() + ".");
        }
    }
}
