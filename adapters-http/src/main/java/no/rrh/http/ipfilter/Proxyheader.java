package no.rrh.http.ipfilter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;

/**
 * The header in which proxies tell from whom they have the request, each adding at its end. Of the two only the one that
 * is set counts: a proxy writes one, and passes the other on as the client sent it.
 */
public enum Proxyheader {
    /** RFC 7239: IPv6 stands in brackets. */
    FORWARDED("Forwarded", Forwarded::noder, false),

    /** The custom before it: addresses with commas between them, IPv6 with or without brackets. */
    X_FORWARDED_FOR("X-Forwarded-For", Proxyheader::mellomKomma, true);

    private static final String PORT = "(?::(?:[0-9]{1,5}|_[A-Za-z0-9._-]++))?+";
    private static final String IPV6 = "[0-9A-Fa-f.]*+:[0-9A-Fa-f:.]*+";
    private static final Pattern NODE = Pattern.compile(
            "(?<ipv4>[0-9.]++)" + PORT + "|\\[(?<klammer>" + IPV6 + ")]" + PORT + "|(?<bar>" + IPV6 + ")");

    private final String navn;
    private final Function<String, Optional<List<String>>> leser;
    private final boolean klammerKanUtelates;

    Proxyheader(String navn, Function<String, Optional<List<String>>> leser, boolean klammerKanUtelates) {
        this.navn = navn;
        this.leser = leser;
        this.klammerKanUtelates = klammerKanUtelates;
    }

    /** Its name in HTTP. */
    public String navn() {
        return navn;
    }

    /** The header of that name, in any case. */
    public static Optional<Proxyheader> medNavn(String navn) {
        return Arrays.stream(values())
                .filter(h -> h.navn.equalsIgnoreCase(navn))
                .findFirst();
    }

    /**
     * What each proxy told, the first proxy first, as it is written. Only what the trusted ones told means anything: the
     * rest may be whatever the client wrote.
     *
     * @return absent when there is no such header, or one that cannot be read
     */
    Optional<List<String>> noder(HttpFields headere) {
        List<String> verdier = headere.getValuesList(navn);
        return verdier.isEmpty() ? Optional.empty() : leser.apply(String.join(",", verdier));
    }

    private static Optional<List<String>> mellomKomma(String verdi) {
        return Optional.of(
                Arrays.stream(verdi.split(",", -1)).map(String::strip).toList());
    }

    /** The address of a node; absent when it is hidden ({@code unknown}, {@code _x}), or none. */
    Optional<Ipadresse> adresse(String node) {
        Matcher treff = NODE.matcher(node);
        if (!treff.matches()) {
            return Optional.empty();
        }
        return Optional.ofNullable(treff.group("ipv4"))
                .or(() -> Optional.ofNullable(treff.group("klammer")))
                .or(() -> Optional.ofNullable(treff.group("bar")).filter(tekst -> klammerKanUtelates))
                .flatMap(Ipadresse::les);
    }
}
