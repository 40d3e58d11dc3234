package no.rrh.bootstrap.cli;

import java.io.PrintStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.maskinporten.Klient;
import no.rrh.http.maskinporten.Klientfeil;
import no.rrh.http.maskinporten.Klientregister;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** {@code klient opprett}: registers a client, and hands out its key. */
final class OpprettKlient implements Kommando {
    private static final String ID = "--id";
    private static final String SCOPE = "--scope";
    private static final String ORGNR = "--orgnr";
    private static final String DELEGERT_FRA = "--delegert-fra";
    private static final String UT = "--ut";

    private final PrintStream melding;

    OpprettKlient(PrintStream melding) {
        this.melding = melding;
    }

    @Override
    public String navn() {
        return "opprett";
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage()
                .description("Registrerer en klient, og skriver den private nøkkelen dens som ID.jwk.json og ID.pem"
                        + " (ikke kryptert). Serveren kan gå imens.");
        spec.addOption(ett(ID, "ID", "Klientens id (client_id)").required(true).build());
        spec.addOption(flere(SCOPE, "SCOPE", "Et scope klienten kan be om; kan gjentas")
                .required(true)
                .build());
        spec.addOption(ett(ORGNR, "ORGNR", "Virksomheten som har klienten")
                .required(true)
                .build());
        spec.addOption(flere(
                        DELEGERT_FRA,
                        "ORGNR",
                        "En virksomhet som har delegert til klientens, så klienten kan be om token på vegne av den"
                                + " (consumer_org); kan gjentas")
                .build());
        spec.addOption(ett(UT, "MAPPE", "Mappen nøkkelen skrives i; lages når den ikke finnes")
                .required(true)
                .build());
    }

    private static OptionSpec.Builder ett(String navn, String verdi, String beskrivelse) {
        return OptionSpec.builder(navn).type(String.class).paramLabel(verdi).description(beskrivelse);
    }

    private static OptionSpec.Builder flere(String navn, String verdi, String beskrivelse) {
        return ett(navn, verdi, beskrivelse).arity("1").type(List.class).auxiliaryTypes(String.class);
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        Klient klient = new Klient(
                valg.matchedOptionValue(ID, ""),
                new Organisasjonsnummer(valg.matchedOptionValue(ORGNR, "")),
                valg.matchedOptionValue(SCOPE, List.of()),
                valg.<List<String>>matchedOptionValue(DELEGERT_FRA, List.of()).stream()
                        .map(Organisasjonsnummer::new)
                        .toList());
        Path ut = mappe(valg.matchedOptionValue(UT, ""));
        Klientregister register = Klientkommandoer.register(innstillinger);
        Kommandologg.foer(innstillinger, "klient-opprett");
        try {
            register.opprett(klient, ut);
        } catch (Klientfeil e) {
            throw new Kommandofeil(e.getMessage());
        }
        melding.println("Klienten " + klient.id() + " er registrert. Den private nøkkelen er i "
                + ut.resolve(klient.id() + ".jwk.json") + " og " + ut.resolve(klient.id() + ".pem") + ".");
    }

    private static Path mappe(String tekst) {
        try {
            return Path.of(tekst);
        } catch (InvalidPathException e) {
            throw new UgyldigVerdi("ugyldig verdi for --ut: forventet en mappe");
        }
    }
}
