package no.rrh.bootstrap.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Set;
import no.rrh.application.port.in.GenererRegister.Resultat;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kobling.Rrh;
import no.rrh.domain.syntetisk.SyntetiskRegister;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code generer}: writes a register of nobody, as a file that {@code importer} reads. It needs no data folder. */
final class Generer implements Kommando {
    private static final String ANTALL = "--antall";
    private static final String FROE = "--froe";
    private static final String UT = "--ut";
    private static final double MB = 1e6;

    private final PrintStream standardUt;
    private final PrintStream feil;

    Generer(PrintStream standardUt, PrintStream feil) {
        this.standardUt = standardUt;
        this.feil = feil;
    }

    @Override
    public String navn() {
        return "generer";
    }

    @Override
    public Set<Innstilling> flagg() {
        return Set.of(Innstilling.CONFIG);
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Lager et syntetisk register, i en form som importer leser: virksomheter og personer som ikke finnes,"
                                + " i størrelser og former som i et virkelig register. Samme antall og frø gir samme fil.");
        spec.addOption(OptionSpec.builder(ANTALL)
                .type(int.class)
                .paramLabel("N")
                .required(true)
                .description("Antall virksomheter, fra 1 til " + SyntetiskRegister.FLEST)
                .build());
        spec.addOption(OptionSpec.builder(FROE)
                .type(long.class)
                .paramLabel("S")
                .defaultValue("1")
                .description("Frøet, et heltall (standard 1)")
                .build());
        spec.addOption(OptionSpec.builder(UT)
                .type(String.class)
                .paramLabel("FIL")
                .required(true)
                .description(Eksportvalgene.FIL)
                .build());
        spec.addOption(Samtalepartner.stille());
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        String fil = valg.matchedOptionValue(UT, "");
        int antall = valg.matchedOptionValue(ANTALL, 0);
        long froe = valg.matchedOptionValue(FROE, 1L);
        try (Utdata ut = Utdata.aapne(fil, standardUt);
                Samtalepartner bruker = new Samtalepartner(valg, feil, ut.stroem())) {
            Resultat resultat = Rrh.genererRegister()
                    .generer(antall, froe, ut.stroem(), Eksportvalgene.etterNavn(fil), bruker.framdrift());
            ut.ferdig();
            bruker.melding(String.format(
                    Locale.forLanguageTag("nb"),
                    "Laget %d virksomheter av frøet %d: %.1f MB JSON, som gzip pakker %.1f : 1.",
                    resultat.virksomheter(),
                    froe,
                    resultat.byter() / MB,
                    resultat.pakking()));
            bruker.ferdig();
        } catch (IOException | UncheckedIOException e) {
            throw Eksportvalgene.kanIkkeSkrives(fil);
        }
    }
}
