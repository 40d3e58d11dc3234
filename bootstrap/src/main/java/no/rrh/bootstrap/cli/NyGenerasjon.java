package no.rrh.bootstrap.cli;

import java.io.PrintStream;
import no.rrh.application.port.out.Generasjon;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kobling.Rrh;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code ny-generasjon}: lets a register that was brought back from a back-up go on. Only while no server runs on it, since
 * it belongs to the bringing back.
 */
final class NyGenerasjon implements Kommando {
    private final PrintStream melding;

    NyGenerasjon(PrintStream melding) {
        this.melding = melding;
    }

    @Override
    public String navn() {
        return "ny-generasjon";
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage()
                .description(
                        "Begynner en ny generasjon av endringsloggen. Kjøres når registeret er hentet tilbake fra en"
                                + " sikkerhetskopi, før serveren startes, så ingen endring får et nummer som er utlevert før.");
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        try (Rrh rrh = Rrh.aapneHentetTilbake(innstillinger)) {
            rrh.foerKommando(navn(), Kommandologg.bruker());
            Generasjon ny = rrh.begynnGenerasjon().begynn();
            melding.println("Generasjon " + ny.id() + " av endringsloggen er begynt. Neste endring får et nummer over "
                    + ny.etter() + ".");
        }
    }
}
