package no.rrh.bootstrap.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.rrh.application.service.Misbruksvakt;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.http.ipfilter.Ipfilter;
import no.rrh.http.ipfilter.Ipomraade;
import no.rrh.http.ipfilter.Proxyheader;
import no.rrh.persistence.innsynslogg.Loggvalg;

/** Who is let in, and what is kept of that: the settings {@code tilgang.*}, {@code ipfilter.*} and {@code innsynslogg*}. */
public final class Tilgangsinnstillinger {
    private static final String PAA = "paa";
    private static final Pattern SVEIP = Pattern.compile("([1-9]\\d{0,8})/(.+)");
    private static final Pattern ANDEL = Pattern.compile("([1-9]\\d{0,2})%/(.+)");
    private static final long MINSTE_SEGMENT = 64 << 10;
    private static final long STOERSTE_SEGMENT = 512 << 20;

    private final Verdier verdier;
    private final Miljoe miljoe;
    private final Path data;

    Tilgangsinnstillinger(Verdier verdier, Miljoe miljoe, Path data) {
        this.verdier = verdier;
        this.miljoe = miljoe;
        this.data = data;
        krev();
        godtattUsikkert();
        ipfilter();
        innsynslogg();
        innsynsloggmappe();
        sveip();
        unntatte();
    }

    /** When different virksomheter and persons look like a sweep; absent for never. */
    public Optional<Misbruksvakt.Grense> sveip() {
        return varsel(
                Innstilling.VARSEL_SVEIP, SVEIP, Long.MAX_VALUE, "antall/varighet, for eksempel 5000/1t, eller av");
    }

    /** Which share of a hundred look-ups that show persons unntatt innsyn is unusual; absent for none. */
    public Optional<Misbruksvakt.Grense> unntatte() {
        return varsel(
                Innstilling.VARSEL_UNNTATTE,
                ANDEL,
                100,
                "andel/varighet fra 1% til 100%, for eksempel 20%/1t, eller av");
    }

    private Optional<Misbruksvakt.Grense> varsel(
            Innstilling innstilling, Pattern form, long stoerst, String forventet) {
        String tekst = verdier.get(innstilling);
        if (tekst.equals(Verdier.AV)) {
            return Optional.empty();
        }
        Matcher treff = form.matcher(tekst);
        Optional<Duration> vindu = treff.matches() ? Varighet.les(treff.group(2)) : Optional.empty();
        return Optional.of(vindu.filter(lengde -> !lengde.isZero() && Long.parseLong(treff.group(1)) <= stoerst)
                .map(lengde -> new Misbruksvakt.Grense(Long.parseLong(treff.group(1)), lengde))
                .orElseThrow(() -> Verdier.ugyldig(innstilling, forventet)));
    }

    /** Whether a scope counts only with an agreement. */
    public boolean krev() {
        return verdier.erJa(Innstilling.TILGANG_KREV, miljoe == Miljoe.PRODUKSJON);
    }

    /** What is insecure and has been said yes to; in {@code produksjon}, where alone it must be. */
    public Set<Usikkerhet> godtattUsikkert() {
        Optional<String> satt = verdier.verdi(Innstilling.USIKKERT_GODTA);
        if (satt.isPresent() && miljoe != Miljoe.PRODUKSJON) {
            throw new Innstillingsfeil(
                    "usikkert.godta kan bare settes i miljøet produksjon; i " + miljoe.navn() + " trengs det ikke");
        }
        Set<Usikkerhet> godtatt = EnumSet.noneOf(Usikkerhet.class);
        satt.map(tekst -> tekst.split(",", -1)).stream()
                .flatMap(Arrays::stream)
                .forEach(navn -> godtatt.add(Usikkerhet.medNavn(navn.strip())
                        .orElseThrow(() -> Verdier.ugyldig(
                                Innstilling.USIKKERT_GODTA,
                                Arrays.stream(Usikkerhet.values())
                                                .map(Usikkerhet::navn)
                                                .collect(Collectors.joining(", "))
                                        + ", eller flere av dem med komma mellom"))));
        return godtatt;
    }

    /** Whether the addresses of the agreements are the IP filter: in {@code test}, where agreements are asked for. */
    public boolean filtrererPaaAvtaler() {
        return miljoe == Miljoe.TEST && krev();
    }

    /** How the innsynslogg is kept; absent when none is, which {@code lokal} alone may. */
    public Optional<Loggvalg> innsynslogg() {
        String verdi = verdier.get(Innstilling.INNSYNSLOGG);
        boolean av = verdi.equals(Verdier.AV);
        if (!av && !verdi.equals(PAA)) {
            throw Verdier.ugyldig(Innstilling.INNSYNSLOGG, "paa eller av");
        }
        if (av && miljoe != Miljoe.LOKAL) {
            throw new Innstillingsfeil(
                    "innsynsloggen kan bare slås av i miljøet lokal; i " + miljoe.navn() + " må den føres");
        }
        Loggvalg valg = new Loggvalg(
                verdier.verdi(Innstilling.INNSYNSLOGG_SEGMENT).isEmpty()
                        ? miljoe == Miljoe.LOKAL ? 1 << 20 : 64 << 20
                        : verdier.innenfor(
                                Innstilling.INNSYNSLOGG_SEGMENT,
                                Byteantall::les,
                                MINSTE_SEGMENT,
                                STOERSTE_SEGMENT,
                                "fra 64KiB til 512MiB"),
                Duration.ofDays(verdier.innenfor(
                        Innstilling.INNSYNSLOGG_OPPBEVARING,
                        Verdier::tall,
                        1,
                        36_500,
                        "et helt antall dager fra 1 til 36500")),
                Duration.ofMillis(verdier.innenfor(
                        Innstilling.INNSYNSLOGG_SJEKKPUNKT,
                        tekst -> Varighet.les(tekst).map(Duration::toMillis),
                        1000,
                        86_400_000,
                        "en varighet fra 1s til 24t")),
                verdier.sti(Innstilling.INNSYNSLOGG_SJEKKPUNKTKOPI, "en fil"));
        return av ? Optional.empty() : Optional.of(valg);
    }

    /** The folder of the innsynslogg of this instance. */
    public Path innsynsloggmappe() {
        return verdier.sti(Innstilling.INNSYNSLOGG_MAPPE, "en mappe").orElse(data.resolve("innsynslogg"));
    }

    /** Who is let in by IP address; absent when nothing is said of it. */
    public Optional<Ipfilter> ipfilter() {
        Optional<List<Ipomraade>> tillat = omraader(Innstilling.IPFILTER_TILLAT);
        Optional<List<Ipomraade>> proxyer = omraader(Innstilling.IPFILTER_PROXYER);
        Optional<Proxyheader> header = verdier.verdi(Innstilling.IPFILTER_HEADER)
                .map(navn -> Proxyheader.medNavn(navn)
                        .orElseThrow(
                                () -> Verdier.ugyldig(Innstilling.IPFILTER_HEADER, "Forwarded eller X-Forwarded-For")));
        if (proxyer.isPresent() != header.isPresent()
                || proxyer.isPresent() && tillat.isEmpty() && !filtrererPaaAvtaler()) {
            throw new Innstillingsfeil(
                    "ipfilter.proxyer og ipfilter.header må settes sammen, og bare når ipfilter.tillat" + " er satt");
        }
        Optional<List<Ipomraade>> sluppetInn = filtrererPaaAvtaler() ? Optional.of(tillat.orElse(List.of())) : tillat;
        return sluppetInn.map(
                omraader -> new Ipfilter(omraader, proxyer.orElse(List.of()), header.orElse(Proxyheader.FORWARDED)));
    }

    private Optional<List<Ipomraade>> omraader(Innstilling innstilling) {
        try {
            return verdier.verdi(innstilling).map(Ipomraade::liste);
        } catch (UgyldigVerdi e) {
            throw new Innstillingsfeil(
                    Verdier.ugyldig(innstilling, "IP-adresser og CIDR-områder med komma mellom")
                                    .getMessage() + "; " + e.getMessage());
        }
    }
}
