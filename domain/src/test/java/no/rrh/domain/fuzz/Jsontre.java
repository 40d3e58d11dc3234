package no.rrh.domain.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * JSON as a tree whose leaves are texts as they stand, so that it can be mutated and stay JSON, and so that what a parser made of a
 * document can be held against what stands there. It knows no parser of the product.
 */
public final class Jsontre {
    private static final String TEGN_I_TEKST = "[^\"\\\\\\x00-\\x1f]*+";
    private static final Pattern LEDD = Pattern.compile(
            "[ \\t\\r\\n]*+(?:([\\[\\]{},:])|(\"" + TEGN_I_TEKST + "(?:\\\\(?:[\"\\\\/bfnrt]|u[0-9A-Fa-f]{4})"
                    + TEGN_I_TEKST + ")*+\"|-?(?:0|[1-9]\\d*+)(?:\\.\\d++)?(?:[eE][+-]?\\d++)?|true|false|null))");
    private static final int DYPEST = 200;
    private static final int FLEST = 5_000;

    private static final List<String> VERDIER = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-1",
            "1.5",
            "1e400",
            "1E-400",
            "9223372036854775807",
            "9223372036854775808",
            "-9223372036854775809",
            "253402300800",
            "1" + "0".repeat(400),
            "\"\"",
            "\" \"",
            "\"0\"",
            "\"null\"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\udc00\\ud800\"",
            "\"\u2028\"",
            "\"\uFEFF\"",
            "\"\\\"\"",
            "\"" + "x".repeat(3_000) + "\"",
            "[]",
            "{}",
            "[null]",
            "{\"\":0}",
            "\"0000-00-00\"",
            "\"9999-12-31T23:59:59.999Z\"",
            "\"0000-01-01T00:00:00.000+18:00\"");

    private static final List<String> NAVN =
            List.of("\"\"", "\"x\"", "\"__proto__\"", "\"\\u0000\"", "\"\\ud800\"", "\"" + "n".repeat(300) + "\"");

    /** What is put into a text: JSON of its own. */
    private static final List<String> TEGN = List.of(
            "x",
            " ",
            "\\n",
            "\\u0000",
            "\\ud800",
            "\\udc00",
            "\\u2028",
            "\\ufeff",
            "\uD83D\uDE00",
            "\\\"",
            "\\\\",
            "'",
            "%",
            "<",
            "0",
            "-",
            "æ",
            "e\u0301",
            "\u00a0");

    /** Of a leaf the text as it stands; null of an array and an object. */
    private final String tekst;

    /** Of an object the names as they stand; null of an array. */
    private final List<String> navn;

    private final List<Jsontre> barn;

    private Jsontre(String tekst, List<String> navn, List<Jsontre> barn) {
        this.tekst = tekst;
        this.navn = navn;
        this.barn = barn;
    }

    /** The tree of a document; absent when it is no JSON. */
    public static Optional<Jsontre> les(String json) {
        try {
            Leser leser = new Leser(json);
            Jsontre tre = leser.verdi(0);
            return leser.erSlutt() ? Optional.of(tre) : Optional.empty();
        } catch (IkkeJson e) {
            return Optional.empty();
        }
    }

    /** The document after the mutations, which leave it JSON. */
    public static String mutert(String json, List<Mutasjon> mutasjoner) {
        Jsontre rot = new Jsontre(null, null, new ArrayList<>(List.of(les(json).orElseThrow())));
        for (Mutasjon mutasjon : mutasjoner) {
            List<Plass> plasser = new ArrayList<>();
            rot.samle(plasser);
            if (!plasser.isEmpty() && plasser.size() < FLEST && rot.toString().length() < Mutasjon.LENGST) {
                plasser.get(mutasjon.hvor() % plasser.size()).gjoer(mutasjon, plasser);
            }
        }
        return rot.barn.stream().map(Jsontre::toString).collect(Collectors.joining(","));
    }

    /** The values of the members of that name, as they stand, wherever in the document such a name is. */
    public List<Jsontre> alle(String navnet) {
        List<Jsontre> funnet = new ArrayList<>(felt(navnet));
        barn.forEach(b -> funnet.addAll(b.alle(navnet)));
        return funnet;
    }

    /** The values of the members of that name: one, unless it is absent or stands twice. */
    public List<Jsontre> felt(String navnet) {
        return navn == null
                ? List.of()
                : IntStream.range(0, navn.size())
                        .filter(i -> navn.get(i).equals("\"" + navnet + "\""))
                        .mapToObj(barn::get)
                        .toList();
    }

    /** What is in it. */
    public List<Jsontre> barn() {
        return barn;
    }

    @Override
    public String toString() {
        if (tekst != null) {
            return tekst;
        }
        if (navn == null) {
            return barn.stream().map(Jsontre::toString).collect(Collectors.joining(",", "[", "]"));
        }
        return IntStream.range(0, barn.size())
                .mapToObj(i -> navn.get(i) + ":" + barn.get(i))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Jsontre blad(String tekst) {
        return new Jsontre(tekst, null, new ArrayList<>());
    }

    private Jsontre kopi() {
        return new Jsontre(
                tekst,
                navn == null ? null : new ArrayList<>(navn),
                barn.stream().map(Jsontre::kopi).collect(Collectors.toCollection(ArrayList::new)));
    }

    private void samle(List<Plass> plasser) {
        for (int i = 0; i < barn.size(); i++) {
            plasser.add(new Plass(this, i));
            barn.get(i).samle(plasser);
        }
    }

    private static <T> T valg(List<T> av, int tall) {
        return av.get(tall % av.size());
    }

    /** A value, by what it stands in. */
    private record Plass(Jsontre i, int nr) {
        Jsontre verdi() {
            return i.barn.get(nr);
        }

        void gjoer(Mutasjon mutasjon, List<Plass> plasser) {
            int hva = mutasjon.hva();
            switch (mutasjon.slag()) {
                case ENDRE ->
                    i.barn.set(nr, verdi().tekst != null && hva % 2 == 0 ? medTegn(hva / 2) : fremmed(hva / 2));
                case ERSTATT -> i.barn.set(nr, valg(plasser, hva).verdi().kopi());
                case SLETT -> slett();
                case GJENTA -> {
                    for (int ganger = hva % 8 == 0 ? hva % 200 : 1; ganger > 0; ganger--) {
                        settInn(i.navn == null ? "" : i.navn.get(nr), verdi().kopi());
                    }
                }
                case SETT_INN -> settInn(valg(NAVN, hva), fremmed(hva / NAVN.size()));
                case FLYTT -> i.barn.set(nr, dypere(hva));
                case KUTT -> {
                    if (i.navn == null) {
                        slett();
                    } else {
                        i.navn.set(nr, valg(NAVN, hva));
                    }
                }
            }
        }

        private static Jsontre fremmed(int hva) {
            return les(valg(VERDIER, hva)).orElseThrow();
        }

        private Jsontre medTegn(int hva) {
            String naa = verdi().tekst;
            if (naa.charAt(0) != '"' || naa.indexOf('\\') >= 0) {
                return blad("\"" + valg(TEGN, hva) + "\"");
            }
            int hvor = 1 + hva / TEGN.size() % (naa.length() - 1);
            return blad(naa.substring(0, hvor) + valg(TEGN, hva) + naa.substring(hvor));
        }

        private void slett() {
            i.barn.remove(nr);
            if (i.navn != null) {
                i.navn.remove(nr);
            }
        }

        private void settInn(String navnet, Jsontre ny) {
            i.barn.add(nr, ny);
            if (i.navn != null) {
                i.navn.add(nr, navnet);
            }
        }

        private Jsontre dypere(int hva) {
            Jsontre dyp = verdi();
            for (int ganger = hva % 30; ganger >= 0; ganger--) {
                dyp = hva % 2 == 0
                        ? new Jsontre(null, null, new ArrayList<>(List.of(dyp)))
                        : new Jsontre(null, new ArrayList<>(List.of("\"x\"")), new ArrayList<>(List.of(dyp)));
            }
            return dyp;
        }
    }

    private static final class IkkeJson extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** By the grammar of RFC 8259. */
    private static final class Leser {
        private final String json;
        private final Matcher ledd;
        private int plass;

        Leser(String json) {
            this.json = json;
            this.ledd = LEDD.matcher(json);
        }

        boolean erSlutt() {
            return json.substring(plass).chars().allMatch(tegn -> " \t\r\n".indexOf(tegn) >= 0);
        }

        private String neste() throws IkkeJson {
            if (!ledd.find(plass) || ledd.start() != plass) {
                throw new IkkeJson();
            }
            plass = ledd.end();
            return ledd.group(1) == null ? ledd.group(2) : ledd.group(1);
        }

        Jsontre verdi(int dybde) throws IkkeJson {
            return verdi(neste(), dybde);
        }

        private Jsontre verdi(String foerste, int dybde) throws IkkeJson {
            if (dybde > DYPEST) {
                throw new IkkeJson();
            }
            if (foerste.equals("[") || foerste.equals("{")) {
                return samling(foerste.equals("{"), dybde);
            }
            if ("]},:".contains(foerste)) {
                throw new IkkeJson();
            }
            return blad(foerste);
        }

        private Jsontre samling(boolean objekt, int dybde) throws IkkeJson {
            String slutt = objekt ? "}" : "]";
            Jsontre samling = new Jsontre(null, objekt ? new ArrayList<>() : null, new ArrayList<>());
            String neste = neste();
            if (neste.equals(slutt)) {
                return samling;
            }
            while (true) {
                if (objekt) {
                    if (!neste.startsWith("\"") || !neste().equals(":")) {
                        throw new IkkeJson();
                    }
                    samling.navn.add(neste);
                    neste = neste();
                }
                samling.barn.add(verdi(neste, dybde + 1));
                String skille = neste();
                if (skille.equals(slutt)) {
                    return samling;
                }
                if (!skille.equals(",")) {
                    throw new IkkeJson();
                }
                neste = neste();
            }
        }
    }
}
