package no.rrh.http.representasjon.lesing;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import no.rrh.domain.feil.UgyldigVerdi;

/** The fields that one kind of object may have, in any order. Any other field is an error, and so is one twice. */
final class Form {
    private final Map<String, Felt<?>> felter = new HashMap<>();

    /** Gives the form one more field. */
    <T> Felt<T> felt(String navn, Verdileser<? extends T> leser) {
        Felt<T> felt = new Felt<>(navn, felter.size(), leser);
        felter.put(navn, felt);
        return felt;
    }

    /**
     * Reads an object.
     *
     * @param bygg makes it of the fields; what it refuses is said of the object as a whole
     */
    <T> T les(Jsonkilde kilde, Function<Verdier, T> bygg) throws IOException {
        Sted start = kilde.start();
        Verdier verdier = new Verdier(felter.size());
        for (String navn = kilde.nesteFelt(); navn != null; navn = kilde.nesteFelt()) {
            Felt<?> felt = felter.get(navn);
            if (felt == null) {
                throw kilde.ukjentFelt();
            }
            if (verdier.har(felt)) {
                throw kilde.feil("feltet står to ganger");
            }
            kilde.nesteVerdi();
            verdier.sett(felt, felt.leser().les(kilde));
        }
        try {
            return bygg.apply(verdier);
        } catch (UgyldigVerdi e) {
            throw kilde.feil(start, e.getMessage());
        }
    }
}
