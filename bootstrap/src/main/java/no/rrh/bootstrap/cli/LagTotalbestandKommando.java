package no.rrh.bootstrap.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Map;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kanal.Ordre;
import no.rrh.bootstrap.kobling.Registeroppdrag;
import no.rrh.bootstrap.kobling.Rrh;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code totalbestand}: makes a new file of the whole register. */
final class LagTotalbestandKommando implements Kommando {
    private final PrintStream feil;

    LagTotalbestandKommando(PrintStream feil) {
        this.feil = feil;
    }

    @Override
    public String navn() {
        return "totalbestand";
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage().description("Lager en ny totalbestand. Kan kjøres mens serveren går.");
        spec.addOption(Samtalepartner.stille());
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        try (Samtalepartner bruker = new Samtalepartner(valg, feil, OutputStream.nullOutputStream())) {
            new Registerarbeid(innstillinger, Rrh::aapneDenSomFinnes)
                    .utfoer(new Ordre(Registeroppdrag.TOTALBESTAND, Map.of()), InputStream.nullInputStream(), bruker);
            bruker.ferdig();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
