package no.rrh.bootstrap.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;
import no.rrh.bootstrap.kobling.Innsynsoppdrag;

/** {@code innsynslogg}: who was shown what, and whether the log of that is whole. */
final class Innsynsloggkommandoer {
    private Innsynsloggkommandoer() {}

    static Kommandogruppe gruppe(InputStream inn, PrintStream ut, PrintStream feil) {
        return new Kommandogruppe(
                "innsynslogg",
                "Innsynsloggen: hvem som har sett hva. Alt kan kjøres mens serveren går.",
                List.of(
                        new VerifiserInnsynslogg(ut),
                        new SoekInnsynslogg(
                                "soek",
                                "Viser føringer som JSON, én på hver linje. Med --foedselsnummer dem som gjelder en person:"
                                        + " oppslag som viste en registrering personen står i, søk etter personen, og"
                                        + " nedlastinger av en fil personen sto i.",
                                Innsynsoppdrag.SOEK,
                                inn,
                                ut,
                                feil),
                        new SoekInnsynslogg(
                                "eksporter",
                                "Skriver føringer for et annet system, som JSON Lines eller CEF.",
                                Innsynsoppdrag.EKSPORTER,
                                inn,
                                ut,
                                feil)));
    }
}
