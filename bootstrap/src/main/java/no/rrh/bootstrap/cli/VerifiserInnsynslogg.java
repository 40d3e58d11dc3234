package no.rrh.bootstrap.cli;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.persistence.innsynslogg.Loggverifisering;
import no.rrh.persistence.innsynslogg.Loggverifisering.Resultat;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code innsynslogg verifiser [MAPPE…]}: whether logs are whole. It needs no register, so that others than its operators can. */
final class VerifiserInnsynslogg implements Kommando {
    private static final String NOEKKEL = "--noekkel";
    private static final String SJEKKPUNKTER = "--sjekkpunkter";

    private final PrintStream ut;

    VerifiserInnsynslogg(PrintStream ut) {
        this.ut = ut;
    }

    @Override
    public String navn() {
        return "verifiser";
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Sier om innsynslogger er hele: om føringer er endret, fjernet, satt inn eller flyttet, eller kortet"
                                + " av foran et sjekkpunkt, og hvilke. Feiler (kode 1) når en av dem ikke er det.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("MAPPE")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Mappen til en innsynslogg, eller en kopi av den; utelatt for datamappens egen")
                .build());
        spec.addOption(OptionSpec.builder(NOEKKEL)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("FIL")
                .description(
                        "En offentlig nøkkel, slik den er tatt vare på et annet sted; kan gjentas, én for hver instans (standard mappens egen)")
                .build());
        spec.addOption(OptionSpec.builder(SJEKKPUNKTER)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("FIL")
                .description("Sjekkpunkter som er tatt vare på et annet sted; kan gjentas")
                .build());
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        List<String> oppgitt = valg.matchedPositionalValue(0, List.of());
        List<Path> mapper = oppgitt.isEmpty()
                ? List.of(innstillinger.tilgang().innsynsloggmappe())
                : oppgitt.stream().map(VerifiserInnsynslogg::sti).toList();
        List<Path> noekler = valg.<List<String>>matchedOptionValue(NOEKKEL, List.of()).stream()
                .map(VerifiserInnsynslogg::sti)
                .toList();
        List<Path> kopier = valg.<List<String>>matchedOptionValue(SJEKKPUNKTER, List.of()).stream()
                .map(VerifiserInnsynslogg::sti)
                .toList();
        long feil = mapper.stream()
                .map(mappe -> Loggverifisering.verifiser(mappe, noekler, kopier))
                .peek(this::skriv)
                .filter(resultat -> !resultat.funn().isEmpty())
                .count();
        if (feil > 0) {
            throw new Kommandofeil("innsynsloggen er ikke hel; se over");
        }
    }

    private void skriv(Resultat resultat) {
        ut.println(
                "Instans " + resultat.instans() + ": " + resultat.foeringer() + " føringer, fra " + resultat.foerste()
                        + " til " + resultat.siste() + "; "
                        + (resultat.sjekkpunkt() == 0
                                ? "ingen sjekkpunkter"
                                : "siste sjekkpunkt ved føring " + resultat.sjekkpunkt())
                        + ".");
        resultat.merknader().forEach(merknad -> ut.println("  Merk: " + merknad + "."));
        resultat.funn().forEach(funn -> ut.println("  FEIL: " + funn + "."));
        if (resultat.funn().isEmpty()) {
            ut.println("  Hel.");
        }
    }

    static Path sti(String tekst) {
        try {
            return Path.of(tekst);
        } catch (InvalidPathException e) {
            throw new UgyldigVerdi("ugyldig verdi: forventet en fil eller mappe");
        }
    }
}
