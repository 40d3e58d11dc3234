package no.rrh.bootstrap.config;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.rrh.bootstrap.fornyelse.Fornyelsesplan;
import no.rrh.bootstrap.logging.Loggformat;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.http.endringslogg.Stroemgrenser;
import no.rrh.http.ipfilter.Ipfilter;
import no.rrh.http.ipfilter.Ipomraade;
import no.rrh.http.ipfilter.Proxyheader;
import no.rrh.http.kvote.Kvote;
import no.rrh.http.kvote.Kvoteslag;
import no.rrh.http.sikkerhet.Utsteder;
import no.rrh.http.tjener.Tjenergrenser;

/** The settings of one run, each checked. */
public final class Innstillinger {
    private static final String AV = "av";
    private static final String BOM = "\uFEFF";
    private static final String PREFIKS = "RRH_";
    private static final String PREFIKS_FOR_TESTER = "RRH_TEST_";
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.|$)){4}(?<!\\.)");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    private static final Pattern KVOTE = Pattern.compile("([1-9]\\d{0,8})/(.+)");
    private static final Duration LENGSTE_VINDU = Duration.ofHours(24);

    private static final int STANDARD_FORVALTNINGSPORT = 8081;

    /** A server with as many connections as it may have closes those that have been silent for five seconds. */
    private static final Duration LENGSTE_STILLHET = Duration.ofSeconds(4);

    private final Map<Innstilling, String> verdier;

    private Innstillinger(Map<Innstilling, String> verdier) {
        this.verdier = verdier;
    }

    /**
     * Reads them by precedence.
     *
     * @param flagg those given on the command line
     * @param variabler the whole environment; of it, what begins with RRH_
     * @throws Innstillingsfeil at the first that is unknown, malformed or not allowed
     */
    public static Innstillinger les(Map<Innstilling, String> flagg, Map<String, String> variabler) {
        Map<Innstilling, String> verdier = new EnumMap<>(Innstilling.class);
        Arrays.stream(Innstilling.values()).forEach(i -> i.standard().ifPresent(s -> verdier.put(i, s)));
        Map<Innstilling, String> overstyrt = fraMiljoet(variabler);
        overstyrt.putAll(flagg);
        if (overstyrt.containsKey(Innstilling.CONFIG)) {
            verdier.putAll(fraFil(overstyrt.get(Innstilling.CONFIG)));
        }
        verdier.putAll(overstyrt);
        Innstillinger innstillinger = new Innstillinger(verdier);
        innstillinger.kontroller();
        return innstillinger;
    }

    private static Map<Innstilling, String> fraMiljoet(Map<String, String> variabler) {
        Map<Innstilling, String> funnet = new EnumMap<>(Innstilling.class);
        variabler.forEach((navn, verdi) -> {
            if (navn.startsWith(PREFIKS) && !navn.startsWith(PREFIKS_FOR_TESTER)) {
                Innstilling innstilling = Innstilling.medVariabel(navn)
                        .orElseThrow(() -> new Innstillingsfeil("ukjent innstilling i miljøvariabelen " + navn));
                funnet.put(innstilling, verdi);
            }
        });
        return funnet;
    }

    private static Map<Innstilling, String> fraFil(String fil) {
        Map<Innstilling, String> funnet = new EnumMap<>(Innstilling.class);
        lesFil(fil).forEach((noekkel, verdi) -> {
            Innstilling innstilling = Innstilling.medNoekkel(noekkel.toString().replace(BOM, ""))
                    .filter(i -> i != Innstilling.CONFIG)
                    .orElseThrow(() -> new Innstillingsfeil("ukjent innstilling «" + noekkel + "» i filen " + fil));
            funnet.put(innstilling, verdi.toString().trim());
        });
        return funnet;
    }

    private static Properties lesFil(String fil) {
        Properties properties = new Properties();
        try (Reader leser = new InputStreamReader(
                Files.newInputStream(Path.of(fil)),
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT))) {
            properties.load(leser);
        } catch (CharacterCodingException e) {
            throw new Innstillingsfeil("filen " + fil + " er ikke gyldig UTF-8");
        } catch (IOException | InvalidPathException e) {
            throw new Innstillingsfeil("filen med innstillinger kan ikke leses: " + fil);
        } catch (IllegalArgumentException e) {
            throw new Innstillingsfeil("filen " + fil + " har en ufullstendig \\u-kode; den skal være Java properties");
        }
        return properties;
    }

    private void kontroller() {
        port();
        data();
        adresse();
        stopptid();
        forvaltningsport();
        loggformat();
        grenser();
        stroemgrenser();
        nedlastinger();
        kvoter();
        utsteder();
        audience();
        ipfilter();
        ca();
        fornyelsesplan();
        oppbevaring();
    }

    /** The environment. */
    public Miljoe miljoe() {
        String navn = verdier.get(Innstilling.MILJOE);
        return Arrays.stream(Miljoe.values())
                .filter(miljoe -> miljoe.navn().equals(navn))
                .findFirst()
                .orElseThrow(() -> ugyldig(Innstilling.MILJOE, "lokal, test eller produksjon"));
    }

    /** The port, 0 for a free one. */
    public int port() {
        return port(Innstilling.PORT, verdier.get(Innstilling.PORT), "");
    }

    /** The management port, 0 for a free one; absent when it is turned off. */
    public OptionalInt forvaltningsport() {
        Optional<String> satt = verdi(Innstilling.FORVALTNING_PORT);
        if (satt.filter(AV::equals).isPresent()) {
            return OptionalInt.empty();
        }
        int standard = port() == 0 ? 0 : STANDARD_FORVALTNINGSPORT;
        int port = satt.map(tekst -> port(Innstilling.FORVALTNING_PORT, tekst, ", eller av"))
                .orElse(standard);
        if (port != 0 && port == port()) {
            throw new Innstillingsfeil("port og forvaltning.port (" + Innstilling.FORVALTNING_PORT.flagg()
                    + ") er begge " + port + "; sett en annen av dem, eller forvaltning.port til av");
        }
        return OptionalInt.of(port);
    }

    private static int port(Innstilling innstilling, String tekst, String ellers) {
        return (int) tall(tekst)
                .filter(port -> port <= 65535)
                .orElseThrow(() -> ugyldig(innstilling, "et helt tall fra 0 til 65535" + ellers))
                .longValue();
    }

    private static Optional<Long> tall(String tekst) {
        return Optional.of(tekst).filter(t -> t.matches("[0-9]{1,9}")).map(Long::valueOf);
    }

    /** How the log is written. */
    public Loggformat loggformat() {
        Optional<String> navn = verdi(Innstilling.LOGG_FORMAT);
        if (navn.isEmpty()) {
            return miljoe() == Miljoe.LOKAL ? Loggformat.TEKST : Loggformat.JSON;
        }
        return Arrays.stream(Loggformat.values())
                .filter(format -> format.navn().equals(navn.get()))
                .findFirst()
                .orElseThrow(() -> ugyldig(Innstilling.LOGG_FORMAT, "json eller tekst"));
    }

    /** What callers may take of the server. */
    public Tjenergrenser grenser() {
        return new Tjenergrenser(
                (int) innenfor(Innstilling.GRENSE_HEADERE, Byteantall::les, 4 << 10, 64 << 10, "fra 4KiB til 64KiB"),
                Duration.ofMillis(innenfor(
                        Innstilling.GRENSE_LEDIG,
                        tekst -> Varighet.les(tekst).map(Duration::toMillis),
                        1000,
                        3_600_000,
                        "en varighet fra 1s til 60m")),
                (int) innenfor(Innstilling.GRENSE_FART, Byteantall::les, 0, 1 << 20, "fra 0B til 1MiB"),
                Tjenergrenser.STANDARD_MAALETID,
                (int) innenfor(
                        Innstilling.GRENSE_TILKOBLINGER, Innstillinger::tall, 1, 100_000, "et tall fra 1 til 100000"),
                (int) innenfor(Innstilling.GRENSE_KALL, Innstillinger::tall, 10, 10_000, "et tall fra 10 til 10000"));
    }

    /** What event streams may take. A sign of life comes well before a connection has been silent for too long. */
    public Stroemgrenser stroemgrenser() {
        Tjenergrenser grenser = grenser();
        Duration halvparten = grenser.ledig().dividedBy(2);
        return new Stroemgrenser(
                (int) innenfor(Innstilling.GRENSE_STROEMMER, Innstillinger::tall, 1, 1000, "et tall fra 1 til 1000"),
                Math.max(1, grenser.tilkoblinger() / 2),
                halvparten.compareTo(LENGSTE_STILLHET) < 0 ? halvparten : LENGSTE_STILLHET);
    }

    /** How many downloads each consumer may have under way at once. */
    public int nedlastinger() {
        return (int) innenfor(Innstilling.GRENSE_NEDLASTINGER, Innstillinger::tall, 1, 1000, "et tall fra 1 til 1000");
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
        if (tekst.equals(AV)) {
            return Optional.empty();
        }
        Matcher treff = KVOTE.matcher(tekst);
        Optional<Duration> vindu = treff.matches() ? Varighet.les(treff.group(2)) : Optional.empty();
        return Optional.of(
                vindu.filter(Innstillinger::kanVaereVindu)
                        .map(lengde -> new Kvote(Long.parseLong(treff.group(1)), lengde))
                        .orElseThrow(
                                () -> ugyldig(
                                        innstilling,
                                        "antall/varighet med en varighet i hele sekunder fra 1s til 24t, for eksempel 600/10m, eller av")));
    }

    private static boolean kanVaereVindu(Duration lengde) {
        return lengde.toMillis() % 1000 == 0 && !lengde.isZero() && lengde.compareTo(LENGSTE_VINDU) <= 0;
    }

    private long innenfor(
            Innstilling innstilling,
            Function<String, Optional<Long>> form,
            long minst,
            long stoerst,
            String forventet) {
        return form.apply(verdier.get(innstilling))
                .filter(verdi -> verdi >= minst && verdi <= stoerst)
                .orElseThrow(() -> ugyldig(innstilling, forventet));
    }

    /** The address to listen on: in {@code lokal} a loopback one. */
    public String adresse() {
        String adresse = verdi(Innstilling.ADRESSE).orElse(miljoe() == Miljoe.LOKAL ? "127.0.0.1" : "0.0.0.0");
        if (!IPV4.matcher(adresse).matches() && !erIpv6(adresse)) {
            throw ugyldig(Innstilling.ADRESSE, "en IP-adresse");
        }
        if (miljoe() == Miljoe.LOKAL && !adresse.startsWith("127.") && !adresse.equals("::1")) {
            throw ugyldig(Innstilling.ADRESSE, "en loopback-adresse (127.0.0.1 eller ::1) i miljøet lokal");
        }
        return adresse;
    }

    private static boolean erIpv6(String tekst) {
        try {
            return IPV6.matcher(tekst).matches() && InetAddress.getByName(tekst) instanceof Inet6Address;
        } catch (UnknownHostException e) {
            return false;
        }
    }

    /** The data folder. */
    public Path data() {
        String mappe = verdier.get(Innstilling.DATA);
        try {
            if (!mappe.isBlank()) {
                return Path.of(mappe);
            }
        } catch (InvalidPathException e) {
            // said below, as for an empty one
        }
        throw ugyldig(Innstilling.DATA, "en mappe");
    }

    /** How long requests in flight may take to finish at a stop. */
    public Duration stopptid() {
        return Varighet.les(verdier.get(Innstilling.STOPPTID))
                .orElseThrow(() -> ugyldig(Innstilling.STOPPTID, Varighet.FORM));
    }

    /** The issuer of tokens; absent in {@code lokal}, where the server is its own. */
    public Optional<Utsteder> utsteder() {
        Optional<String> utsteder = verdi(Innstilling.MASKINPORTEN_UTSTEDER);
        if (miljoe() == Miljoe.LOKAL && utsteder.isPresent()) {
            throw new Innstillingsfeil(
                    "maskinporten.utsteder kan ikke settes i miljøet lokal, der serveren er sin egen utsteder");
        }
        try {
            return utsteder.map(Utsteder::new);
        } catch (UgyldigVerdi e) {
            throw new Innstillingsfeil(
                    "ugyldig verdi for " + Innstilling.MASKINPORTEN_UTSTEDER.noekkel() + ": " + e.getMessage());
        }
    }

    /** The API's own identifier, which a token may name as its audience. */
    public Optional<String> audience() {
        return verdi(Innstilling.MASKINPORTEN_AUDIENCE);
    }

    /** Who is let in by IP address; absent when nothing is said of it. */
    public Optional<Ipfilter> ipfilter() {
        Optional<List<Ipomraade>> tillat = omraader(Innstilling.IPFILTER_TILLAT);
        Optional<List<Ipomraade>> proxyer = omraader(Innstilling.IPFILTER_PROXYER);
        Optional<Proxyheader> header = verdi(Innstilling.IPFILTER_HEADER)
                .map(navn -> Proxyheader.medNavn(navn)
                        .orElseThrow(() -> ugyldig(Innstilling.IPFILTER_HEADER, "Forwarded eller X-Forwarded-For")));
        if (proxyer.isPresent() != header.isPresent() || proxyer.isPresent() && tillat.isEmpty()) {
            throw new Innstillingsfeil(
                    "ipfilter.proxyer og ipfilter.header må settes sammen, og bare når ipfilter.tillat" + " er satt");
        }
        return tillat.map(
                omraader -> new Ipfilter(omraader, proxyer.orElse(List.of()), header.orElse(Proxyheader.FORWARDED)));
    }

    private Optional<List<Ipomraade>> omraader(Innstilling innstilling) {
        try {
            return verdi(innstilling).map(Ipomraade::liste);
        } catch (UgyldigVerdi e) {
            throw new Innstillingsfeil(ugyldig(innstilling, "IP-adresser og CIDR-områder med komma mellom")
                            .getMessage() + "; " + e.getMessage());
        }
    }

    /** The file of certificate authorities for the issuer of {@code lokal}; whether it can be read is not asked here. */
    public Optional<Path> ca() {
        Optional<String> fil = verdi(Innstilling.MASKINPORTEN_CA);
        if (miljoe() != Miljoe.LOKAL && fil.isPresent()) {
            throw new Innstillingsfeil(
                    "maskinporten.ca kan bare settes i miljøet lokal, der serveren er sin egen utsteder;" + " i "
                            + miljoe().navn() + " kontrollerer Maskinporten sertifikatene");
        }
        try {
            return fil.map(Path::of);
        } catch (InvalidPathException e) {
            throw ugyldig(Innstilling.MASKINPORTEN_CA, "en fil");
        }
    }

    /** When the totalbestand is renewed; absent when it is not. */
    public Optional<Fornyelsesplan> fornyelsesplan() {
        ZoneId sone = sone();
        String cron = verdier.get(Innstilling.TOTALBESTAND_CRON);
        return cron.equals(AV)
                ? Optional.empty()
                : Optional.of(Fornyelsesplan.les(cron, sone)
                        .orElseThrow(
                                () -> ugyldig(Innstilling.TOTALBESTAND_CRON, Fornyelsesplan.FORM + ", eller " + AV)));
    }

    private ZoneId sone() {
        try {
            return ZoneId.of(verdier.get(Innstilling.TOTALBESTAND_SONE));
        } catch (DateTimeException e) {
            throw ugyldig(Innstilling.TOTALBESTAND_SONE, "en tidssone, for eksempel Europe/Oslo eller UTC");
        }
    }

    /** How long a totalbestand is kept. */
    public Duration oppbevaring() {
        String dager = verdier.get(Innstilling.TOTALBESTAND_OPPBEVARING);
        if (!dager.matches("[1-9]\\d{0,3}")) {
            throw ugyldig(Innstilling.TOTALBESTAND_OPPBEVARING, "et helt antall dager fra 1 til 9999");
        }
        return Duration.ofDays(Integer.parseInt(dager));
    }

    private Optional<String> verdi(Innstilling innstilling) {
        Optional<String> verdi = Optional.ofNullable(verdier.get(innstilling));
        if (verdi.filter(String::isBlank).isPresent()) {
            throw ugyldig(innstilling, "en verdi; utelat innstillingen for standardverdien");
        }
        return verdi;
    }

    private static Innstillingsfeil ugyldig(Innstilling innstilling, String forventet) {
        return new Innstillingsfeil("ugyldig verdi for " + innstilling.noekkel() + " (" + innstilling.flagg() + ", "
                + innstilling.variabel() + "): forventet " + forventet);
    }
}
