package no.rrh.bootstrap.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kanal.Ordre;
import no.rrh.bootstrap.kobling.Innsynsoppdrag;
import no.rrh.bootstrap.kobling.Rrh;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.domain.feil.UgyldigVerdi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code innsynslogg soek | eksporter [MAPPE…]}: entries of the log of this instance, and of those in the folders. */
final class SoekInnsynslogg implements Kommando {
    private static final String PERSON = "--foedselsnummer";
    private static final String FORM = "--form";
    private static final String JSONL = "jsonl";
    private static final Map<String, String> VALG = Map.of(
            Innsynsoppdrag.CONSUMER, "Virksomheten som kalte (organisasjonsnummer)",
            Innsynsoppdrag.ORGANISASJONSNUMMER, "Virksomheten det ble slått opp på",
            Innsynsoppdrag.OPERASJON, "For eksempel oppslag-a, soek-b, totalbestand-a eller kommando-eksporter",
            Innsynsoppdrag.SPORING, "Kallets trace",
            Innsynsoppdrag.FRA, "Det tidligste tidspunktet, i UTC, for eksempel 2027-01-31T08:00:00Z",
            Innsynsoppdrag.TIL, "Tidspunktet føringene er fra før");

    private final String navn;
    private final String beskrivelse;
    private final String oppdrag;
    private final InputStream inn;
    private final PrintStream ut;
    private final PrintStream feil;

    /**
     * @param oppdrag the work that it orders
     */
    SoekInnsynslogg(
            String navn, String beskrivelse, String oppdrag, InputStream inn, PrintStream ut, PrintStream feil) {
        this.navn = navn;
        this.beskrivelse = beskrivelse;
        this.oppdrag = oppdrag;
        this.inn = inn;
        this.ut = ut;
        this.feil = feil;
    }

    @Override
    public String navn() {
        return navn;
    }

    private boolean soeker() {
        return oppdrag.equals(Innsynsoppdrag.SOEK);
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage().description(beskrivelse);
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("MAPPE")
                .arity("0..*")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("Mapper til innsynsloggen til andre instanser")
                .build());
        if (soeker()) {
            spec.addOption(OptionSpec.builder(PERSON)
                    .type(boolean.class)
                    .arity("0")
                    .description(
                            "Føringer som gjelder en person; fødselsnummeret eller D-nummeret leses fra standard inn")
                    .build());
        } else {
            spec.addOption(OptionSpec.builder(FORM)
                    .type(String.class)
                    .paramLabel("FORM")
                    .description("jsonl (standard) eller cef")
                    .build());
        }
        VALG.keySet().stream()
                .sorted()
                .forEach(valg -> spec.addOption(OptionSpec.builder("--" + valg)
                        .type(String.class)
                        .paramLabel("VERDI")
                        .description(VALG.get(valg))
                        .build()));
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        Map<String, String> ordre = new HashMap<>();
        VALG.keySet().stream()
                .filter(navnet -> valg.hasMatchedOption("--" + navnet))
                .forEach(navnet -> ordre.put(navnet, valg.matchedOptionValue("--" + navnet, "")));
        boolean person = soeker() && valg.hasMatchedOption(PERSON);
        if (person) {
            ordre.put(Innsynsoppdrag.PERSON, Innsynsoppdrag.JA);
        }
        if (!soeker()) {
            ordre.put(Innsynsoppdrag.FORM, form(valg.matchedOptionValue(FORM, JSONL)));
        }
        ordre.put(
                Innsynsoppdrag.MAPPER,
                valg.<List<String>>matchedPositionalValue(0, List.of()).stream()
                        .map(mappe -> VerifiserInnsynslogg.sti(mappe)
                                .toAbsolutePath()
                                .normalize()
                                .toString())
                        .collect(Collectors.joining("\n")));
        try (Samtalepartner bruker = new Samtalepartner(valg, feil, ut)) {
            new Registerarbeid(innstillinger, Rrh::aapneDenSomFinnes)
                    .utfoer(new Ordre(oppdrag, ordre), person ? inn : InputStream.nullInputStream(), bruker);
            ut.flush();
            bruker.ferdig();
        } catch (IOException e) {
            throw new Kommandofeil("standard ut kan ikke skrives til; det som er skrevet er ikke alt");
        }
    }

    private static String form(String form) {
        if (!form.equals(JSONL) && !form.equals(Innsynsoppdrag.CEF)) {
            throw new UgyldigVerdi("ugyldig verdi for --form: forventet jsonl eller cef");
        }
        return form;
    }
}
