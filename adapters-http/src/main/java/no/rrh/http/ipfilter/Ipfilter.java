package no.rrh.http.ipfilter;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.feil.Feil;
import no.rrh.http.kall.Grense;
import no.rrh.http.kall.Kall;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Request;

/**
 * Lets in those who call from the addresses that are agreed upon, as the source's test environment does. Who calls is the
 * peer of the socket; where that is a trusted proxy, the last address of those the proxies tell of that is not itself a
 * trusted proxy's. What others tell is not read. A caller whose address cannot be known is not let in.
 *
 * @param tillat the ranges whose callers are let in
 * @param proxyer the ranges of the trusted proxies
 * @param header the one in which those proxies tell whom they have the request from
 * @param avtalte the addresses of consumers, who are let in from their own
 */
public record Ipfilter(List<Ipomraade> tillat, List<Ipomraade> proxyer, Proxyheader header, Avtaleadresser avtalte) {
    private static final Ipfilter AAPENT =
            new Ipfilter(Ipomraade.liste("0.0.0.0/0,::/0"), List.of(), Proxyheader.FORWARDED);

    public Ipfilter {
        tillat = List.copyOf(tillat);
        proxyer = List.copyOf(proxyer);
    }

    /** One that lets in who calls from the ranges, whoever it is. */
    public Ipfilter(List<Ipomraade> tillat, List<Ipomraade> proxyer, Proxyheader header) {
        this(tillat, proxyer, header, Avtaleadresser.INGEN);
    }

    /** The same, which lets consumers in too. */
    public Ipfilter med(Avtaleadresser adresser) {
        return new Ipfilter(tillat, proxyer, header, adresser);
    }

    /** One that lets everyone in. */
    public static Ipfilter aapent() {
        return AAPENT;
    }

    /** The refusal of a request that is not let in, whoever makes it. */
    public Optional<Feil> avslag(Request request) {
        return avslag(request, adresse -> erTillatt(adresse) || avtalte.erNoens(adresse));
    }

    /** The refusal of a consumer that calls from the address of another. */
    Optional<Feil> avslag(Request request, Organisasjonsnummer consumer) {
        return avslag(request, adresse -> erTillatt(adresse) || avtalte.erDens(consumer, adresse));
    }

    private boolean erTillatt(Ipadresse adresse) {
        return Ipomraade.noenInneholder(tillat, adresse);
    }

    private Optional<Feil> avslag(Request request, Predicate<Ipadresse> slippesInn) {
        Optional<Ipadresse> klient =
                klient(request.getConnectionMetaData().getRemoteSocketAddress(), request.getHeaders());
        if (klient.filter(slippesInn).isPresent()) {
            return Optional.empty();
        }
        Kall.av(request).avvistAv(klient.isPresent() ? Grense.IPFILTER : Grense.IPFILTER_UTEN_ADRESSE);
        return Optional.of(klient.isPresent() ? Feil.UTENFOR_IPFILTER : Feil.UTEN_IPADRESSE);
    }

    /** The address of who calls; absent when it cannot be known. */
    Optional<Ipadresse> klient(SocketAddress motpart, HttpFields headere) {
        if (!(motpart instanceof InetSocketAddress sokkel) || sokkel.isUnresolved()) {
            return Optional.empty();
        }
        Ipadresse naermest = Ipadresse.av(sokkel.getAddress());
        return erProxy(naermest) ? header.noder(headere).flatMap(this::bakProxyene) : Optional.of(naermest);
    }

    /** From the end, past the trusted proxies. When there is nobody behind them, the first of them calls for itself. */
    private Optional<Ipadresse> bakProxyene(List<String> noder) {
        Optional<Ipadresse> adresse = Optional.empty();
        for (int i = noder.size() - 1; i >= 0; i--) {
            adresse = header.adresse(noder.get(i));
            if (adresse.filter(this::erProxy).isEmpty()) {
                return adresse;
            }
        }
        return adresse;
    }

    private boolean erProxy(Ipadresse adresse) {
        return Ipomraade.noenInneholder(proxyer, adresse);
    }
}
