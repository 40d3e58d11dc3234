package no.rrh.http.ipfilter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.rrh.domain.feil.UgyldigVerdi;

/** A range of IP addresses in CIDR form (RFC 4632, RFC 4291): those that begin with the same bits, so many. */
public final class Ipomraade {
    private static final Pattern LENGDE = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final int IPV6 = 128;
    private static final int IPV4_I_IPV6 = 96;

    private final Ipadresse adresse;
    private final int lengde;

    /**
     * The range that is written so. An address alone is a range of one.
     *
     * @throws UgyldigVerdi when it is none, or when the address has bits beyond the length, which tells of a slip
     */
    public Ipomraade(String tekst) {
        String[] deler = tekst.split("/", 2);
        this.adresse = Ipadresse.les(deler[0])
                .orElseThrow(() -> new UgyldigVerdi("«" + tekst + "» er ikke en IP-adresse eller et CIDR-område"));
        this.lengde = deler.length == 1 ? adresse.biter() : lengde(tekst, deler[1], deler[0].indexOf(':') >= 0);
        if (IntStream.range(lengde, adresse.biter()).anyMatch(adresse::bit)) {
            throw new UgyldigVerdi(
                    "«" + tekst + "» har biter utenfor prefikset: skriv adressen området begynner med, eller rett"
                            + " prefikslengden");
        }
    }

    private int lengde(String tekst, String skrevet, boolean skrevetSomIpv6) {
        // ::ffff:192.0.2.0/120 is 192.0.2.0/24
        int foran = skrevetSomIpv6 && adresse.biter() < IPV6 ? IPV4_I_IPV6 : 0;
        return Optional.of(skrevet)
                .filter(tall -> LENGDE.matcher(tall).matches())
                .map(tall -> Integer.parseInt(tall) - foran)
                .filter(antall -> antall >= 0 && antall <= adresse.biter())
                .orElseThrow(() -> new UgyldigVerdi("«" + tekst + "» har en prefikslengde som ikke er et helt tall fra "
                        + foran + " til " + (foran + adresse.biter())));
    }

    /**
     * The ranges of a list with commas between them.
     *
     * @throws UgyldigVerdi at the first that is none
     */
    public static List<Ipomraade> liste(String tekst) {
        return Arrays.stream(tekst.split(",", -1))
                .map(del -> new Ipomraade(del.strip()))
                .toList();
    }

    /** Whether the address lies in it. No IPv4 address lies in a range of IPv6, not even in all of it. */
    public boolean inneholder(Ipadresse annen) {
        return adresse.harSammeBegynnelse(annen, lengde);
    }

    static boolean noenInneholder(List<Ipomraade> omraader, Ipadresse adresse) {
        for (Ipomraade omraade : omraader) {
            if (omraade.inneholder(adresse)) {
                return true;
            }
        }
        return false;
    }
}
