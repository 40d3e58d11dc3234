package no.rrh.persistence.arkiv;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import no.rrh.application.port.out.Totalbestandarkiv.Innhold;
import no.rrh.application.port.out.Totalbestandformat;

/**
 * Writes the ZIPs of one content, one for each format, side by side as the content is given, by several threads at once.
 * How many they are leaves no trace, and neither does one file in another.
 */
final class Zipskriving {
    private final int traader;
    private final Runnable fortsett;

    /**
     * How they are to be made.
     *
     * @param fortsett is run now and then; what it throws ends the work
     */
    Zipskriving(int traader, Runnable fortsett) {
        this.traader = traader;
        this.fortsett = fortsett;
    }

    /**
     * What was written.
     *
     * @param sekvensnummer the last change that it holds
     */
    record Skrevet(Map<Totalbestandformat, Zipfil.Skrevet> filer, long sekvensnummer) {}

    /** Writes new files, which are on the disk when this returns. The same pieces and time give the same bytes. */
    Skrevet skriv(Map<Totalbestandformat, Path> stier, Instant laget, Innhold innhold) throws IOException {
        Map<Totalbestandformat, Zipfil> filer = new EnumMap<>(Totalbestandformat.class);
        try {
            for (Map.Entry<Totalbestandformat, Path> en : stier.entrySet()) {
                filer.put(en.getKey(), Zipfil.begynn(en.getValue(), oppfoering(en.getKey()), laget));
            }
            long sekvensnummer = skriv(innhold, filer);
            Map<Totalbestandformat, Zipfil.Skrevet> skrevet = new EnumMap<>(Totalbestandformat.class);
            for (Map.Entry<Totalbestandformat, Zipfil> en : filer.entrySet()) {
                skrevet.put(en.getKey(), en.getValue().ferdig());
            }
            return new Skrevet(skrevet, sekvensnummer);
        } finally {
            for (Zipfil fil : filer.values()) {
                fil.close();
            }
        }
    }

    private long skriv(Innhold innhold, Map<Totalbestandformat, Zipfil> filer) throws IOException {
        try (Samlebaand<Map<Totalbestandformat, PakketStykke>> pakking =
                new Samlebaand<>(traader, fortsett, pakket -> ta(filer, pakket))) {
            Set<Totalbestandformat> formater = filer.keySet();
            long sekvensnummer = innhold.skriv(stykke -> pakking.gi(() -> Stykkepakking.pakk(stykke, formater)));
            pakking.toem();
            return sekvensnummer;
        }
    }

    private static void ta(Map<Totalbestandformat, Zipfil> filer, Map<Totalbestandformat, PakketStykke> pakket)
            throws IOException {
        for (Map.Entry<Totalbestandformat, Zipfil> en : filer.entrySet()) {
            en.getValue().ta(pakket.get(en.getKey()));
        }
    }

    private static String oppfoering(Totalbestandformat format) {
        return switch (format) {
            case JSON -> "totalbestand.json";
            case BODS -> "totalbestand.bods.jsonl";
        };
    }
}
