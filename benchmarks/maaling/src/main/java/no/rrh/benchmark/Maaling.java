package no.rrh.benchmark;

import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.rrh.benchmark.rader.Radgruppe;
import no.rrh.benchmark.rader.Radgrupper;
import no.rrh.benchmark.rapport.Maskin;
import no.rrh.benchmark.rapport.Rapport;
import no.rrh.benchmark.rapport.Resultat;

/** Measures the rows, one group after the other, and writes the page. Run from the root of the repository. */
public final class Maaling {
    private static final Path RRH = Path.of("bootstrap", "target", "rrh.jar");
    private static final Path MOTPART = Path.of("benchmarks", "motpart", "target", "motpart.jar");
    private static final Path SIDE = Path.of("docs", "ytelse.md");

    private static final Set<String> STEDER = Set.of("--mappe", "--ut");

    private Maaling() {}

    /** Ends with 1 when a row could not be measured, with 2 when an option is wrong. */
    public static void main(String... argumenter) {
        // not by returning: those who wait for processes are not to hold the end back
        System.exit(kjoer(argumenter));
    }

    private static int kjoer(String... argumenter) {
        try {
            Valg valg = Valg.les(argumenter);
            List<Radgruppe> grupper = Radgrupper.valgte(valg.rader());
            try (Benk benk = new Benk(valg, RRH.toAbsolutePath(), MOTPART.toAbsolutePath())) {
                return maal(grupper, benk, "benchmarks/run.sh" + utenSteder(argumenter));
            }
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + " (see benchmarks/run.sh --help)");
            return 2;
        }
    }

    /** Where the files lay is the machine's own, and of no use to others. */
    private static String utenSteder(String... argumenter) {
        StringBuilder resten = new StringBuilder();
        for (int i = 0; i < argumenter.length; i++) {
            if (STEDER.contains(argumenter[i])) {
                i++;
            } else {
                resten.append(' ').append(argumenter[i]);
            }
        }
        return resten.toString();
    }

    private static int maal(List<Radgruppe> grupper, Benk benk, String kommando) {
        Rapport rapport = new Rapport(System.out);
        // now, since it takes hours, in which the tree may become another
        Map<String, String> maskin = Maskin.beskriv(benk.mappe(), benk.motpartJar());
        grupper.forEach(gruppe -> maal(gruppe, benk, rapport));
        rapport.visAlle();
        rapport.skriv(side(benk.valg(), rapport, benk), Clock.systemDefaultZone(), kommando, kjennetegn(benk, maskin));
        return rapport.harFeilet() ? 1 : 0;
    }

    /** What the figures depend on beside the code. */
    private static Map<String, String> kjennetegn(Benk benk, Map<String, String> maskin) {
        Map<String, String> alt = new LinkedHashMap<>();
        alt.put("measured", benk.valg().omfang());
        alt.putAll(maskin);
        alt.putAll(benk.versjoner());
        return alt;
    }

    /** A row that cannot be measured does not take the others with it. */
    private static void maal(Radgruppe gruppe, Benk benk, Rapport rapport) {
        System.out.println("\n" + gruppe.navn());
        try {
            gruppe.maal(benk).forEach(rapport::legg);
        } catch (RuntimeException e) {
            e.printStackTrace();
            gruppe.rader().forEach(rad -> rapport.legg(Resultat.feilet(rad, String.valueOf(e.getMessage()))));
        }
    }

    /** What is published is a whole run, or what somebody asked for by name. */
    private static Path side(Valg valg, Rapport rapport, Benk benk) {
        boolean heltAlt = valg.rader().isEmpty() && valg.erFullt() && !rapport.harFeilet();
        return valg.ut().orElse(heltAlt ? SIDE : benk.mappe().resolve("ytelse.md"));
    }
}
