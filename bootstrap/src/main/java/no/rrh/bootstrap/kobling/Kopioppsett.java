package no.rrh.bootstrap.kobling;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import no.rrh.bootstrap.config.Miljoe;
import no.rrh.persistence.fil.Filtre;
import no.rrh.persistence.sikkerhetskopi.Manifest;

/** What of a data folder a back-up holds, by the paths that it has in both. The innsynslogg is copied for itself. */
final class Kopioppsett {
    /** Everything in a back-up is one of these, or in one of them. */
    static final Set<String> DELER =
            Set.of(Mappeopphav.FIL, Datamappe.REGISTER, Datamappe.TOTALBESTAND, Datamappe.MASKINPORTEN);

    private static final String UFERDIG = ".uferdig";

    private Kopioppsett() {}

    /** All but the files of totalbestand, of which there can be many gigabytes. */
    static Map<String, Path> utenTotalbestand(Datamappe data, Miljoe miljoe, List<Path> registeret) throws IOException {
        Map<String, Path> filer = new TreeMap<>();
        filer.put(Mappeopphav.FIL, data.rot().resolve(Mappeopphav.FIL));
        registeret.forEach(fil -> filer.put(Datamappe.REGISTER + "/" + fil.getFileName(), fil));
        if (miljoe == Miljoe.LOKAL) {
            filer.putAll(mappe(Datamappe.MASKINPORTEN, data.maskinporten()));
        }
        return filer;
    }

    /** The files in the folder and below, but for hidden and unfinished ones. */
    static Map<String, Path> mappe(String navn, Path mappe) throws IOException {
        Map<String, Path> filer = new TreeMap<>();
        for (Path fil : Filtre.filer(mappe)) {
            String sti = navn + "/" + mappe.relativize(fil);
            if (Manifest.erTrygt(sti) && !sti.endsWith(UFERDIG)) {
                filer.put(sti, fil);
            }
        }
        return filer;
    }

    /** Whether a back-up that has these can be of a data folder. */
    static boolean erHelt(Collection<String> filer) {
        return filer.contains(Mappeopphav.FIL)
                && filer.stream().anyMatch(fil -> fil.startsWith(Datamappe.REGISTER + "/"))
                && filer.stream().allMatch(fil -> DELER.contains(fil.replaceFirst("/.*", "")));
    }
}
