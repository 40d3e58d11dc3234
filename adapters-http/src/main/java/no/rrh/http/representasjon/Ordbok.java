package no.rrh.http.representasjon;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import com.fasterxml.jackson.core.io.SerializedString;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.kodeverk.Kodeliste;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.rettighetshaver.Grunnlagstype;
import no.rrh.domain.rettighetshaver.Posisjonstype;
import no.rrh.domain.rettighetshaver.Stoerrelsesintervall;

/** The codes and countries of a document as finished JSON objects in one language, made once: most of a document is these. */
final class Ordbok {
    private static final List<Kodeliste<?>> KODELISTER = List.of(
            Reellerettighetshaverestatus.LISTE,
            Registreringsstatus.LISTE,
            Posisjonstype.LISTE,
            Stoerrelsesintervall.LISTE,
            Grunnlagstype.LISTE);
    private static final Map<Spraak, Ordbok> PER_SPRAAK = new EnumMap<>(Spraak.class);

    static {
        for (Spraak spraak : Spraak.values()) {
            PER_SPRAAK.put(spraak, new Ordbok(spraak));
        }
    }

    private final Map<Kode, SerializableString> koder = new HashMap<>();
    private final Map<String, SerializableString> land = new HashMap<>();

    private Ordbok(Spraak spraak) {
        for (Kodeliste<?> liste : KODELISTER) {
            for (Kode kode : liste.koder()) {
                koder.put(kode, objekt("kode", kode.kode(), "kodenavn", Kodenavn.navn(kode, spraak)));
            }
        }
        Landnavn.alle(spraak).forEach((kode, navn) -> land.put(kode, objekt("landkode", kode, "navn", navn)));
    }

    static Ordbok paa(Spraak spraak) {
        return PER_SPRAAK.get(spraak);
    }

    /** {@code {"kode":…,"kodenavn":…}}. */
    SerializableString kode(Kode kode) {
        return koder.get(kode);
    }

    /** {@code {"landkode":…,"navn":…}}: the table's name, else the one the country was imported with, else its code. */
    SerializableString land(String landkode, Optional<String> oppgittNavn) {
        SerializableString kjent = land.get(landkode);
        return kjent != null ? kjent : objekt("landkode", landkode, "navn", oppgittNavn.orElse(landkode));
    }

    private static SerializableString objekt(String felt, String verdi, String annetFelt, String annenVerdi) {
        return new SerializedString("{\"" + felt + "\":\"" + verdi + "\",\"" + annetFelt + "\":\""
                + new String(JsonStringEncoder.getInstance().quoteAsString(annenVerdi)) + "\"}");
    }
}
