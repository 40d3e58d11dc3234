package no.rrh.http.kall;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;
import org.eclipse.jetty.server.Request;

/**
 * The parameters of a query. A plus is a plus and no blank: values of the API hold no blanks, and times hold a plus, which
 * few clients encode. Parameters that an operation does not have are ignored. Nothing of a value is repeated in an error.
 */
public final class Spoerring {
    private final Map<String, List<String>> parametre = new HashMap<>();

    private Spoerring(String spoerring) {
        for (String del : spoerring.split("&")) {
            String[] navnOgVerdi = del.split("=", 2);
            parametre
                    .computeIfAbsent(avkod(navnOgVerdi[0]), navn -> new ArrayList<>())
                    .add(navnOgVerdi.length == 2 ? avkod(navnOgVerdi[1]) : "");
        }
    }

    /** That of the request, whose percent-encoding is known to be whole. */
    public static Spoerring av(Request request) {
        return new Spoerring(
                Optional.ofNullable(request.getHttpURI().getQuery()).orElse(""));
    }

    private static String avkod(String kodet) {
        return URLDecoder.decode(kodet.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /**
     * The parameter, which may be empty.
     *
     * @throws UgyldigVerdi when it is given twice
     */
    public Optional<String> valgfri(String navn) {
        List<String> verdier = parametre.getOrDefault(navn, List.of());
        if (verdier.size() > 1) {
            throw new UgyldigVerdi("parameteren " + navn + " er oppgitt " + verdier.size() + " ganger; forventet én");
        }
        return verdier.stream().findFirst();
    }

    /**
     * The parameter, which may be empty.
     *
     * @throws UgyldigVerdi when it is absent, or given twice
     */
    public String paakrevd(String navn) {
        return valgfri(navn).orElseThrow(() -> new UgyldigVerdi("parameteren " + navn + " mangler"));
    }

    /**
     * The parameter as a whole number.
     *
     * @param ellers what it is when it is absent
     * @throws UgyldigVerdi when it is no whole number, is outside the bounds, or is given twice
     */
    public long heltall(String navn, long minst, long stoerst, long ellers) {
        return valgfri(navn)
                .map(verdi -> heltall(navn, List.of(verdi), minst, stoerst))
                .orElse(ellers);
    }

    /**
     * The values of a parameter or a header as one whole number.
     *
     * @throws UgyldigVerdi when it is no whole number, is outside the bounds, or is given twice
     */
    public static long heltall(String navn, List<String> verdier, long minst, long stoerst) {
        // of 19 digits, those above 2^63-1 come out negative
        return verdier.stream()
                .reduce((foerste, neste) -> foerste + "," + neste)
                .filter(tekst -> tekst.matches("[0-9]{1,19}"))
                .map(Long::parseUnsignedLong)
                .filter(tall -> tall >= minst && tall <= stoerst)
                .orElseThrow(() -> new UgyldigVerdi(navn + " må være et helt tall fra " + minst + " til " + stoerst));
    }
}
