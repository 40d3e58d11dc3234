package no.rrh.http.representasjon;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** One reading of {@code Accept-Language}: heaviest first, of equal weight the one that was mentioned first. */
final class Spraakforhandling {
    private static final String ALLE = "*";
    private static final int UGYLDIG = -1;
    private static final int FULL_VEKT = 1000;
    private static final int LENGSTE_DELTAGG = 8;

    /** What was asked, in thousandths, and its place in the header. */
    private record Oenske(int vekt, int plass) {}

    private final Map<Spraak, Oenske> oensker = new EnumMap<>(Spraak.class);
    private Optional<Oenske> resten = Optional.empty();
    private int plass;

    void ta(String verdi) {
        int fra = 0;
        while (fra <= verdi.length()) {
            int komma = verdi.indexOf(',', fra);
            int til = komma < 0 ? verdi.length() : komma;
            taElement(verdi.substring(fra, til));
            fra = til + 1;
        }
    }

    Spraak utfall() {
        return Stream.of(Spraak.values())
                .filter(spraak -> vekt(spraak) > 0)
                .min(Comparator.comparingInt((Spraak spraak) -> -vekt(spraak)).thenComparingInt(this::plass))
                .orElse(Spraak.BOKMAAL);
    }

    private void taElement(String element) {
        int semikolon = element.indexOf(';');
        String tagg = (semikolon < 0 ? element : element.substring(0, semikolon)).strip();
        int vekt = semikolon < 0 ? FULL_VEKT : vekt(element.substring(semikolon + 1));
        if (vekt == UGYLDIG) {
            return;
        }
        Oenske oenske = new Oenske(vekt, plass++);
        if (tagg.equals(ALLE)) {
            resten = Optional.of(resten.map(gammelt -> tyngste(gammelt, oenske)).orElse(oenske));
        } else {
            spraak(tagg).ifPresent(spraak -> oensker.merge(spraak, oenske, Spraakforhandling::tyngste));
        }
    }

    private static Oenske tyngste(Oenske gammelt, Oenske nytt) {
        return nytt.vekt > gammelt.vekt ? nytt : gammelt;
    }

    private int vekt(Spraak spraak) {
        return oenske(spraak).map(Oenske::vekt).orElse(0);
    }

    private int plass(Spraak spraak) {
        return oenske(spraak).map(Oenske::plass).orElse(plass);
    }

    private Optional<Oenske> oenske(Spraak spraak) {
        return Optional.ofNullable(oensker.get(spraak)).or(() -> resten);
    }

    private static Optional<Spraak> spraak(String tagg) {
        String[] deler = tagg.split("-", -1);
        for (String del : deler) {
            if (del.isEmpty() || del.length() > LENGSTE_DELTAGG || !del.chars().allMatch(Spraakforhandling::erTegn)) {
                return Optional.empty();
            }
        }
        return switch (deler[0].toLowerCase(Locale.ROOT)) {
            case "nb", "nob", "no", "nor" -> Optional.of(Spraak.BOKMAAL);
            case "nn", "nno" -> Optional.of(Spraak.NYNORSK);
            case "en", "eng" -> Optional.of(Spraak.ENGELSK);
            default -> Optional.empty();
        };
    }

    private static boolean erTegn(int tegn) {
        return tegn >= 'a' && tegn <= 'z' || tegn >= 'A' && tegn <= 'Z' || tegn >= '0' && tegn <= '9';
    }

    /** The weight of {@code q=0.7} in thousandths: 0 to 1 with at most three decimals. */
    private static int vekt(String parameter) {
        String q = parameter.strip();
        if (q.length() < 3 || q.length() > 7 || q.charAt(0) != 'q' && q.charAt(0) != 'Q' || q.charAt(1) != '=') {
            return UGYLDIG;
        }
        if (q.charAt(2) != '0' && q.charAt(2) != '1' || q.length() > 3 && q.charAt(3) != '.') {
            return UGYLDIG;
        }
        int vekt = (q.charAt(2) - '0') * FULL_VEKT;
        int enhet = FULL_VEKT / 10;
        for (int i = 4; i < q.length(); i++, enhet /= 10) {
            int siffer = q.charAt(i) - '0';
            if (siffer < 0 || siffer > 9) {
                return UGYLDIG;
            }
            vekt += siffer * enhet;
        }
        return vekt > FULL_VEKT ? UGYLDIG : vekt;
    }
}
