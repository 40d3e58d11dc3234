package no.rrh.bootstrap.config;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.rrh.http.endringslogg.Stroemgrenser;
import no.rrh.http.kvote.Kvote;
import no.rrh.http.kvote.Kvoteslag;
import no.rrh.http.tjener.Tjenergrenser;

/** What callers may take: the settings {@code grense.*} and {@code kvote.*}. */
public final class Grenseinnstillinger {
    private static final Pattern KVOTE = Pattern.compile("([1-9]\\d{0,8})/(.+)");
    private static final Duration LENGSTE_VINDU = Duration.ofHours(24);

    /** A server with as many connections as it may have closes those that have been silent for five seconds. */
    private static final Duration LENGSTE_STILLHET = Duration.ofSeconds(4);

    private final Verdier verdier;

    Grenseinnstillinger(Verdier verdier) {
        this.verdier = verdier;
        tjener();
        stroemmer();
        nedlastinger();
        kvoter();
    }

    /** What callers may take of the server. */
    public Tjenergrenser tjener() {
        return new Tjenergrenser(
                (int) verdier.innenfor(
                        Innstilling.GRENSE_HEADERE, Byteantall::les, 4 << 10, 64 << 10, "fra 4KiB til 64KiB"),
                Duration.ofMillis(verdier.innenfor(
                        Innstilling.GRENSE_LEDIG,
                        tekst -> Varighet.les(tekst).map(Duration::toMillis),
                        1000,
                        3_600_000,
                        "en varighet fra 1s til 60m")),
                (int) verdier.innenfor(Innstilling.GRENSE_FART, Byteantall::les, 0, 1 << 20, "fra 0B til 1MiB"),
                Tjenergrenser.STANDARD_MAALETID,
                (int) verdier.innenfor(
                        Innstilling.GRENSE_TILKOBLINGER, Verdier::tall, 1, 100_000, "et tall fra 1 til 100000"),
                (int) verdier.innenfor(Innstilling.GRENSE_KALL, Verdier::tall, 10, 10_000, "et tall fra 10 til 10000"));
    }

    /** What event streams may take. A sign of life comes well before a connection has been silent for too long. */
    public Stroemgrenser stroemmer() {
        Tjenergrenser grenser = tjener();
        Duration halvparten = grenser.ledig().dividedBy(2);
        return new Stroemgrenser(
                (int) verdier.innenfor(Innstilling.GRENSE_STROEMMER, Verdier::tall, 1, 1000, "et tall fra 1 til 1000"),
                Math.max(1, grenser.tilkoblinger() / 2),
                halvparten.compareTo(LENGSTE_STILLHET) < 0 ? halvparten : LENGSTE_STILLHET);
    }

    /** How many downloads each consumer may have under way at once. */
    public int nedlastinger() {
        return (int)
                verdier.innenfor(Innstilling.GRENSE_NEDLASTINGER, Verdier::tall, 1, 1000, "et tall fra 1 til 1000");
    }

    /** How much each consumer may ask for; a kind of calls that is not there has no limit. */
    public Map<Kvoteslag, Kvote> kvoter() {
        Map<Kvoteslag, Kvote> kvoter = new EnumMap<>(Kvoteslag.class);
        kvote(Innstilling.KVOTE_OPPSLAG).ifPresent(kvote -> kvoter.put(Kvoteslag.OPPSLAG, kvote));
        kvote(Innstilling.KVOTE_SOEK).ifPresent(kvote -> kvoter.put(Kvoteslag.SOEK, kvote));
        kvote(Innstilling.KVOTE_TOTALBESTAND).ifPresent(kvote -> kvoter.put(Kvoteslag.TOTALBESTAND, kvote));
        kvote(Innstilling.KVOTE_ENDRINGSLOGG).ifPresent(kvote -> kvoter.put(Kvoteslag.ENDRINGSLOGG, kvote));
        return kvoter;
    }

    private Optional<Kvote> kvote(Innstilling innstilling) {
        String tekst = verdier.get(innstilling);
        if (tekst.equals(Verdier.AV)) {
            return Optional.empty();
        }
        Matcher treff = KVOTE.matcher(tekst);
        Optional<Duration> vindu = treff.matches() ? Varighet.les(treff.group(2)) : Optional.empty();
        return Optional.of(
                vindu.filter(Grenseinnstillinger::kanVaereVindu)
                        .map(lengde -> new Kvote(Long.parseLong(treff.group(1)), lengde))
                        .orElseThrow(
                                () -> Verdier.ugyldig(
                                        innstilling,
                                        "antall/varighet med en varighet i hele sekunder fra 1s til 24t, for eksempel 600/10m, eller av")));
    }

    private static boolean kanVaereVindu(Duration lengde) {
        return lengde.toMillis() % 1000 == 0 && !lengde.isZero() && lengde.compareTo(LENGSTE_VINDU) <= 0;
    }
}
