package no.rrh.bootstrap.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.config.Miljoe;
import no.rrh.bootstrap.config.Varighet;
import no.rrh.bootstrap.kobling.Datamappe;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.maskinporten.LokalMaskinporten;
import no.rrh.http.maskinporten.Tokenbestilling;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code token}: prints a token that the server on the same data folder accepts, in {@code lokal} only. */
final class Token implements Kommando {
    private static final String SCOPE = "--scope";
    private static final String CONSUMER = "--consumer";
    private static final String SUPPLIER = "--supplier";
    private static final String LEVETID = "--levetid";
    private static final String SYNTETISK_CONSUMER = "310000019";
    private static final String STANDARD_LEVETID = "10m";

    private final PrintStream ut;

    Token(PrintStream ut) {
        this.ut = ut;
    }

    @Override
    public String navn() {
        return "token";
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage()
                .description("Skriver et token som serveren på samme datamappe godtar. Bare i miljøet lokal.");
        spec.addOption(OptionSpec.builder(SCOPE)
                .required(true)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel("SCOPE")
                .description("Et scope i tokenet, kjent eller ukjent; kan gjentas")
                .build());
        spec.addOption(valg(CONSUMER, "ORGNR", "Virksomheten som kaller (standard " + SYNTETISK_CONSUMER + ")"));
        spec.addOption(valg(SUPPLIER, "ORGNR", "Systemleverandøren som kaller på vegne av den"));
        spec.addOption(valg(LEVETID, "VARIGHET", "Hvor lenge tokenet varer (standard " + STANDARD_LEVETID + ")"));
    }

    private static OptionSpec valg(String navn, String verdi, String beskrivelse) {
        return OptionSpec.builder(navn)
                .type(String.class)
                .paramLabel(verdi)
                .description(beskrivelse)
                .build();
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        if (innstillinger.miljoe() != Miljoe.LOKAL) {
            throw new Kommandofeil("token utstedes bare i miljøet lokal; i "
                    + innstillinger.miljoe().navn() + " utstedes de av Maskinporten");
        }
        Datamappe data = Datamappe.finnBrukt(innstillinger);
        LokalMaskinporten maskinporten = LokalMaskinporten.aapne(data.maskinporten(), Clock.systemUTC());
        if (maskinporten.utsteder().isEmpty()) {
            throw new Kommandofeil("ingen server har kjørt på datamappen " + innstillinger.data()
                    + " ennå; start den med «serve» først");
        }
        Tokenbestilling bestilling = bestilling(valg);
        Kommandologg.foer(innstillinger, navn());
        ut.println(maskinporten.utsted(bestilling));
    }

    private static Tokenbestilling bestilling(ParseResult valg) {
        String levetid = valg.matchedOptionValue(LEVETID, STANDARD_LEVETID);
        Duration varighet = Varighet.les(levetid)
                .orElseThrow(() -> new UgyldigVerdi("ugyldig verdi for --levetid: forventet " + Varighet.FORM));
        return new Tokenbestilling(
                valg.matchedOptionValue(SCOPE, List.of()),
                new Organisasjonsnummer(valg.matchedOptionValue(CONSUMER, SYNTETISK_CONSUMER)),
                Optional.ofNullable(valg.<String>matchedOptionValue(SUPPLIER, null))
                        .map(Organisasjonsnummer::new),
                varighet);
    }
}
