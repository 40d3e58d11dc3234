package no.rrh.bootstrap.cli;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.maskinporten.RegistrertKlient;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code klient liste}: the clients, for people or for programs. */
final class ListKlienter implements Kommando {
    private static final String JSON = "--json";
    private static final List<String> KOLONNER = List.of("ID", "ORGNR", "SCOPES", "DELEGERT FRA", "OPPRETTET");

    private final PrintStream ut;

    ListKlienter(PrintStream ut) {
        this.ut = ut;
    }

    @Override
    public String navn() {
        return "liste";
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage().description("Viser klientene.");
        spec.addOption(OptionSpec.builder(JSON)
                .type(boolean.class)
                .arity("0")
                .description("Skriv dem som en JSON-liste")
                .build());
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        List<RegistrertKlient> klienter =
                Klientkommandoer.register(innstillinger).liste();
        if (valg.hasMatchedOption(JSON)) {
            ut.println(klienter.stream().map(RegistrertKlient::json).collect(Collectors.joining(",", "[", "]")));
        } else {
            Tabell.skriv(ut, KOLONNER, klienter.stream().map(ListKlienter::rad).toList());
        }
    }

    private static List<String> rad(RegistrertKlient registrert) {
        return List.of(
                registrert.klient().id(),
                registrert.klient().orgnr().verdi(),
                String.join(" ", registrert.klient().scopes()),
                registrert.klient().delegertFra().stream()
                        .map(Organisasjonsnummer::verdi)
                        .collect(Collectors.joining(" ")),
                registrert.opprettet().toString());
    }
}
