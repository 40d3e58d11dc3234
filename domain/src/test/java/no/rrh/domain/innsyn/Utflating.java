package no.rrh.domain.innsyn;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Every value that can be reached from an object through what it shows, by its path. A list shows its size too, and a
 * value of a sealed type which of the types it is.
 */
final class Utflating {
    private static final Set<String> IKKE_INNHOLD =
            Set.of("vist", "viserUnntatteIFull", "merke", "erSkjermet", "toString", "hashCode");

    private final SortedMap<String, Object> verdier = new TreeMap<>();

    private Utflating() {}

    static SortedMap<String, Object> av(Object rot) {
        Utflating utflating = new Utflating();
        utflating.legg("", rot);
        return utflating.verdier;
    }

    private void legg(String sti, Object verdi) {
        if (verdi instanceof Optional<?> kanskje) {
            kanskje.ifPresent(innhold -> legg(sti, innhold));
        } else if (verdi instanceof List<?> liste) {
            verdier.put(sti + "#", liste.size());
            for (int i = 0; i < liste.size(); i++) {
                legg(sti + "/" + i, liste.get(i));
            }
        } else if (verdi instanceof Record post) {
            leggPost(sti, post);
        } else if (verdi.getClass().getName().endsWith("Innsyn")) {
            leggOffentligeMetoder(sti, verdi);
        } else {
            verdier.put(sti, verdi);
        }
    }

    private void leggPost(String sti, Record post) {
        if (Arrays.stream(post.getClass().getInterfaces()).anyMatch(Class::isSealed)) {
            verdier.put(sti + "!", post.getClass().getSimpleName());
        }
        for (RecordComponent felt : post.getClass().getRecordComponents()) {
            legg(sti + "/" + felt.getName(), kall(felt.getAccessor(), post));
        }
    }

    private void leggOffentligeMetoder(String sti, Object innsyn) {
        for (Method metode : innsyn.getClass().getDeclaredMethods()) {
            if (Modifier.isPublic(metode.getModifiers()) && !IKKE_INNHOLD.contains(metode.getName())) {
                legg(sti + "/" + metode.getName(), kall(metode, innsyn));
            }
        }
    }

    private static Object kall(Method metode, Object paa) {
        try {
            return metode.invoke(paa);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(metode.getName(), e);
        }
    }
}
