package no.rrh.bootstrap.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kanal.Ordre;
import no.rrh.bootstrap.kobling.Rrh;
import no.rrh.bootstrap.kobling.Sikkerhetskopioppdrag;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.persistence.fil.Diskplass;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code sikkerhetskopi FIL}: writes the register and what belongs to it, as a file that {@code gjenopprett} reads. */
final class Sikkerhetskopi implements Kommando {
    private static final String STANDARD_UT = "-";
    private static final String UTEN_TOTALBESTAND = "--" + Sikkerhetskopioppdrag.UTEN_TOTALBESTAND;

    private final PrintStream standardUt;
    private final PrintStream feil;

    Sikkerhetskopi(PrintStream standardUt, PrintStream feil) {
        this.standardUt = standardUt;
        this.feil = feil;
    }

    @Override
    public String navn() {
        return Sikkerhetskopioppdrag.SIKKERHETSKOPI;
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Tar en sikkerhetskopi av registeret i datamappen, med historikk, endringslogg, nummer, avtaler,"
                                + " nøkler og totalbestandfiler, som én ZIP. Innsynsloggen er ikke med; den kopieres for seg selv."
                                + " Kan kjøres mens serveren går. Kopien er ikke kryptert.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FIL")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("Filen som skrives, og som erstattes først når den nye er hel; - for standard ut")
                .build());
        spec.addOption(OptionSpec.builder(UTEN_TOTALBESTAND)
                .type(boolean.class)
                .arity("0")
                .description(
                        "Ta ikke med totalbestandfilene; en ny lages når serveren er startet på den gjenopprettede mappen")
                .build());
        spec.addOption(Samtalepartner.stille());
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        String fil = valg.matchedPositionalValue(0, STANDARD_UT);
        Map<String, String> ordre = valg.hasMatchedOption(UTEN_TOTALBESTAND)
                ? Map.of(Sikkerhetskopioppdrag.UTEN_TOTALBESTAND, Sikkerhetskopioppdrag.JA)
                : Map.of();
        try (Utdata ut = Utdata.aapne(fil, standardUt);
                Samtalepartner bruker = new Samtalepartner(valg, feil, ut.stroem(), "MiB")) {
            new Registerarbeid(innstillinger, Rrh::aapneDenSomFinnes)
                    .utfoer(new Ordre(navn(), ordre), InputStream.nullInputStream(), bruker);
            ut.ferdig();
            bruker.ferdig();
        } catch (IOException e) {
            throw new Kommandofeil(feil(fil, e));
        }
    }

    private static String feil(String fil, IOException feil) {
        if (fil.equals(STANDARD_UT)) {
            return "standard ut kan ikke skrives til; det som er skrevet er ikke en hel sikkerhetskopi";
        }
        String full = Diskplass.erFull(feil, Path.of(fil).toAbsolutePath().getParent()) ? ", disken er full" : "";
        return "filen kan ikke skrives: " + fil + full + "; det som eventuelt lå der er urørt";
    }
}
