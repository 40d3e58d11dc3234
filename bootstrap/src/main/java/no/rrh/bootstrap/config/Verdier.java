package no.rrh.bootstrap.config;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The values of the settings as they were written, by precedence, and how each is taken for what it means. */
final class Verdier {
    static final String AV = "av";
    private static final String JA = "ja";
    private static final String NEI = "nei";
    private static final String BOM = "\uFEFF";
    private static final String PREFIKS = "RRH_";
    private static final String PREFIKS_FOR_TESTER = "RRH_TEST_";

    /** What an unknown setting must look like to be repeated: where a name should be, a password may stand that has lost its own. */
    private static final Pattern NAVN = Pattern.compile("[a-zæøå]+([.-][a-zæøå]+)*|[A-ZÆØÅ]+(_[A-ZÆØÅ]+)*");

    private static final Set<Innstilling> PASSORD = EnumSet.of(Innstilling.DB_PASSORD, Innstilling.TLS_PASSORD);

    private final Map<Innstilling, String> verdier;
    private final boolean filHarPassord;

    private Verdier(Map<Innstilling, String> verdier, boolean filHarPassord) {
        this.verdier = verdier;
        this.filHarPassord = filHarPassord;
    }

    /**
     * Reads them by precedence.
     *
     * @param flagg those given on the command line
     * @param variabler the whole environment; of it, what begins with RRH_
     * @throws Innstillingsfeil at the first that is unknown
     */
    static Verdier les(Map<Innstilling, String> flagg, Map<String, String> variabler) {
        Map<Innstilling, String> verdier = new EnumMap<>(Innstilling.class);
        Arrays.stream(Innstilling.values()).forEach(i -> i.standard().ifPresent(s -> verdier.put(i, s)));
        krevIkkeSomFlagg(flagg, Innstilling.DB_PASSORD, Innstilling.DB_PASSORDFIL);
        krevIkkeSomFlagg(flagg, Innstilling.TLS_PASSORD, Innstilling.TLS_PASSORDFIL);
        Map<Innstilling, String> overstyrt = fraMiljoet(variabler);
        overstyrt.putAll(flagg);
        Map<Innstilling, String> fraFil =
                overstyrt.containsKey(Innstilling.CONFIG) ? fraFil(overstyrt.get(Innstilling.CONFIG)) : Map.of();
        verdier.putAll(fraFil);
        verdier.putAll(overstyrt);
        return new Verdier(verdier, PASSORD.stream().anyMatch(fraFil::containsKey));
    }

    private static void krevIkkeSomFlagg(Map<Innstilling, String> flagg, Innstilling passord, Innstilling fil) {
        if (flagg.containsKey(passord)) {
            throw new Innstillingsfeil(passord.noekkel() + " kan ikke gis som flagg, som alle på maskinen kan se; bruk "
                    + passord.variabel() + " eller " + fil.flagg());
        }
    }

    private static Map<Innstilling, String> fraMiljoet(Map<String, String> variabler) {
        Map<Innstilling, String> funnet = new EnumMap<>(Innstilling.class);
        variabler.forEach((navn, verdi) -> {
            if (navn.startsWith(PREFIKS) && !navn.startsWith(PREFIKS_FOR_TESTER)) {
                Innstilling innstilling = Innstilling.medVariabel(navn)
                        .orElseThrow(() ->
                                new Innstillingsfeil("ukjent innstilling i miljøvariabelen" + gjengitt(" ", navn, "")));
                funnet.put(innstilling, verdi);
            }
        });
        return funnet;
    }

    private static Map<Innstilling, String> fraFil(String fil) {
        Map<Innstilling, String> funnet = new EnumMap<>(Innstilling.class);
        lesFil(fil).forEach((noekkel, verdi) -> {
            Innstilling innstilling = Innstilling.medNoekkel(noekkel.toString().replace(BOM, ""))
                    .filter(i -> i != Innstilling.CONFIG)
                    .orElseThrow(() -> new Innstillingsfeil(
                            "ukjent innstilling" + gjengitt(" «", noekkel.toString(), "»") + " i filen " + fil));
            funnet.put(innstilling, verdi.toString().trim());
        });
        return funnet;
    }

    private static String gjengitt(String foran, String navn, String bak) {
        return NAVN.matcher(navn).matches() ? foran + navn + bak : "";
    }

    private static Properties lesFil(String fil) {
        Properties properties = new Properties();
        try (Reader leser = new InputStreamReader(
                Files.newInputStream(Path.of(fil)),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            properties.load(leser);
        } catch (CharacterCodingException e) {
            throw new Innstillingsfeil("filen " + fil + " er ikke gyldig UTF-8");
        } catch (IOException | InvalidPathException e) {
            throw new Innstillingsfeil("filen med innstillinger kan ikke leses: " + fil);
        } catch (IllegalArgumentException e) {
            throw new Innstillingsfeil("filen " + fil + " har en ufullstendig \\u-kode; den skal være Java properties");
        }
        return properties;
    }

    /** The files that were named, of settings too, in which there is a password. */
    List<Path> filerMedPassord() {
        Stream<Innstilling> filer = Stream.of(Innstilling.DB_PASSORDFIL, Innstilling.TLS_PASSORDFIL);
        return Stream.concat(filer, filHarPassord ? Stream.of(Innstilling.CONFIG) : Stream.of())
                .flatMap(fil -> sti(fil, "en fil").stream())
                .toList();
    }

    /** That of a setting with a default. */
    String get(Innstilling innstilling) {
        return verdier.get(innstilling);
    }

    /** That of a setting without one; a blank one is refused. */
    Optional<String> verdi(Innstilling innstilling) {
        Optional<String> verdi = Optional.ofNullable(verdier.get(innstilling));
        if (verdi.filter(String::isBlank).isPresent()) {
            throw ugyldig(innstilling, "en verdi; utelat innstillingen for standardverdien");
        }
        return verdi;
    }

    /** A file or a folder; whether it is there is not asked here. */
    Optional<Path> sti(Innstilling innstilling, String forventet) {
        try {
            return verdi(innstilling).map(Path::of);
        } catch (InvalidPathException e) {
            throw ugyldig(innstilling, forventet);
        }
    }

    /** Refuses the setting, which means nothing without the other one. */
    void krevUsatt(Innstilling innstilling, Innstilling uten) {
        if (verdi(innstilling).isPresent()) {
            throw new Innstillingsfeil(
                    innstilling.noekkel() + " gjelder bare sammen med " + uten.noekkel() + " (" + uten.flagg() + ")");
        }
    }

    /** A number that is written in a form and lies within bounds. */
    long innenfor(
            Innstilling innstilling,
            Function<String, Optional<Long>> form,
            long minst,
            long stoerst,
            String forventet) {
        return form.apply(verdier.get(innstilling))
                .filter(verdi -> verdi >= minst && verdi <= stoerst)
                .orElseThrow(() -> ugyldig(innstilling, forventet));
    }

    /** A whole number of at most nine digits. */
    static Optional<Long> tall(String tekst) {
        return Optional.of(tekst).filter(t -> t.matches("[0-9]{1,9}")).map(Long::valueOf);
    }

    static Innstillingsfeil ugyldig(Innstilling innstilling, String forventet) {
        return new Innstillingsfeil("ugyldig verdi for " + innstilling.noekkel() + " (" + innstilling.flagg() + ", "
                + innstilling.variabel() + "): forventet " + forventet);
    }

    /** One that is {@code ja} or {@code nei}. */
    boolean erJa(Innstilling innstilling, boolean ellers) {
        String verdi = verdi(innstilling).orElse(ellers ? JA : NEI);
        if (!verdi.equals(JA) && !verdi.equals(NEI)) {
            throw ugyldig(innstilling, "ja eller nei");
        }
        return verdi.equals(JA);
    }
}
