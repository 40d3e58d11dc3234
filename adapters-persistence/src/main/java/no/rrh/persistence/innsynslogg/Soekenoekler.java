package no.rrh.persistence.innsynslogg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.rettighetshaver.Foedselsnummer;

/**
 * The secrets under which the log keeps whom was searched for. A new one each year, so that one that is lost tells of no more
 * than that; the earlier ones are kept for as long as entries made under them are.
 */
final class Soekenoekler {
    private static final Pattern FIL = Pattern.compile("soekenoekkel-(\\d{8}T\\d{6}Z)");
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Duration BYTTES_ETTER = Duration.ofDays(365);
    private static final String ALGORITME = "HmacSHA256";
    private static final int BYTE = 32;

    /** So much tells persons apart, and no more is needed. */
    private static final int MERKE_BYTE = 16;

    private final Path mappe;
    private final Clock klokke;
    private volatile NavigableMap<String, Mac> noekler;

    private Soekenoekler(Path mappe, Clock klokke, NavigableMap<String, Mac> noekler) {
        this.mappe = mappe;
        this.klokke = klokke;
        this.noekler = noekler;
    }

    /** Those in the folder, to write with: a new one is made where there is none, or the newest has been in use for a year. */
    static Soekenoekler iBruk(Path mappe, Clock klokke) throws IOException {
        Soekenoekler soekenoekler = les(mappe, klokke);
        soekenoekler.byttOmGammel();
        return soekenoekler;
    }

    /** Those in the folder, to read with. */
    static Soekenoekler les(Path mappe, Clock klokke) throws IOException {
        NavigableMap<String, Mac> noekler = new TreeMap<>();
        try (Stream<Path> filer = Files.list(mappe)) {
            for (Path fil : (Iterable<Path>) filer::iterator) {
                Matcher treff = FIL.matcher(fil.getFileName().toString());
                if (treff.matches()) {
                    noekler.put(treff.group(1), mac(lesNoekkel(fil)));
                }
            }
        }
        return new Soekenoekler(mappe, klokke, noekler);
    }

    private static byte[] lesNoekkel(Path fil) throws IOException {
        String tekst = new String(Files.readAllBytes(fil), StandardCharsets.ISO_8859_1).strip();
        if (!tekst.matches("[0-9a-f]{64}")) {
            throw new UgyldigVerdi("søkenøkkelen " + fil
                    + " er ikke en nøkkel: den skal være 64 heksadesimale sifre. Hent den tilbake fra en sikkerhetskopi;"
                    + " uten den kan ingen finne igjen søkene som er logget med den");
        }
        return HexFormat.of().parseHex(tekst);
    }

    void byttOmGammel() throws IOException {
        Instant grense = klokke.instant().minus(BYTTES_ETTER);
        if (noekler.isEmpty() || noekler.lastKey().compareTo(ID.format(grense)) < 0) {
            byte[] noekkel = new byte[BYTE];
            new SecureRandom().nextBytes(noekkel);
            String id = ID.format(klokke.instant());
            Loggmappe.skrivHel(
                    mappe.resolve("soekenoekkel-" + id), HexFormat.of().formatHex(noekkel) + "\n");
            NavigableMap<String, Mac> nye = new TreeMap<>(noekler);
            nye.put(id, mac(noekkel));
            noekler = nye;
        }
    }

    /** Deletes those that were out of use before the time, which is that of the oldest entry there is. */
    void slettEldreEnn(Instant eldste) throws IOException {
        NavigableMap<String, Mac> rest = new TreeMap<>(noekler);
        while (rest.size() > 1 && rest.higherKey(rest.firstKey()).compareTo(ID.format(eldste)) < 0) {
            Files.deleteIfExists(
                    mappe.resolve("soekenoekkel-" + rest.pollFirstEntry().getKey()));
        }
        noekler = rest;
    }

    /** What stands for the person under the newest key. */
    Merke merke(Foedselsnummer person) {
        Map.Entry<String, Mac> nyeste = noekler.lastEntry();
        return new Merke(nyeste.getKey(), avtrykk(nyeste.getValue(), person));
    }

    /** What stands for the person under each of the keys. */
    List<Merke> merker(Foedselsnummer person) {
        return noekler.entrySet().stream()
                .map(noekkel -> new Merke(noekkel.getKey(), avtrykk(noekkel.getValue(), person)))
                .toList();
    }

    private static String avtrykk(Mac mac, Foedselsnummer person) {
        try {
            byte[] helt = ((Mac) mac.clone()).doFinal(person.verdi().getBytes(StandardCharsets.US_ASCII));
            byte[] begynnelsen = Arrays.copyOf(helt, MERKE_BYTE);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(begynnelsen);
        } catch (CloneNotSupportedException umulig) {
            throw new AssertionError("the platform's own " + ALGORITME + " can be copied", umulig);
        }
    }

    private static Mac mac(byte[] noekkel) {
        try {
            Mac mac = Mac.getInstance(ALGORITME);
            mac.init(new SecretKeySpec(noekkel, ALGORITME));
            return mac;
        } catch (GeneralSecurityException umulig) {
            throw new AssertionError("every Java platform has " + ALGORITME, umulig);
        }
    }

    /**
     * What stands for a person.
     *
     * @param noekkel the id of the key it was made with
     */
    record Merke(String noekkel, String verdi) {}
}
