package no.rrh.domain.kodeverk;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import no.rrh.domain.feil.UgyldigVerdi;

/**
 * One code list of the register, closed: a code outside it does not exist.
 *
 * @param <K> the enum of its codes
 */
public final class Kodeliste<K extends Enum<K> & Kode> {
    private final String navn;
    private final Map<String, K> koder;

    public Kodeliste(String navn, K[] koder) {
        this.navn = navn;
        this.koder = Arrays.stream(koder)
                .collect(Collectors.toMap(Kode::kode, kode -> kode, (a, b) -> a, LinkedHashMap::new));
    }

    /** The name of the list, for example {@code posisjonstype}. */
    public String navn() {
        return navn;
    }

    /** Every code, in the register's order. */
    public List<K> koder() {
        return List.copyOf(koder.values());
    }

    /**
     * The code that is written so.
     *
     * @throws UgyldigVerdi when the list has no such code
     */
    public K av(String kode) {
        K funnet = koder.get(kode);
        if (funnet == null) {
            throw new UgyldigVerdi(
                    "ukjent kode i kodelisten " + navn + "; kodene er " + String.join(", ", koder.keySet()));
        }
        return funnet;
    }
}
