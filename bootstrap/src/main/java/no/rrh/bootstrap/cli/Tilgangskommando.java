package no.rrh.bootstrap.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kanal.Ordre;
import no.rrh.bootstrap.kobling.Rrh;
import no.rrh.bootstrap.kobling.Tilgangsoppdrag;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** One of the commands about agreements. */
final class Tilgangskommando implements Kommando {
    private static final String JSON = "--json";
    private static final List<String> FELTER =
            List.of("avtale", "organisasjonsnummer", "hjemmel", "scope", "miljoe", "gyldigFra", "gyldigTil", "trukket");
    private static final List<String> KOLONNER =
            List.of("AVTALE", "ORGNR", "HJEMMEL", "SCOPE", "MILJØ", "FRA", "TIL", "TRUKKET");
    private static final List<String> HISTORIKK = List.of("tidspunkt", "endring", "utfoertAv", "besluttetAv");
    private static final List<String> HISTORIKKKOLONNER = List.of("TIDSPUNKT", "ENDRING", "UTFØRT AV", "BESLUTTET AV");

    private final String navn;
    private final String beskrivelse;
    private final String oppdrag;
    private final List<Avtalevalg> valg;
    private final PrintStream ut;
    private final PrintStream feil;

    /**
     * @param oppdrag the work that it orders
     */
    Tilgangskommando(
            String navn, String beskrivelse, String oppdrag, List<Avtalevalg> valg, PrintStream ut, PrintStream feil) {
        this.navn = navn;
        this.beskrivelse = beskrivelse;
        this.oppdrag = oppdrag;
        this.valg = valg;
        this.ut = ut;
        this.feil = feil;
    }

    @Override
    public String navn() {
        return navn;
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage().description(beskrivelse);
        if (gjelderEn()) {
            spec.addPositional(PositionalParamSpec.builder()
                    .paramLabel("AVTALE")
                    .arity("1")
                    .required(true)
                    .type(String.class)
                    .description("Avtalens nummer")
                    .build());
        }
        valg.forEach(en -> spec.addOption(en.spec()));
        spec.addOption(OptionSpec.builder(JSON)
                .type(boolean.class)
                .arity("0")
                .description("Skriv det som en JSON-liste, med alle felt")
                .build());
    }

    private boolean gjelderEn() {
        return !oppdrag.equals(Tilgangsoppdrag.GI) && !oppdrag.equals(Tilgangsoppdrag.LISTE);
    }

    private boolean viser() {
        return oppdrag.equals(Tilgangsoppdrag.VIS) || oppdrag.equals(Tilgangsoppdrag.LISTE);
    }

    @Override
    public void kjoer(ParseResult lest, Innstillinger innstillinger) {
        Map<String, String> ordre = new HashMap<>();
        valg.stream()
                .filter(en -> lest.hasMatchedOption(en.flagg()))
                .forEach(en -> ordre.put(en.noekkel(), lest.matchedOptionValue(en.flagg(), "")));
        if (gjelderEn()) {
            ordre.put(Tilgangsoppdrag.AVTALE, lest.matchedPositionalValue(0, ""));
        }
        ByteArrayOutputStream svar = new ByteArrayOutputStream();
        try (Samtalepartner bruker = new Samtalepartner(lest, feil, svar)) {
            new Registerarbeid(innstillinger, Rrh::aapneDenSomFinnes)
                    .utfoer(new Ordre(oppdrag, ordre), InputStream.nullInputStream(), bruker);
            if (lest.hasMatchedOption(JSON)) {
                ut.println(svar.toString(StandardCharsets.UTF_8));
            } else if (viser()) {
                tabeller(svar.toByteArray());
            }
            bruker.ferdig();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tabeller(byte[] svar) throws IOException {
        List<Map<String, String>> rader = new ArrayList<>(Jsonliste.les(new ByteArrayInputStream(svar)));
        if (oppdrag.equals(Tilgangsoppdrag.VIS)) {
            Map<String, String> naa = rader.get(rader.size() - 1);
            Map<String, String> alt = new LinkedHashMap<>(naa);
            HISTORIKK.forEach(alt::remove);
            alt.forEach((felt, verdi) -> ut.println(felt + ": " + verdi));
            ut.println();
            Tabell.skriv(
                    ut,
                    HISTORIKKKOLONNER,
                    rader.stream().map(rad -> rad(rad, HISTORIKK)).toList());
        } else {
            Tabell.skriv(
                    ut, KOLONNER, rader.stream().map(rad -> rad(rad, FELTER)).toList());
        }
    }

    private static List<String> rad(Map<String, String> verdier, List<String> felter) {
        return felter.stream().map(felt -> verdier.getOrDefault(felt, "-")).toList();
    }
}
