package no.rrh.bootstrap.cli;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kobling.Gjenoppretting;
import no.rrh.bootstrap.kobling.Gjenoppretting.Resultat;
import no.rrh.persistence.register.Kontrollsum;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code gjenopprett FIL}: makes a data folder of a back-up. */
final class Gjenopprett implements Kommando {
    private final PrintStream feil;

    Gjenopprett(PrintStream feil) {
        this.feil = feil;
    }

    @Override
    public String navn() {
        return "gjenopprett";
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Gjenoppretter registeret fra en sikkerhetskopi, i en datamappe som er ny eller tom, eller der bare"
                                + " innsynsloggen ligger. Alt kontrolleres før det tas i bruk, og en ny generasjon av endringsloggen"
                                + " begynnes, så ingen endring får et nummer som er utlevert før.");
        spec.addPositional(PositionalParamSpec.builder()
                .paramLabel("FIL")
                .arity("1")
                .required(true)
                .type(String.class)
                .description("Filen som kommandoen sikkerhetskopi skrev")
                .build());
        spec.addOption(Samtalepartner.stille());
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        String navn = valg.matchedPositionalValue(0, "");
        Path fil = VerifiserInnsynslogg.sti(navn);
        if (!Files.isRegularFile(fil) || !Files.isReadable(fil)) {
            throw Inndata.kanIkkeLeses(navn);
        }
        boolean haddeLogg = Files.isDirectory(innstillinger.tilgang().innsynsloggmappe());
        try (Samtalepartner bruker = new Samtalepartner(valg, feil, OutputStream.nullOutputStream(), "MiB")) {
            Resultat resultat = new Gjenoppretting(innstillinger)
                    .gjenopprett(fil, bruker.framdrift(), () -> Kommandologg.foer(innstillinger, navn()));
            fortell(bruker, innstillinger, resultat);
            fortellOmInnsynsloggen(bruker, innstillinger, haddeLogg);
            bruker.ferdig();
        }
    }

    private static void fortell(Samtalepartner bruker, Innstillinger innstillinger, Resultat resultat) {
        Kontrollsum sum = resultat.manifest().kontrollsum();
        bruker.melding("Gjenopprettet " + innstillinger.data() + " fra sikkerhetskopien som ble tatt "
                + resultat.manifest().laget() + ": " + sum.virksomheter() + " virksomheter, sekvensnummer "
                + sum.sekvensnummer() + ", " + resultat.manifest().filer().size() + " filer.");
        bruker.melding(
                resultat.sammenlignet()
                        ? "Kontrollsummen er den manifestet sier: " + sum.sum() + "."
                        : "Hver fil er kontrollert. Kopien er fra en eldre versjon, så kontrollsummen av innholdet kan ikke"
                                + " sammenlignes.");
        bruker.melding("Generasjon " + resultat.generasjon().id()
                + " av endringsloggen er begynt. Neste endring får et nummer over "
                + resultat.generasjon().etter() + ".");
        innstillinger
                .database()
                .totalbestandmappe()
                .ifPresent(
                        mappe -> bruker.melding("Totalbestandfilene i kopien er lagt i datamappen, men tas ikke i bruk:"
                                + " totalbestand.mappe er satt til " + mappe + "."));
    }

    private static void fortellOmInnsynsloggen(Samtalepartner bruker, Innstillinger innstillinger, boolean haddeLogg) {
        if (innstillinger.tilgang().innsynslogg().isPresent()) {
            Path logg = innstillinger.tilgang().innsynsloggmappe();
            bruker.melding(
                    haddeLogg
                            ? "Innsynsloggen er ikke med i sikkerhetskopier; den som lå i " + logg + ", fortsetter."
                            : "Innsynsloggen er ikke med i sikkerhetskopier, så en ny er begynt i " + logg
                                    + ". Finnes den gamle, så legg den i stedet for den nye før serveren startes.");
        }
    }
}
