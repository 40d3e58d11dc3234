package no.rrh.benchmark.utholdenhet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import no.rrh.benchmark.grunnlag.Arbeidsmappe;
import no.rrh.benchmark.grunnlag.Grunnlag;
import no.rrh.benchmark.rapport.Maskin;

/**
 * Sees whether the server holds out among slow callers and over many requests, and writes the page and its graph. Run from the
 * root of the repository.
 */
public final class Utholdenhet {
    private static final Path RRH = Path.of("bootstrap", "target", "rrh.jar");
    private static final Path MOTPART = Path.of("benchmarks", "motpart", "target", "motpart.jar");
    private static final int KALL = 1_000_000;
    private static final int LEDIGE = 10_000;
    private static final int SEKUNDER = 25;

    private Utholdenhet() {}

    /** Ends with 1 when something does not hold, with 2 when an option is wrong. */
    public static void main(String... argumenter) throws IOException, InterruptedException {
        int kall = KALL;
        int ledige = LEDIGE;
        int sekunder = SEKUNDER;
        Path mappe = Path.of("benchmarks", "target", "arbeid");
        try {
            for (int i = 0; i < argumenter.length; i += 2) {
                String verdi = argumenter[i + 1];
                switch (argumenter[i]) {
                    case "--kall" -> kall = Integer.parseInt(verdi);
                    case "--ledige" -> ledige = Integer.parseInt(verdi);
                    case "--sekunder" -> sekunder = Integer.parseInt(verdi);
                    case "--mappe" -> mappe = Path.of(verdi);
                    default -> throw new IllegalArgumentException(argumenter[i]);
                }
            }
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            System.err.println(
                    "--utholdenhet takes --kall N, --ledige N, --sekunder S and --mappe DIR, not " + e.getMessage());
            System.exit(2);
        }
        System.exit(kjoer(mappe, kall, ledige, sekunder) ? 0 : 1);
    }

    private static boolean kjoer(Path sted, int kall, int ledige, int sekunder)
            throws IOException, InterruptedException {
        Arbeidsmappe mappe = Arbeidsmappe.aapne(sted, false);
        Grunnlag grunnlag = new Grunnlag(mappe.rot(), RRH.toAbsolutePath(), mappe.kjoering());
        Map<String, String> maskin = Maskin.beskriv(mappe.rot(), MOTPART);

        TregOgMange tregOgMange = new TregOgMange(grunnlag, mappe.kjoering(), ledige, sekunder);
        List<Funn> tregt = tregOgMange.kjoer();
        tregt.forEach(System.out::println);
        Langtid langtid = new Langtid(grunnlag, mappe.kjoering(), kall);
        List<Funn> langt = langtid.kjoer();
        langt.forEach(System.out::println);

        boolean fullt = kall >= KALL && ledige >= LEDIGE && sekunder >= SEKUNDER;
        Path side = (fullt ? Path.of("docs") : mappe.rot()).resolve("utholdenhet.md");
        Graf.skriv(
                side.resolveSibling("utholdenhet.svg"),
                langtid.maalinger(),
                String.format(Locale.ROOT, "%,d requests of all sorts", langtid.antall()));
        List<String> tekst = new ArrayList<>(List.of(
                "# How it holds out",
                "",
                "Written by `benchmarks/run.sh --utholdenhet` on " + LocalDate.now() + "; not by hand.",
                "",
                "| | |",
                "|---|---|"));
        List.of("processor", "memory", "operating system", "JDK", "rrh", "wrk")
                .forEach(hva -> tekst.add("| " + hva + " | " + maskin.get(hva) + " |"));
        tekst.addAll(List.of("", "## Slow, and many", "", tregOgMange.hvordan()));
        tekst.addAll(tabell(tregt));
        tekst.addAll(List.of("", "## A million requests", "", langtid.hvordan()));
        tekst.addAll(tabell(langt));
        tekst.addAll(List.of("", "![Memory, threads and open files over the time](utholdenhet.svg)"));
        Files.write(side, tekst);
        System.out.println("written to " + side);
        return Stream.concat(tregt.stream(), langt.stream()).allMatch(Funn::holder);
    }

    private static List<String> tabell(List<Funn> funn) {
        List<String> linjer = new ArrayList<>(List.of("", "| | measured | must | |", "|---|---|---|---|"));
        funn.forEach(ett -> linjer.add("| " + ett.hva() + " | " + ett.maalt() + " | " + ett.krav() + " | "
                + (ett.krav().isEmpty() ? "" : ett.holder() ? "held" : "**missed**") + " |"));
        return linjer;
    }
}
