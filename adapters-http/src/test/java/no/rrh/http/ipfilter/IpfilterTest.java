package no.rrh.http.ipfilter;

import static no.rrh.http.ipfilter.IpadresseTest.adresse;
import static no.rrh.http.ipfilter.Proxyheader.FORWARDED;
import static no.rrh.http.ipfilter.Proxyheader.X_FORWARDED_FOR;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a request is taken to come from. The trusted proxies are 10.0.0.0/8 and 2001:db8:a::/48. */
class IpfilterTest {
    private static final String PROXY = "10.0.0.1";
    private static final String INGEN = "-";

    private static String klient(Proxyheader header, String motpart, String... felt) {
        HttpFields.Mutable headere = HttpFields.build();
        for (String ett : felt) {
            String[] del = ett.split(": ?", 2);
            headere.add(del[0], del[1]);
        }
        Ipfilter filter = new Ipfilter(List.of(), Ipomraade.liste("10.0.0.0/8, 2001:db8:a::/48"), header);
        return filter.klient(sokkel(motpart), headere)
                .map(funnet -> List.of("192.0.2.1", "192.0.2.2", "2001:db8::1", "10.0.0.2", motpart).stream()
                        .filter(tekst -> adresse(tekst).equals(funnet))
                        .findFirst()
                        .orElse("another"))
                .orElse(INGEN);
    }

    private static InetSocketAddress sokkel(String adresse) {
        try {
            return new InetSocketAddress(InetAddress.getByName(adresse), 4711);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "for=192.0.2.1 | 192.0.2.1",
                "For=192.0.2.1;proto=https;by=10.0.0.1 | 192.0.2.1",
                "proto=https; for=192.0.2.1 ; by=_x | 192.0.2.1",
                "by=192.0.2.2;host=\"a,b;for=192.0.2.2\";for=192.0.2.1 | 192.0.2.1",
                "for=\"192.0.2.1:4711\" | 192.0.2.1",
                "for=\"192.0.2.1:_port\" | 192.0.2.1",
                "for=\"[2001:db8::1]\" | 2001:db8::1",
                "for=\"[2001:DB8::1]:4711\" | 2001:db8::1",
                "for=\"\\[2001:db8\\:\\:1\\]\" | 2001:db8::1",
                "for=\"[::ffff:192.0.2.1]\" | 192.0.2.1",
                "for=192.0.2.2, for=192.0.2.1 | 192.0.2.1",
                "for=192.0.2.2,for=192.0.2.1 ,\tfor=10.0.0.2, for=\"[2001:db8:a::1]\" | 192.0.2.1",
                // who stands left of the client is the client's own word, and may be anything that can be read
                "for=unknown, for=_hidden, proto=http, , for=192.0.2.1 | 192.0.2.1",
                // everyone is a proxy: the first calls for itself
                "for=10.0.0.2 | 10.0.0.2",
                "for=10.0.0.2, for=10.0.0.3 | 10.0.0.2",
                "for=unknown | -",
                "for=UNKNOWN | -",
                "for=_hidden | -",
                "for=\"unknown:4711\" | -",
                "for=192.0.2.1, for=unknown | -",
                "for=192.0.2.1, for=_hidden, for=10.0.0.2 | -",
                "for=unknown, for=10.0.0.2 | -",
                "proto=https | -",
                "for=192.0.2.1, proto=https | -",
                "for=192.0.2.1, | -",
                "for=192.0.2.1,, | -",
                "for=192.0.2.1;for=192.0.2.2 | -",
                "for=192.0.2.1;FOR=192.0.2.1 | -",
                "for= | -",
                "for =192.0.2.1 | -",
                "for= 192.0.2.1 | -",
                "for:192.0.2.1 | -",
                "192.0.2.1 | -",
                "for=192.0.2.1:4711 | -",
                "for=[2001:db8::1] | -",
                "for=\"2001:db8::1\" | -",
                "for=\"[192.0.2.1]\" | -",
                "for=\"[2001:db8::1\" | -",
                "for=\"[fe80::1%eth0]\" | -",
                "for=\"192.0.2.1:123456\" | -",
                "for=\"192.0.2.1 \" | -",
                "for=192.0.2.01 | -",
                "for=192.0.2 | -",
                "for=localhost | -",
                "for=\"192.0.2.1 | -",
                "for=\"192.0.2.1\\\" | -",
                "for=192.0.2.1\" | -",
                "for='192.0.2.1' | -",
                // unreadable anywhere is unreadable
                "for=\"x, for=192.0.2.1 | -",
                "x, for=192.0.2.1 | -",
                "for=192.0.2.1, x | -",
                "for=192.0.2.1, for=\"192.0.2.1 | -",
                "for=192.0.2.1, for=192.0.2.1:4711 | -",
                "for=192.0.2.2, x=\", for=192.0.2.1;host=\"a\" | -",
                // a quotation left open for the proxy's own words to close
                "for=192.0.2.2;x=\", for=192.0.2.1;host=\"a\" | -",
                "for=192.0.2.2;x=\", for=\"[2001:db8::1]\" | -",
            })
    void forwardedIsReadFromTheRightPastTheTrustedProxies(String verdi, String klient) {
        assertThat(klient(FORWARDED, PROXY, "Forwarded: " + verdi)).isEqualTo(klient);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "192.0.2.1 | 192.0.2.1",
                "192.0.2.1:4711 | 192.0.2.1",
                "2001:db8::1 | 2001:db8::1",
                "[2001:db8::1] | 2001:db8::1",
                "[2001:db8::1]:4711 | 2001:db8::1",
                "::ffff:192.0.2.1 | 192.0.2.1",
                "192.0.2.2, 192.0.2.1 | 192.0.2.1",
                "192.0.2.2,192.0.2.1,10.0.0.2 ,\t2001:db8:a::1 | 192.0.2.1",
                "unknown, tull, , 192.0.2.1 | 192.0.2.1",
                "10.0.0.2 | 10.0.0.2",
                "10.0.0.2, 10.0.0.3 | 10.0.0.2",
                "`` | -",
                "unknown | -",
                "192.0.2.1, unknown | -",
                "192.0.2.1, | -",
                "192.0.2.1,,10.0.0.2 | -",
                "192.0.2.1 192.0.2.2 | -",
                "192.0.2.1; 192.0.2.2 | -",
                "192.0.2.1:x | -",
                "192.0.2.1: | -",
                "[2001:db8::1 | -",
                "2001:db8::1] | -",
                "[192.0.2.1] | -",
                "[] | -",
                "fe80::1%eth0 | -",
                "192.0.2.001 | -",
                "3221225985 | -",
                "localhost | -",
                "\"192.0.2.1\" | -",
                "for=192.0.2.1 | -",
            })
    void xForwardedForIsReadFromTheRightPastTheTrustedProxies(String verdi, String klient) {
        assertThat(klient(X_FORWARDED_FOR, PROXY, "X-Forwarded-For: " + verdi)).isEqualTo(klient);
    }

    @Test
    void severalFieldsAreOneListInTheirOrder() {
        assertThat(klient(FORWARDED, PROXY, "Forwarded: for=192.0.2.2", "forwarded: for=192.0.2.1"))
                .isEqualTo("192.0.2.1");
        assertThat(klient(FORWARDED, PROXY, "Forwarded: for=192.0.2.1", "Forwarded: for=unknown"))
                .isEqualTo(INGEN);
        assertThat(klient(FORWARDED, PROXY, "Forwarded: for=192.0.2.2;x=\"", "Forwarded: for=192.0.2.1;host=\"a\""))
                .isEqualTo(INGEN);
        assertThat(klient(X_FORWARDED_FOR, PROXY, "X-Forwarded-For: 192.0.2.2", "x-forwarded-for: 192.0.2.1, 10.0.0.2"))
                .isEqualTo("192.0.2.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1", "2001:db8::1", "11.0.0.1", "127.0.0.1", "::1"})
    void whatOthersThanTheTrustedProxiesTellIsNotRead(String motpart) {
        for (Proxyheader header : Proxyheader.values()) {
            assertThat(klient(header, motpart, "Forwarded: for=192.0.2.2", "X-Forwarded-For: 192.0.2.2"))
                    .isEqualTo(motpart);
        }
        assertThat(klient(FORWARDED, motpart, "Forwarded: \"")).isEqualTo(motpart);
    }

    @Test
    void onlyTheHeaderThatIsSetCounts() {
        String[] begge = {"X-Forwarded-For: 192.0.2.1", "Forwarded: for=192.0.2.2"};

        assertThat(klient(X_FORWARDED_FOR, PROXY, begge)).isEqualTo("192.0.2.1");
        assertThat(klient(FORWARDED, PROXY, begge)).isEqualTo("192.0.2.2");
        assertThat(klient(X_FORWARDED_FOR, PROXY, begge[1])).isEqualTo(INGEN);
        assertThat(klient(FORWARDED, PROXY, begge[0])).isEqualTo(INGEN);
    }

    @Test
    void aTrustedProxyThatTellsNothingIsNotTakenForItsClient() {
        assertThat(klient(FORWARDED, PROXY)).isEqualTo(INGEN);
        assertThat(klient(X_FORWARDED_FOR, "2001:db8:a::1")).isEqualTo(INGEN);
    }

    @Test
    void aProxyThatComesAsIpv4InIpv6IsKnownAgain() {
        assertThat(klient(FORWARDED, "::ffff:10.0.0.1", "Forwarded: for=192.0.2.1"))
                .isEqualTo("192.0.2.1");
    }

    @Test
    void aPeerWithoutAnIpAddressIsNobody() {
        Ipfilter filter = new Ipfilter(Ipomraade.liste("0.0.0.0/0,::/0"), List.of(), FORWARDED);

        assertThat(filter.klient(UnixDomainSocketAddress.of("x"), HttpFields.EMPTY))
                .isEmpty();
        assertThat(filter.klient(InetSocketAddress.createUnresolved("x", 1), HttpFields.EMPTY))
                .isEmpty();
        assertThat(filter.klient(null, HttpFields.EMPTY)).isEmpty();
    }

    @Test
    void aHeaderAsLongAsHttpAllowsIsReadOrRefusedAllTheSame() {
        String lang = "for=\"" + "\\x".repeat(8000) + "\"";

        assertThat(klient(FORWARDED, PROXY, "Forwarded: " + lang + ", for=192.0.2.1"))
                .isEqualTo("192.0.2.1");
        assertThat(klient(FORWARDED, PROXY, "Forwarded: " + "for=a,".repeat(2500) + "for=192.0.2.1"))
                .isEqualTo("192.0.2.1");
        assertThat(klient(FORWARDED, PROXY, "Forwarded: " + lang.substring(0, lang.length() - 1)))
                .isEqualTo(INGEN);
        assertThat(klient(X_FORWARDED_FOR, PROXY, "X-Forwarded-For: " + "1".repeat(16_000)))
                .isEqualTo(INGEN);
    }

    @Test
    void headersAreKnownByNameInAnyCase() {
        assertThat(Proxyheader.medNavn("x-forwarded-for")).hasValue(X_FORWARDED_FOR);
        assertThat(Proxyheader.medNavn("FORWARDED")).hasValue(FORWARDED);
        assertThat(Proxyheader.medNavn("X-Real-IP")).isEmpty();
    }
}
