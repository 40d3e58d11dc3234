package no.rrh.bootstrap.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kanal.Ordre;
import no.rrh.bootstrap.kobling.Rrh;
import no.rrh.bootstrap.kobling.Sikkerhetskopioppdrag;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code kontrollsum}: what the register holds, in figures that are the same wherever it lies. */
final class Kontrollsumkommando implements Kommando {
    private static final String JSON = "--json";
    private static final String FORAN = Sikkerhetskopioppdrag.TABELLER + ".";
    private static final String RADER = "." + Sikkerhetskopioppdrag.RADER;
    private static final String SUM = "." + Sikkerhetskopioppdrag.SUM;

    private final PrintStream ut;
    private final PrintStream feil;

    Kontrollsumkommando(PrintStream ut, PrintStream feil) {
        this.ut = ut;
        this.feil = feil;
    }

    @Override
    public String navn() {
        return Sikkerhetskopioppdrag.KONTROLLSUM;
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Viser antall rader i hver tabell, sekvensnummeret, og en kontrollsum av alt registeret holder:"
                                + " to registre med samme sum holder det samme, enten de ligger i H2 eller PostgreSQL. Kan kjøres"
                                + " mens serveren går.");
        spec.addOption(OptionSpec.builder(JSON)
                .type(boolean.class)
                .arity("0")
                .description("Skriv det som JSON")
                .build());
        spec.addOption(Samtalepartner.stille());
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        ByteArrayOutputStream svar = new ByteArrayOutputStream();
        try (Samtalepartner bruker = new Samtalepartner(valg, feil, svar, "rader")) {
            // also before ny-generasjon: whoever has brought a register back wants to know what it holds
            new Registerarbeid(innstillinger, Rrh::aapneHentetTilbake)
                    .utfoer(new Ordre(navn(), Map.of()), InputStream.nullInputStream(), bruker);
            bruker.ferdig();
            String json = svar.toString(StandardCharsets.UTF_8);
            if (valg.hasMatchedOption(JSON)) {
                ut.println(json);
            } else {
                tabell(json);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void tabell(String json) throws IOException {
        Map<String, String> alt = Jsonliste.les(
                        new ByteArrayInputStream(("[" + json + "]").getBytes(StandardCharsets.UTF_8)))
                .get(0);
        List<List<String>> rader = new ArrayList<>();
        alt.forEach((felt, verdi) -> {
            if (felt.startsWith(FORAN) && felt.endsWith(RADER)) {
                String tabell = felt.substring(FORAN.length(), felt.length() - RADER.length());
                rader.add(List.of(tabell, verdi, alt.get(FORAN + tabell + SUM)));
            }
        });
        Tabell.skriv(ut, List.of("TABELL", "RADER", "SUM"), rader);
        ut.println();
        for (String felt : List.of(Sikkerhetskopioppdrag.SEKVENSNUMMER, Sikkerhetskopioppdrag.KONTROLLSUM)) {
            ut.println(felt + ": " + alt.get(felt));
        }
    }
}
