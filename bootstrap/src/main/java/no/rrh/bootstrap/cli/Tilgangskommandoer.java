package no.rrh.bootstrap.cli;

import java.io.PrintStream;
import java.util.List;
import no.rrh.bootstrap.kobling.Tilgangsoppdrag;

/** {@code tilgang}: which virksomheter have access, on which legal ground. */
final class Tilgangskommandoer {
    private Tilgangskommandoer() {}

    static Kommandogruppe gruppe(PrintStream ut, PrintStream feil) {
        return new Kommandogruppe(
                "tilgang",
                "Avtalene om tilgang: hvem som har den, med hvilken hjemmel. Alt kan kjøres mens serveren går.",
                List.of(
                        new Tilgangskommando(
                                "gi",
                                "Gir en virksomhet tilgang. Scopet følger av hjemmelen.",
                                Tilgangsoppdrag.GI,
                                Avtalevalg.GI,
                                ut,
                                feil),
                        new Tilgangskommando(
                                "endre",
                                "Endrer en avtale; det som ikke oppgis, står som før.",
                                Tilgangsoppdrag.ENDRE,
                                Avtalevalg.ENDRE,
                                ut,
                                feil),
                        new Tilgangskommando(
                                "trekk",
                                "Trekker en avtale, for godt. Det virker på serveren innen fem sekunder, også på åpne"
                                        + " hendelsesstrømmer.",
                                Tilgangsoppdrag.TREKK,
                                Avtalevalg.TREKK,
                                ut,
                                feil),
                        new Tilgangskommando(
                                "vis",
                                "Viser en avtale, med alt som er gjort med den.",
                                Tilgangsoppdrag.VIS,
                                Avtalevalg.VIS,
                                ut,
                                feil),
                        new Tilgangskommando(
                                "liste",
                                "Viser avtalene slik de er nå.",
                                Tilgangsoppdrag.LISTE,
                                Avtalevalg.LISTE,
                                ut,
                                feil)));
    }
}
