package no.rrh.bootstrap.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.Importresultat;
import no.rrh.application.port.in.Importvalg;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kobling.Rrh;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code importer FIL}: merges a file into the register, all of it or nothing. */
final class Importer implements Kommando {
    private static final int BUFFER = 64 * 1024;

    private final PrintStream melding;

    Importer(PrintStream melding) {
        this.melding = melding;
    }

    @Override
    public String navn() {
        return "importer";
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage()
                .description("Fletter en fil inn i registeret: alt eller ingenting. Serveren må være stoppet.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FIL")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("JSON-liste av virksomheter i API-ets representasjon (UTF-8)")
                .build());
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        String fil = valg.matchedPositionalValue(0, "");
        try (InputStream inn = aapne(fil);
                Rrh rrh = Rrh.aapne(innstillinger)) {
            Importresultat resultat = rrh.importer().importer(inn, Importvalg.FLETT, Framdrift.INGEN);
            melding.println("Importerte " + fil + ": " + resultat.virksomheter() + " virksomheter lest, "
                    + resultat.endringer() + " endringer gjort.");
        } catch (Lesefeil e) {
            throw new Kommandofeil(fil + ", " + e.getMessage() + ". Ingenting er importert");
        } catch (IOException e) {
            throw new Kommandofeil("filen kan ikke leses: " + fil);
        }
    }

    private static InputStream aapne(String fil) throws IOException {
        try {
            if (Files.isDirectory(Path.of(fil))) {
                throw new IOException("a folder");
            }
            return new BufferedInputStream(Files.newInputStream(Path.of(fil)), BUFFER);
        } catch (InvalidPathException e) {
            throw new IOException(e);
        }
    }
}
