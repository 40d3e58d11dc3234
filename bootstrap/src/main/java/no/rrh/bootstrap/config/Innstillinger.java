package no.rrh.bootstrap.config;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import no.rrh.bootstrap.fornyelse.Fornyelsesplan;
import no.rrh.bootstrap.logging.Loggformat;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.http.sikkerhet.Utsteder;

/** The settings of one run, each checked. */
public final class Innstillinger {
    private static final Pattern IPV4 = Pattern.compile("((25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.|$)){4}(?<!\\.)");
    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    private static final int STANDARD_FORVALTNINGSPORT = 8081;

    private final Verdier verdier;
    private final Grenseinnstillinger grenser;
    private final Tilgangsinnstillinger tilgang;
    private final Databaseinnstillinger database;
    private final Tlsinnstillinger tls;

    private Innstillinger(Verdier verdier) {
        this.verdier = verdier;
        kontroller();
        this.grenser = new Grenseinnstillinger(verdier);
        this.tilgang = new Tilgangsinnstillinger(verdier, miljoe(), data());
        this.database = new Databaseinnstillinger(verdier);
        this.tls = new Tlsinnstillinger(verdier);
    }

    /**
     * Reads them by precedence.
     *
     * @param flagg those given on the command line
     * @param variabler the whole environment; of it, what begins with RRH_
     * @throws Innstillingsfeil at the first that is unknown, malformed or not allowed
     */
    public static Innstillinger les(Map<Innstilling, String> flagg, Map<String, String> variabler) {
        return new Innstillinger(Verdier.les(flagg, variabler));
    }

    /** What callers may take. */
    public Grenseinnstillinger grenser() {
        return grenser;
    }

    /** Who is let in, and what is kept of that. */
    public Tilgangsinnstillinger tilgang() {
        return tilgang;
    }

    /** The files that were named, the settings' own too, in which there is a password. */
    public List<Path> filerMedPassord() {
        return verdier.filerMedPassord();
    }

    /** Where the register lies, and what instances share. */
    public Databaseinnstillinger database() {
        return database;
    }

    /** What the server has TLS with. */
    public Tlsinnstillinger tls() {
        return tls;
    }

    /** Whether plain look-ups are answered in front of Jersey. */
    public boolean hurtigvei() {
        return verdier.erJa(Innstilling.OPPSLAG_HURTIGVEI, true);
    }

    /** Whether the page that shows the register to people is served. */
    public boolean innsynsside() {
        return verdier.erJa(Innstilling.INNSYN_SIDE, miljoe() == Miljoe.LOKAL);
    }

    private void kontroller() {
        hurtigvei();
        innsynsside();
        port();
        data();
        adresse();
        stopptid();
        forvaltningsport();
        loggformat();
        utsteder();
        audience();
        ca();
        fornyelsesplan();
        oppbevaring();
        bods();
    }

    /** The environment. */
    public Miljoe miljoe() {
        String navn = verdier.get(Innstilling.MILJOE);
        return Arrays.stream(Miljoe.values())
                .filter(miljoe -> miljoe.navn().equals(navn))
                .findFirst()
                .orElseThrow(() -> Verdier.ugyldig(Innstilling.MILJOE, "lokal, test eller produksjon"));
    }

    /** The port, 0 for a free one. */
    public int port() {
        return port(Innstilling.PORT, verdier.get(Innstilling.PORT), "");
    }

    /** The management port, 0 for a free one; absent when it is turned off. */
    public OptionalInt forvaltningsport() {
        Optional<String> satt = verdier.verdi(Innstilling.FORVALTNING_PORT);
        if (satt.filter(Verdier.AV::equals).isPresent()) {
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
        return (int) Verdier.tall(tekst)
                .filter(port -> port <= 65535)
                .orElseThrow(() -> Verdier.ugyldig(innstilling, "et helt tall fra 0 til 65535" + ellers))
                .longValue();
    }

    /** How the log is written. */
    public Loggformat loggformat() {
        Optional<String> navn = verdier.verdi(Innstilling.LOGG_FORMAT);
        if (navn.isEmpty()) {
            return miljoe() == Miljoe.LOKAL ? Loggformat.TEKST : Loggformat.JSON;
        }
        return Arrays.stream(Loggformat.values())
                .filter(format -> format.navn().equals(navn.get()))
                .findFirst()
                .orElseThrow(() -> Verdier.ugyldig(Innstilling.LOGG_FORMAT, "json eller tekst"));
    }

    /** The address to listen on: in {@code lokal} a loopback one. */
    public String adresse() {
        String adresse = verdier.verdi(Innstilling.ADRESSE).orElse(miljoe() == Miljoe.LOKAL ? "127.0.0.1" : "0.0.0.0");
        if (!IPV4.matcher(adresse).matches() && !erIpv6(adresse)) {
            throw Verdier.ugyldig(Innstilling.ADRESSE, "en IP-adresse");
        }
        if (miljoe() == Miljoe.LOKAL && !adresse.startsWith("127.") && !adresse.equals("::1")) {
            throw Verdier.ugyldig(Innstilling.ADRESSE, "en loopback-adresse (127.0.0.1 eller ::1) i miljøet lokal");
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
        throw Verdier.ugyldig(Innstilling.DATA, "en mappe");
    }

    /** How long requests in flight may take to finish at a stop. */
    public Duration stopptid() {
        return Varighet.les(verdier.get(Innstilling.STOPPTID))
                .orElseThrow(() -> Verdier.ugyldig(Innstilling.STOPPTID, Varighet.FORM));
    }

    /** The issuer of tokens; absent in {@code lokal}, where the server is its own. */
    public Optional<Utsteder> utsteder() {
        Optional<String> utsteder = verdier.verdi(Innstilling.MASKINPORTEN_UTSTEDER);
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
        return verdier.verdi(Innstilling.MASKINPORTEN_AUDIENCE);
    }

    /** The file of certificate authorities for the issuer of {@code lokal}; whether it can be read is not asked here. */
    public Optional<Path> ca() {
        Optional<Path> fil = verdier.sti(Innstilling.MASKINPORTEN_CA, "en fil");
        if (miljoe() != Miljoe.LOKAL && fil.isPresent()) {
            throw new Innstillingsfeil(
                    "maskinporten.ca kan bare settes i miljøet lokal, der serveren er sin egen utsteder;" + " i "
                            + miljoe().navn() + " kontrollerer Maskinporten sertifikatene");
        }
        return fil;
    }

    /** When the totalbestand is renewed; absent when it is not. */
    public Optional<Fornyelsesplan> fornyelsesplan() {
        ZoneId sone = sone();
        String cron = verdier.get(Innstilling.TOTALBESTAND_CRON);
        return cron.equals(Verdier.AV)
                ? Optional.empty()
                : Optional.of(Fornyelsesplan.les(cron, sone)
                        .orElseThrow(() -> Verdier.ugyldig(
                                Innstilling.TOTALBESTAND_CRON, Fornyelsesplan.FORM + ", eller " + Verdier.AV)));
    }

    private ZoneId sone() {
        try {
            return ZoneId.of(verdier.get(Innstilling.TOTALBESTAND_SONE));
        } catch (DateTimeException e) {
            throw Verdier.ugyldig(Innstilling.TOTALBESTAND_SONE, "en tidssone, for eksempel Europe/Oslo eller UTC");
        }
    }

    /** Whether the totalbestand is made as BODS too. */
    public boolean bods() {
        return verdier.erJa(Innstilling.TOTALBESTAND_BODS, true);
    }

    /** How long a totalbestand is kept. */
    public Duration oppbevaring() {
        String dager = verdier.get(Innstilling.TOTALBESTAND_OPPBEVARING);
        if (!dager.matches("[1-9]\\d{0,3}")) {
            throw Verdier.ugyldig(Innstilling.TOTALBESTAND_OPPBEVARING, "et helt antall dager fra 1 til 9999");
        }
        return Duration.ofDays(Integer.parseInt(dager));
    }
}
