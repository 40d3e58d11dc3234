package no.rrh.benchmark;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What to measure, and how thoroughly: the options of {@code run.sh}. */
public final class Valg {
    private static final int FULLT = 1_000_000;
    private static final int FULLE_RUNDER = 5;
    private static final int FULLE_TUNGE_RUNDER = 3;
    private static final int FULL_VARIGHET = 10;
    private static final int FULL_OPPVARMING = 300_000;
    private static final int ALLE_TOKENS = 120_000;

    private int antall = FULLT;
    private int runder = FULLE_RUNDER;
    private int tungeRunder = FULLE_TUNGE_RUNDER;
    private int varighet = FULL_VARIGHET;
    private int oppvarming = FULL_OPPVARMING;
    private int tokens = ALLE_TOKENS;
    private Path mappe = Path.of("benchmarks", "target", "arbeid");
    private boolean paaNytt;
    private List<String> rader = List.of();
    private Path ut;

    /**
     * Reads the command line.
     *
     * @throws IllegalArgumentException when it cannot be read
     */
    public static Valg les(String... argumenter) {
        Valg valg = new Valg();
        Deque<String> rest = new ArrayDeque<>(List.of(argumenter));
        while (!rest.isEmpty()) {
            valg.ta(rest.pop(), rest);
        }
        if (valg.antall < 1000 || valg.runder < 1 || valg.tungeRunder < 1 || valg.varighet < 1 || valg.tokens < 2) {
            throw new IllegalArgumentException("a number is too small");
        }
        return valg;
    }

    private void ta(String navn, Deque<String> rest) {
        switch (navn) {
            case "--rader" -> rader = List.of(verdi(navn, rest).split(","));
            case "--antall" -> antall = tall(navn, rest);
            case "--runder" -> runder = tall(navn, rest);
            case "--tunge-runder" -> tungeRunder = tall(navn, rest);
            case "--varighet" -> varighet = tall(navn, rest);
            case "--oppvarming" -> oppvarming = tall(navn, rest);
            case "--tokens" -> tokens = tall(navn, rest);
            case "--mappe" -> mappe = Path.of(verdi(navn, rest));
            case "--ut" -> ut = Path.of(verdi(navn, rest));
            case "--paa-nytt" -> paaNytt = true;
            default -> throw new IllegalArgumentException("unknown option " + navn);
        }
    }

    private static int tall(String navn, Deque<String> rest) {
        String verdi = verdi(navn, rest);
        try {
            return Integer.parseInt(verdi);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(navn + " must be a number, not " + verdi, e);
        }
    }

    private static String verdi(String navn, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(navn + " lacks its value");
        }
        return rest.pop();
    }

    /** How many virksomheter the register has. */
    public int antall() {
        return antall;
    }

    /** Rounds of load. */
    public int runder() {
        return runder;
    }

    /** Rounds of what takes minutes. */
    public int tungeRunder() {
        return tungeRunder;
    }

    /** Seconds of load of each server in each round. */
    public int varighet() {
        return varighet;
    }

    /** Requests before a server is measured. */
    public int oppvarming() {
        return oppvarming;
    }

    /** How many tokens are taken turns with where each is verified. */
    public int tokens() {
        return tokens;
    }

    /** Where everything is put. */
    public Path mappe() {
        return mappe;
    }

    /** Whether what is there from before is not to be used. */
    public boolean paaNytt() {
        return paaNytt;
    }

    /** The groups of rows; all of them when empty. */
    public List<String> rader() {
        return rader;
    }

    /** How much is measured, and how thoroughly, in words. */
    String omfang() {
        return String.format(
                Locale.ROOT,
                "%,d virksomheter; %d rounds of %d s of load each, %d of imports and of making the totalbestand; %,d requests"
                        + " to warm up each server for each load; %,d tokens where each is verified",
                antall,
                runder,
                varighet,
                tungeRunder,
                oppvarming,
                tokens);
    }

    /** Whether it is as thorough as what is published has to be, on registers that the version that is measured has made. */
    boolean erFullt() {
        return antall >= FULLT
                && runder >= FULLE_RUNDER
                && tungeRunder >= FULLE_TUNGE_RUNDER
                && varighet >= FULL_VARIGHET
                && oppvarming >= FULL_OPPVARMING
                && tokens >= ALLE_TOKENS
                && paaNytt;
    }

    /** Where the table is to be written, when that is said. */
    public Optional<Path> ut() {
        return Optional.ofNullable(ut);
    }
}
