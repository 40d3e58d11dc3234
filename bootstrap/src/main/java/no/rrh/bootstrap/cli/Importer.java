package no.rrh.bootstrap.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import no.rrh.application.port.in.Importvalg;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kanal.Ordre;
import no.rrh.bootstrap.kobling.Registeroppdrag;
import no.rrh.bootstrap.kobling.Rrh;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code importer FIL}: merges a file into the register, all of it or nothing. */
final class Importer implements Kommando {
    private static final String ERSTATT = "--erstatt";

    private final InputStream standardInn;
    private final PrintStream feil;

    Importer(InputStream standardInn, PrintStream feil) {
        this.standardInn = standardInn;
        this.feil = feil;
    }

    @Override
    public String navn() {
        return "importer";
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage()
                .description("Fletter en fil inn i registeret: alt eller ingenting. Kan kjøres mens serveren går.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FIL")
                .arity("1")
                .required(true)
                .type(String.class)
                .description(
                        "Virksomheter i API-ets representasjon (UTF-8): en JSON-liste, eller én på hver linje (JSON"
                                + " Lines); også pakket med gzip eller som eneste fil i en ZIP. - for standard inn")
                .build());
        spec.addOption(OptionSpec.builder(ERSTATT)
                .description("Slett virksomhetene som ikke er i filen; historikken deres blir stående")
                .build());
        spec.addOption(Samtalepartner.stille());
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        try (Inndata inn = Inndata.aapne(valg.matchedPositionalValue(0, ""), standardInn)) {
            importer(inn, valg, innstillinger);
        } catch (IOException e) {
            throw Inndata.kanIkkeLeses(valg.matchedPositionalValue(0, ""));
        }
    }

    private void importer(Inndata inn, ParseResult valg, Innstillinger innstillinger) throws IOException {
        Importvalg resten = valg.hasMatchedOption(ERSTATT) ? Importvalg.ERSTATT : Importvalg.FLETT;
        Ordre ordre = new Ordre(
                Registeroppdrag.IMPORTER,
                Map.of(Registeroppdrag.FIL, inn.navn(), Registeroppdrag.RESTEN, resten.name()));
        try (Samtalepartner bruker = new Samtalepartner(valg, feil, inn)) {
            // told before the file is shrunk, which takes a while: what is imported is imported
            new Registerarbeid(innstillinger, Rrh::aapne).utfoer(ordre, inn, bruker, rrh -> {
                bruker.ferdig();
                rrh.krympRegisteret();
            });
            bruker.ferdig();
        }
    }
}
