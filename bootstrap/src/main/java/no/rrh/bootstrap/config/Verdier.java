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
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Function;

/** The values of the settings as they were written, by precedence, and how each is taken for what it means. */
final class Verdier {
    static final String AV = "av";
    private static final String BOM = "\uFEFF";
    private static final String PREFIKS = "RRH_";
    private static final String PREFIKS_FOR_TESTER = "RRH_TEST_";

    private final Map<Innstilling, String> verdier;

    private Verdier(Map<Innstilling, String> verdier) {
        this.verdier = verdier;
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
        if (flagg.containsKey(Innstilling.DB_PASSORD)) {
            throw new Innstillingsfeil("db.passord kan ikke gis som flagg, som alle på maskinen kan se; bruk "
                    + Innstilling.DB_PASSORD.variabel() + " eller " + Innstilling.DB_PASSORDFIL.flagg());
        }
        Map<Innstilling, String> overstyrt = fraMiljoet(variabler);
        overstyrt.putAll(flagg);
        if (overstyrt.containsKey(Innstilling.CONFIG)) {
            verdier.putAll(fraFil(overstyrt.get(Innstilling.CONFIG)));
        }
        verdier.putAll(overstyrt);
        return new Verdier(verdier);
    }

    private static Map<Innstilling, String> fraMiljoet(Map<String, String> variabler) {
        Map<Innstilling, String> funnet = new EnumMap<>(Innstilling.class);
        variabler.forEach((navn, verdi) -> {
            if (navn.startsWith(PREFIKS) && !navn.startsWith(PREFIKS_FOR_TESTER)) {
                Innstilling innstilling = Innstilling.medVariabel(navn)
                        .orElseThrow(() -> new Innstillingsfeil("ukjent innstilling i miljøvariabelen " + navn));
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
                    .orElseThrow(() -> new Innstillingsfeil("ukjent innstilling «" + noekkel + "» i filen " + fil));
            funnet.put(innstilling, verdi.toString().trim());
        });
        return funnet;
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
}
