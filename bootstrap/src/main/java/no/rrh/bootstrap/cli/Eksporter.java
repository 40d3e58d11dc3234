package no.rrh.bootstrap.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.rrh.application.port.in.Eksportvalg;
import no.rrh.application.port.in.Eksportvalg.Form;
import no.rrh.application.port.in.Eksportvalg.Pakking;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kanal.Ordre;
import no.rrh.bootstrap.kobling.Registeroppdrag;
import no.rrh.bootstrap.kobling.Rrh;
import no.rrh.domain.feil.UgyldigVerdi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code eksporter [FIL]}: writes the whole register with its history, as a file that {@code importer} reads. */
final class Eksporter implements Kommando {
    private static final String FORM = "--form";
    private static final String PAKKING = "--pakking";

    private final PrintStream standardUt;
    private final PrintStream feil;

    Eksporter(PrintStream standardUt, PrintStream feil) {
        this.standardUt = standardUt;
        this.feil = feil;
    }

    @Override
    public String navn() {
        return "eksporter";
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage()
                .description("Skriver hele registeret med historikk og alle felt, i en form som importer leser."
                        + " Kan kjøres mens serveren går.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FIL")
                .arity("0..1")
                .type(String.class)
                .description(Eksportvalgene.FIL + " (utelatt: standard ut)")
                .build());
        spec.addOption(valg(FORM, "json (én liste) eller jsonl (én virksomhet på hver linje; standard)"));
        spec.addOption(valg(PAKKING, "ingen (standard), gzip eller zip"));
        spec.addOption(Samtalepartner.stille());
    }

    private static OptionSpec valg(String navn, String beskrivelse) {
        return OptionSpec.builder(navn)
                .type(String.class)
                .paramLabel(navn.substring(2).toUpperCase(Locale.ROOT))
                .description(beskrivelse)
                .build();
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        String fil = valg.matchedPositionalValue(0, Eksportvalgene.STANDARD_UT);
        Eksportvalg form = eksportvalg(valg, fil);
        try (Utdata ut = Utdata.aapne(fil, standardUt);
                Samtalepartner bruker = new Samtalepartner(valg, feil, ut.stroem())) {
            new Registerarbeid(innstillinger, Rrh::aapneDenSomFinnes)
                    .utfoer(
                            new Ordre(
                                    Registeroppdrag.EKSPORTER,
                                    Map.of(
                                            Registeroppdrag.FORM,
                                            form.form().name(),
                                            Registeroppdrag.PAKKING,
                                            form.pakking().name())),
                            InputStream.nullInputStream(),
                            bruker);
            ut.ferdig();
            bruker.ferdig();
        } catch (IOException | UncheckedIOException e) {
            throw Eksportvalgene.kanIkkeSkrives(fil);
        }
    }

    private static Eksportvalg eksportvalg(ParseResult valg, String fil) {
        Eksportvalg etterNavn = Eksportvalgene.etterNavn(fil);
        return new Eksportvalg(
                oppgitt(valg, FORM, Form.class).orElse(etterNavn.form()),
                oppgitt(valg, PAKKING, Pakking.class).orElse(etterNavn.pakking()));
    }

    private static <E extends Enum<E>> Optional<E> oppgitt(ParseResult valg, String navn, Class<E> verdier) {
        String oppgitt = valg.matchedOptionValue(navn, null);
        if (oppgitt == null) {
            return Optional.empty();
        }
        return Optional.of(Arrays.stream(verdier.getEnumConstants())
                .filter(verdi -> navn(verdi).equals(oppgitt))
                .findFirst()
                .orElseThrow(() -> new UgyldigVerdi("ugyldig verdi for " + navn + ": forventet "
                        + Arrays.stream(verdier.getEnumConstants())
                                .map(Eksporter::navn)
                                .collect(Collectors.joining(" eller ")))));
    }

    private static String navn(Enum<?> verdi) {
        return verdi.name().toLowerCase(Locale.ROOT);
    }
}
