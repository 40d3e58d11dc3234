package no.rrh.bootstrap.cli;

import java.io.PrintStream;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.http.maskinporten.Klientregister;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code klient slett ID}: removes a client. */
final class SlettKlient implements Kommando {
    private final PrintStream melding;

    SlettKlient(PrintStream melding) {
        this.melding = melding;
    }

    @Override
    public String navn() {
        return "slett";
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Sletter en klient. Token den har hentet, varer til de utløper; nøkkelfilene blir liggende.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("ID")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("Klientens id")
                .build());
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        String id = valg.matchedPositionalValue(0, "");
        Klientregister register = Klientkommandoer.register(innstillinger);
        Kommandologg.foer(innstillinger, "klient-slett");
        if (!register.slett(id)) {
            throw new Kommandofeil("det finnes ingen klient med id " + id);
        }
        melding.println("Klienten " + id + " er slettet.");
    }
}
