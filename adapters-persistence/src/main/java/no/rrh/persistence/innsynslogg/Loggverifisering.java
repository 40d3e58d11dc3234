package no.rrh.persistence.innsynslogg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import no.rrh.application.port.out.InnsynsloggenSvarerIkke;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.persistence.innsynslogg.Sjekkpunkt.Slag;

/**
 * Tells whether the log of an instance is as it was written: finds an entry that has been changed, removed, inserted or moved,
 * and one that is gone from the end though a checkpoint has it. What it cannot see: entries cut off after the last checkpoint;
 * a chain that was written anew by one who had the key and every checkpoint; and what was never logged.
 */
public final class Loggverifisering {
    private static final int FLEST = 100;

    private final Loggmappe mappe;
    private final List<PublicKey> noekler;
    private final Avtrykk avtrykk = new Avtrykk();
    private final Map<Long, List<Sjekkpunkt>> sjekkpunkter = new HashMap<>();
    private final List<Sjekkpunkt> beskjaeringer = new ArrayList<>();
    private final List<String> funn = new ArrayList<>();
    private final List<String> merknader = new ArrayList<>();

    private long foerste;
    private long foeringer;
    private long siste;
    private String kjede = Avtrykk.INGEN;

    /** After a line that cannot be read: then the link of the next cannot be checked. */
    private boolean kjedeUkjent;

    private long sisteSjekkpunkt;

    private Loggverifisering(Loggmappe mappe, List<PublicKey> noekler) {
        this.mappe = mappe;
        this.noekler = noekler;
    }

    /**
     * What was found.
     *
     * @param instans whose log it is
     * @param foeringer how many entries there are
     * @param foerste the number of the first that there is
     * @param siste the number of the last
     * @param sjekkpunkt the number of the entry of the last checkpoint; 0 when there is none
     * @param funn what is wrong, each with the entry it is about, in bokmål; nothing when the log is whole
     * @param merknader what is not wrong, and worth knowing
     */
    public record Resultat(
            String instans,
            long foeringer,
            long foerste,
            long siste,
            long sjekkpunkt,
            List<String> funn,
            List<String> merknader) {}

    /**
     * Reads the whole log; the instance may write to it meanwhile.
     *
     * @param noekler the public keys of checkpoints as they were kept elsewhere, this instance's among them; none for the
     *     one in the folder
     * @param kopier files with checkpoints that were kept elsewhere
     * @throws UgyldigVerdi when the folder holds no log, or a key or a file is not one
     */
    public static Resultat verifiser(Path sti, List<Path> noekler, List<Path> kopier) {
        Loggmappe mappe = new Loggmappe(sti);
        try {
            if (!Files.isDirectory(sti) || mappe.segmenter().isEmpty()) {
                throw new UgyldigVerdi(sti + " er ikke mappen til en innsynslogg: den har ingen filer innsyn-….logg");
            }
            List<PublicKey> lest = new ArrayList<>();
            for (Path noekkel : noekler.isEmpty() ? List.of(mappe.offentligNoekkel()) : noekler) {
                lest.add(Signering.offentlig(noekkel));
            }
            return new Loggverifisering(mappe, lest).verifiser(kopier);
        } catch (IOException e) {
            throw new InnsynsloggenSvarerIkke(e);
        }
    }

    private Resultat verifiser(List<Path> kopier) throws IOException {
        String instans =
                Files.readString(mappe.instans(), StandardCharsets.US_ASCII).strip();
        if (Files.exists(mappe.sjekkpunkter())) {
            lesSjekkpunkter(mappe.sjekkpunkter(), instans);
        }
        for (Path kopi : kopier) {
            lesSjekkpunkter(kopi, instans);
        }
        List<Path> segmenter = mappe.segmenter();
        for (int i = 0; i < segmenter.size(); i++) {
            lesSegment(segmenter.get(i), instans, i == 0, i == segmenter.size() - 1);
        }
        sjekkpunkter.keySet().stream()
                .filter(nummer -> nummer > siste)
                .sorted()
                .forEach(nummer ->
                        finn("føring " + (siste + 1) + " til " + nummer + " mangler: loggen slutter ved føring " + siste
                                + ", og sjekkpunktet av "
                                + sjekkpunkter.get(nummer).get(0).tidspunkt() + " har føring " + nummer));
        merkRester();
        return new Resultat(instans, foeringer, foerste, siste, sisteSjekkpunkt, funn, merknader);
    }

    private void merkRester() throws IOException {
        try (Stream<Path> filer = Files.list(mappe.sti())) {
            filer.map(fil -> fil.getFileName().toString())
                    .filter(navn -> navn.startsWith("rest-"))
                    .sorted()
                    .forEach(
                            navn -> merknader.add(
                                    "filen " + navn
                                            + " holder det en prosess som ble drept, ikke hadde skrevet ferdig, og ikke hadde svart på"));
        }
    }

    private void finn(String hva) {
        if (funn.size() < FLEST) {
            funn.add(hva);
        } else if (funn.size() == FLEST) {
            funn.add("flere feil vises ikke");
        }
    }

    private void lesSjekkpunkter(Path fil, String instans) throws IOException {
        List<String> linjer = Files.readAllLines(fil, StandardCharsets.UTF_8);
        for (int i = 0; i < linjer.size(); i++) {
            if (linjer.get(i).isBlank()) {
                continue;
            }
            Optional<Sjekkpunkt> lest = Sjekkpunkt.les(linjer.get(i));
            if (lest.isEmpty()) {
                merknader.add("linje " + (i + 1) + " i " + fil + " er ikke et helt sjekkpunkt");
                continue;
            }
            if (!lest.get().instans().equals(instans)) {
                continue;
            }
            if (!erSignert(lest.get())) {
                finn("linje " + (i + 1) + " i " + fil + " er ikke et sjekkpunkt signert med nøkkelen");
            } else if (lest.get().slag() == Slag.BESKJAERING) {
                beskjaeringer.add(lest.get());
            } else {
                sjekkpunkter
                        .computeIfAbsent(lest.get().nummer(), nummer -> new ArrayList<>())
                        .add(lest.get());
            }
        }
    }

    private boolean erSignert(Sjekkpunkt punkt) {
        return noekler.stream().anyMatch(noekkel -> Signering.stemmer(noekkel, punkt.utsagn(), punkt.signatur()));
    }

    private void lesSegment(Path segment, String instans, boolean erFoerste, boolean erSiste) throws IOException {
        try (Segmentleser leser = new Segmentleser(segment)) {
            Optional<Segmenthode> hode = leser.neste().flatMap(Segmenthode::les);
            if (hode.isEmpty()) {
                finn("den første linjen i " + segment.getFileName() + ", foran føring " + (siste + 1) + ", er endret");
            } else {
                begynn(hode.get(), segment, instans, erFoerste);
            }
            for (Optional<byte[]> linje = leser.neste(); linje.isPresent(); linje = leser.neste()) {
                kontroller(linje.get(), segment, leser.plass() - linje.get().length - 1);
            }
            if (leser.harRest()) {
                slutt(segment, erSiste, leser.plass());
            }
        }
    }

    private void slutt(Path segment, boolean erSiste, long plass) {
        String sted = "etter føring " + siste + " i " + segment.getFileName() + " (byte " + plass + ")";
        if (erSiste) {
            finn("det står noe " + sted + " som ikke er en hel føring: føring " + (siste + 1)
                    + " er endret, eller ble ikke skrevet ferdig (kjør på nytt hvis serveren går)");
        } else {
            finn("det står noe " + sted + " som ikke er en hel føring: føring " + (siste + 1) + " er endret");
        }
    }

    private void begynn(Segmenthode hode, Path segment, String instans, boolean erFoerste) {
        if (!hode.instans().equals(instans)) {
            finn(segment.getFileName() + ", fra føring " + hode.foerste() + ", er en annen instans sin");
        }
        if (erFoerste) {
            foerste = hode.foerste();
            siste = hode.foerste() - 1;
            kjede = hode.forrige();
            boolean fraBegynnelsen = hode.foerste() == 1 && hode.forrige().equals(Avtrykk.INGEN);
            boolean beskaaret = beskjaeringer.stream()
                    .anyMatch(beskjaering -> beskjaering.nummer() == hode.foerste() - 1
                            && beskjaering.kjede().equals(hode.forrige()));
            if (!fraBegynnelsen && !beskaaret) {
                finn("føring 1 til " + (hode.foerste() - 1)
                        + " mangler, og ingen signert beskjæring sier at de er slettet");
            }
        } else if (hode.foerste() != siste + 1
                || !kjedeUkjent && !hode.forrige().equals(kjede)) {
            finn("den første linjen i " + segment.getFileName() + ", foran føring " + (siste + 1)
                    + ", stemmer ikke med kjeden: den er endret, eller føringer mangler");
        }
    }

    private void kontroller(byte[] linje, Path segment, long plass) {
        String sted = " i " + segment.getFileName() + " (byte " + plass + ")";
        Optional<Linje> lest = Linje.les(linje);
        if (lest.isEmpty()) {
            finn("føring " + (siste + 1) + sted + " er endret: linjen har ikke formen til en føring");
            siste++;
            kjedeUkjent = true;
            return;
        }
        Linje foering = lest.get();
        foeringer++;
        boolean hull = foering.nummer() > siste + 1;
        if (hull) {
            finn("føring " + (siste + 1) + (foering.nummer() > siste + 2 ? " til " + (foering.nummer() - 1) : "")
                    + " mangler foran føring " + foering.nummer() + sted);
        }
        if (foering.nummer() <= siste) {
            finn("føring " + foering.nummer() + sted + " står etter føring " + siste
                    + ": den er satt inn eller flyttet");
            return;
        }
        if (!hull
                && !kjedeUkjent
                && !foering.kjede().equals(avtrykk.etter(kjede, foering.nummer(), foering.innhold()))) {
            finn("føring " + foering.nummer() + sted + " er endret: innholdet stemmer ikke med kjeden");
        }
        siste = foering.nummer();
        kjede = foering.kjede();
        kjedeUkjent = false;
        kontrollerSjekkpunkt(sted);
    }

    private void kontrollerSjekkpunkt(String sted) {
        for (Sjekkpunkt punkt : sjekkpunkter.getOrDefault(siste, List.of())) {
            if (punkt.kjede().equals(kjede)) {
                sisteSjekkpunkt = siste;
            } else {
                finn("føring " + siste + sted + " er en annen enn den som sjekkpunktet av " + punkt.tidspunkt()
                        + " har: føringer fra og med " + (sisteSjekkpunkt + 1) + " er skrevet om");
            }
        }
    }
}
