package no.rrh.domain.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;

/**
 * One target of the fuzzing: the cases that once went wrong, or nearly did, which are tried first each time, and an account of what
 * has been tried. {@code mvn verify -Pfuzz} tries the properties with the tag {@value #MERKE}, and those alone, many times more.
 *
 * @param <T> what one try is made of
 */
public final class Fuzz<T> {
    /** The tag of the properties; they leave the number of tries to the build. */
    public static final String MERKE = "fuzz";

    private final String maal;
    private final List<T> korpus;
    private final Map<String, Integer> utfall = new TreeMap<>();

    private Fuzz(String maal, List<T> korpus) {
        this.maal = maal;
        this.korpus = korpus;
    }

    /** A target whose cases are given. */
    public static <T> Fuzz<T> mot(String maal, List<T> korpus) {
        return new Fuzz<>(maal, List.copyOf(korpus));
    }

    /** A case: the name of its file tells what was wrong. */
    public record Tilfelle(String navn, byte[] innhold) {}

    /** The files of the folder {@code fuzz/<mappe>} beside the test. */
    public static List<Tilfelle> filer(Class<?> test, String mappe) {
        try (Stream<Path> filer =
                Files.list(Path.of(test.getResource("/fuzz/" + mappe).toURI()))) {
            List<Tilfelle> tilfeller = new ArrayList<>();
            for (Path fil : (Iterable<Path>) filer.sorted()::iterator) {
                tilfeller.add(new Tilfelle(fil.getFileName().toString(), Files.readAllBytes(fil)));
            }
            return tilfeller;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is tried: the cases, for a property that has edge cases first and this for its only parameter, and then the others. */
    @SuppressWarnings("unchecked") // one value is an array of one
    public Arbitrary<T> foerst(Arbitrary<T> andre) {
        return andre.withoutEdgeCases().edgeCases(foerst -> {
            // a list that can be added to, unlike that of none()
            foerst.filter(ingen -> false);
            korpus.forEach(foerst::add);
        });
    }

    /** One try has ended so. */
    public void noter(Object slag) {
        utfall.merge(slag.toString(), 1, Integer::sum);
    }

    /** Tells of all tries in one line. */
    public void fortell() {
        int forsoek = utfall.values().stream().mapToInt(Integer::intValue).sum();
        System.out.println("fuzz " + maal + ": " + forsoek + " tries, the first " + Math.min(korpus.size(), forsoek)
                + " of them the regression corpus of " + korpus.size() + "; "
                + utfall.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(ett -> ett.getValue() + " " + ett.getKey())
                        .collect(Collectors.joining(", ")));
    }
}
