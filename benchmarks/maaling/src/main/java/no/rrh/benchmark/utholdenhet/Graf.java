package no.rrh.benchmark.utholdenhet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import no.rrh.benchmark.utholdenhet.Maalinger.Maaling;

/** Three lines under each other over the same time, as SVG, each from nothing to a little above its greatest. */
final class Graf {
    private static final int BREDDE = 760;
    private static final int HOEYDE = 150;
    private static final int VENSTRE = 70;
    private static final int TOPP = 34;
    private static final int MELLOMROM = 44;
    private static final double LUFT = 1.15;

    private Graf() {}

    static void skriv(Path fil, List<Maaling> alle, String tittel) throws IOException {
        StringBuilder ut = new StringBuilder(String.format(
                Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-labelledby="tittel">
                <title id="tittel">%s</title>
                <style>
                text { font: 13px sans-serif; fill: #333 } .akse { stroke: #999 } .linje { fill: none; stroke: #06c; stroke-width: 1.5 }
                @media (prefers-color-scheme: dark) { text { fill: #ddd } .linje { stroke: #6af } }
                </style>
                <text x="%d" y="16">%s</text>
                """, VENSTRE + BREDDE + 20, TOPP + 3 * (HOEYDE + MELLOMROM), tittel, VENSTRE, tittel));
        panel(ut, 0, "memory (RSS), MiB", alle, Maaling::minneMib);
        panel(ut, 1, "threads", alle, Maaling::traader);
        panel(ut, 2, "open files and connections", alle, Maaling::aapneFiler);
        Files.writeString(fil, ut.append("</svg>\n").toString());
    }

    private static void panel(
            StringBuilder ut, int nummer, String navn, List<Maaling> alle, ToDoubleFunction<Maaling> hva) {
        int oeverst = TOPP + nummer * (HOEYDE + MELLOMROM);
        int nederst = oeverst + HOEYDE;
        double sekunder = alle.get(alle.size() - 1).sekunder();
        double stoerst = alle.stream().mapToDouble(hva).max().orElseThrow();
        String punkter = alle.stream()
                .map(maaling -> String.format(
                        Locale.ROOT,
                        "%.1f,%.1f",
                        VENSTRE + BREDDE * maaling.sekunder() / sekunder,
                        nederst - HOEYDE * hva.applyAsDouble(maaling) / (LUFT * stoerst)))
                .collect(Collectors.joining(" "));
        ut.append(String.format(
                Locale.ROOT,
                """
                <path class="akse" fill="none" d="M%1$d,%2$dV%3$dH%4$d"/>
                <text x="%1$d" y="%5$d" dx="6">%6$s</text>
                <text x="%1$d" y="%7$.1f" dx="-6" text-anchor="end">%8$.0f</text>
                <text x="%1$d" y="%3$d" dx="-6" text-anchor="end">0</text>
                <text x="%4$d" y="%3$d" dy="16" text-anchor="end">%9$.0f s</text>
                <polyline class="linje" points="%10$s"/>
                """,
                VENSTRE,
                oeverst,
                nederst,
                VENSTRE + BREDDE,
                oeverst + 10,
                navn,
                nederst - HOEYDE / LUFT,
                stoerst,
                sekunder,
                punkter));
    }
}
