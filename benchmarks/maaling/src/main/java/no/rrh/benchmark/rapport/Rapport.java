package no.rrh.benchmark.rapport;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The rows as they come, on the terminal, and all of them on a page. */
public final class Rapport {
    private final PrintStream ut;
    private final List<Resultat> resultater = new ArrayList<>();

    public Rapport(PrintStream ut) {
        this.ut = ut;
    }

    /** Adds a row, and shows it with its raw figures. */
    public void legg(Resultat resultat) {
        resultater.add(resultat);
        ut.println(linje(resultat));
        resultat.serier().forEach(serie -> ut.println("       " + serie.navn() + ": " + serie.tekst()));
        resultat.feil().ifPresent(hvorfor -> ut.println("       " + hvorfor));
    }

    /** Whether there is one that could not be measured. */
    public boolean harFeilet() {
        return resultater.stream().anyMatch(resultat -> !resultat.erMaalt());
    }

    /** Shows the rows by their numbers. */
    public void visAlle() {
        ut.println();
        sortert().forEach(resultat -> ut.println(linje(resultat)));
    }

    private static String linje(Resultat resultat) {
        Rad rad = resultat.rad();
        return String.format(
                "%-4s%-62s %-22s must %-8s aim %-8s %s",
                rad.nummer(), rad.hva(), resultat.tall(), rad.krav(rad.maa()), rad.krav(rad.oenske()), resultat.dom());
    }

    private List<Resultat> sortert() {
        return resultater.stream()
                .sorted(Comparator.comparingInt(
                        resultat -> Integer.parseInt(resultat.rad().nummer().replaceAll("\\D", ""))))
                .toList();
    }

    /**
     * Writes the page.
     *
     * @param kommando the command line that it was measured by
     * @param kjennetegn what the figures depend on beside the code
     */
    public void skriv(Path fil, Clock klokke, String kommando, Map<String, String> kjennetegn) {
        List<String> side = new ArrayList<>(List.of(
                "# How fast it is",
                "",
                "Written by `" + kommando + "` on " + LocalDate.now(klokke)
                        + "; not by hand. Why it is measured like this"
                        + " stands in [ADR 27](adr/0027-how-speed-is-measured.md).",
                "",
                "| | |",
                "|---|---|"));
        kjennetegn.forEach((hva, verdi) -> side.add("| " + hva + " | " + verdi + " |"));
        side.addAll(tabell());
        side.addAll(maater());
        side.addAll(raatt());
        try {
            Files.write(fil, side);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ut.println("\nwritten to " + fil);
    }

    private List<String> tabell() {
        List<String> side = new ArrayList<>(List.of(
                "",
                "## The table",
                "",
                "Each figure is one divided by another of the same round. The median of the rounds, and the least and the"
                        + " greatest.",
                "",
                "| | | median (least–greatest) | must | aim | |",
                "|---|---|---|---|---|---|"));
        sortert()
                .forEach(resultat -> side.add("| " + resultat.rad().nummer() + " | "
                        + resultat.rad().hva() + " | " + resultat.tall() + " | "
                        + resultat.rad().krav(resultat.rad().maa()) + " | "
                        + resultat.rad().krav(resultat.rad().oenske()) + " | " + resultat.dom() + " |"));
        return side;
    }

    private List<String> maater() {
        List<String> side = new ArrayList<>(List.of("", "## How each is measured", ""));
        sortert()
                .forEach(resultat -> side.add("- **" + resultat.rad().nummer() + "** "
                        + resultat.rad().hvordan()));
        return side;
    }

    private List<String> raatt() {
        List<String> side = new ArrayList<>(List.of("", "## Raw figures of each round"));
        for (Resultat resultat : sortert()) {
            side.add("");
            side.add("**" + resultat.rad().nummer() + " " + resultat.rad().hva() + "**: "
                    + new Serie("", resultat.forhold()).tekst());
            side.add("");
            resultat.serier().forEach(serie -> side.add("- " + serie.navn() + ": " + serie.tekst()));
            resultat.feil()
                    .ifPresent(hvorfor ->
                            side.add("- " + hvorfor.lines().findFirst().orElse("")));
        }
        return side;
    }
}
