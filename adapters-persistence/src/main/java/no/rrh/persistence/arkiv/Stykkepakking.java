package no.rrh.persistence.arkiv;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import no.rrh.application.port.out.Totalbestandarkiv.Stykke;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.persistence.fil.AapenStroem;

/** Packs a piece of the content in all its formats as it is written. */
final class Stykkepakking {
    private Stykkepakking() {}

    static Map<Totalbestandformat, PakketStykke> pakk(Stykke stykke, Set<Totalbestandformat> formater)
            throws IOException {
        Map<Totalbestandformat, PakketStykke.Pakker> pakkere = new EnumMap<>(Totalbestandformat.class);
        try {
            formater.forEach(format -> pakkere.put(format, new PakketStykke.Pakker()));
            stykke.skriv(format ->
                    new AapenStroem(Optional.ofNullable(pakkere.get(format)).orElseThrow()));
            Map<Totalbestandformat, PakketStykke> pakket = new EnumMap<>(Totalbestandformat.class);
            for (Map.Entry<Totalbestandformat, PakketStykke.Pakker> en : pakkere.entrySet()) {
                pakket.put(en.getKey(), en.getValue().ferdig());
            }
            return pakket;
        } finally {
            pakkere.values().forEach(PakketStykke.Pakker::slutt);
        }
    }
}
