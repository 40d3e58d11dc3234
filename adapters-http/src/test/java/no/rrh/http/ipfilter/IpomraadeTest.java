package no.rrh.http.ipfilter;

import static no.rrh.http.ipfilter.IpadresseTest.adresse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import no.rrh.domain.feil.UgyldigVerdi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IpomraadeTest {
    /** The address as digits, one a bit: slow, and plainly right. */
    private static String biter(byte[] byter) {
        String biter = new BigInteger(1, byter).toString(2);
        return "0".repeat(byter.length * 8 - biter.length()) + biter;
    }

    private static String tekst(String biter) throws UnknownHostException {
        byte[] tall = new BigInteger("1" + biter, 2).toByteArray();
        byte[] byter = new byte[biter.length() / 8];
        System.arraycopy(tall, tall.length - byter.length, byter, 0, byter.length);
        return InetAddress.getByAddress(byter).getHostAddress();
    }

    private static void holdesOppMotBitene(byte[] omraadet, byte[] avvik, int lengde, int likeBiter)
            throws UnknownHostException {
        String begynnelse = biter(omraadet).substring(0, lengde);
        Ipomraade omraade = new Ipomraade(tekst(begynnelse + "0".repeat(omraadet.length * 8 - lengde)) + "/" + lengde);
        // alike for a while, then by chance: else hardly any address would lie inside, or nearly so
        String annen = biter(omraadet).substring(0, likeBiter) + biter(avvik).substring(likeBiter);

        assertThat(omraade.inneholder(adresse(tekst(annen))))
                .as(lengde + " bits of " + begynnelse + ", " + annen)
                .isEqualTo(annen.startsWith(begynnelse));
    }

    @Property(tries = 5000)
    void anIpv4AddressLiesInARangeWhenItBeginsWithItsBits(
            @ForAll @Size(4) byte[] omraade,
            @ForAll @Size(4) byte[] avvik,
            @ForAll @IntRange(max = 32) int lengde,
            @ForAll @IntRange(max = 32) int like)
            throws UnknownHostException {
        holdesOppMotBitene(omraade, avvik, lengde, like);
    }

    @Property(tries = 5000)
    void anIpv6AddressLiesInARangeWhenItBeginsWithItsBits(
            @ForAll @Size(16) byte[] omraade,
            @ForAll @Size(16) byte[] avvik,
            @ForAll @IntRange(max = 128) int lengde,
            @ForAll @IntRange(max = 128) int like)
            throws UnknownHostException {
        // none of these is IPv4 in disguise
        omraade[0] |= 0x20;
        avvik[0] |= 0x20;
        holdesOppMotBitene(omraade, avvik, Math.max(lengde, 3), like);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::, false",
        "0.0.0.0/0, 2001:db8::1, false",
        "::/0, 2001:db8::1, true",
        "::/0, 192.0.2.1, false",
        "::/0, ::ffff:192.0.2.1, false",
        "192.0.2.1, 192.0.2.1, true",
        "192.0.2.1, 192.0.2.2, false",
        "192.0.2.1/32, 192.0.2.0, false",
        "192.0.2.0/24, ::ffff:192.0.2.255, true",
        "::ffff:192.0.2.0/120, 192.0.2.255, true",
        "::ffff:192.0.2.0/120, 192.0.3.0, false",
        "::ffff:0:0/96, 10.0.0.1, true",
        "2001:db8::/32, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, true",
        "2001:db8::/32, 2001:db9::, false",
        "2001:db8::1/128, 2001:db8::1, true",
        "2001:db8::1, 2001:db8::2, false",
        "128.0.0.0/1, 127.255.255.255, false",
        "128.0.0.0/1, 128.0.0.0, true",
    })
    void theEdgesOfARangeAreWhereTheyShouldBe(String omraade, String adresse, boolean inne) {
        assertThat(new Ipomraade(omraade).inneholder(adresse(adresse))).isEqualTo(inne);
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.1/24", "10.0.0.1/0", "2001:db8::1/64", "::ffff:192.0.2.1/120", "128.0.0.0/0"})
    void bitsBeyondTheLengthAreASlipThatIsTold(String tekst) {
        assertThatThrownBy(() -> new Ipomraade(tekst))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining(tekst)
                .hasMessageContaining("biter utenfor prefikset");
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.0/33, 0 til 32",
        "192.0.2.0/-1, 0 til 32",
        "192.0.2.0/, 0 til 32",
        "192.0.2.0/024, 0 til 32",
        "192.0.2.0/24/24, 0 til 32",
        "192.0.2.0/255.255.255.0, 0 til 32",
        "192.0.2.0/ 24, 0 til 32",
        "192.0.2.0/9999999999, 0 til 32",
        "::/129, 0 til 128",
        "::ffff:192.0.2.0/95, 96 til 128",
        "::ffff:192.0.2.0/129, 96 til 128",
    })
    void aLengthThatIsNoneIsToldWithThoseThereAre(String tekst, String lovlige) {
        assertThatThrownBy(() -> new Ipomraade(tekst))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining(lovlige);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "localhost/8", "192.0.2.010", "192.0.2.*", "192.0.2.0-9", "::1%lo/128"})
    void whatIsNoAddressIsNoRange(String tekst) {
        assertThatThrownBy(() -> new Ipomraade(tekst))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("er ikke en IP-adresse eller et CIDR-område");
    }

    @Test
    void aListHasCommasAndMayHaveBlanks() {
        assertThat(Ipomraade.liste("192.0.2.1,\t10.0.0.0/8 , ::1")).hasSize(3);
        assertThatThrownBy(() -> Ipomraade.liste("192.0.2.1,")).isInstanceOf(UgyldigVerdi.class);
        assertThatThrownBy(() -> Ipomraade.liste("192.0.2.1 ::1")).isInstanceOf(UgyldigVerdi.class);
    }
}
