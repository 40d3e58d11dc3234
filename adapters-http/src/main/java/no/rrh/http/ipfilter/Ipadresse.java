package no.rrh.http.ipfilter;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An IP address. An IPv4 address that is written as IPv6 ({@code ::ffff:192.0.2.1}) is the IPv4 address, since a socket
 * that takes both tells of one as the other. Parsing is strict, and never asks a name service: what is not an address in
 * the forms of RFC 4291 and dotted decimal is none.
 */
public final class Ipadresse {
    private static final int IPV4 = 4;
    private static final int IPV6 = 16;
    private static final int GRUPPER = 8;
    private static final byte[] IPV4_SOM_IPV6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1};

    /** Without leading zeros, which some read as octal. */
    private static final String TALL = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";

    private static final Pattern IPV4_FORM = Pattern.compile(TALL + "(\\." + TALL + "){3}");
    private static final Pattern GRUPPE = Pattern.compile("[0-9A-Fa-f]{1,4}");

    private final byte[] byter;

    private Ipadresse(byte[] byter) {
        boolean egentligIpv4 = byter.length == IPV6
                && Arrays.equals(byter, 0, IPV4_SOM_IPV6.length, IPV4_SOM_IPV6, 0, IPV4_SOM_IPV6.length);
        this.byter = egentligIpv4 ? Arrays.copyOfRange(byter, IPV4_SOM_IPV6.length, IPV6) : byter;
    }

    /** The address that is written so; absent for anything else, such as a name, a zone or a port. */
    public static Optional<Ipadresse> les(String tekst) {
        return (tekst.indexOf(':') < 0 ? ipv4(tekst) : ipv6(tekst)).map(Ipadresse::new);
    }

    /** That of a socket, without the zone it may have. */
    static Ipadresse av(InetAddress adresse) {
        return new Ipadresse(adresse.getAddress());
    }

    private static Optional<byte[]> ipv4(String tekst) {
        if (!IPV4_FORM.matcher(tekst).matches()) {
            return Optional.empty();
        }
        byte[] byter = new byte[IPV4];
        String[] tall = tekst.split("\\.");
        for (int i = 0; i < IPV4; i++) {
            byter[i] = (byte) Integer.parseInt(tall[i]);
        }
        return Optional.of(byter);
    }

    /** Eight groups, or fewer around one {@code ::}; the last two may be written as IPv4. */
    private static Optional<byte[]> ipv6(String tekst) {
        int hull = tekst.indexOf("::");
        if (hull < 0) {
            return grupper(tekst, true).filter(byter -> byter.length == IPV6);
        }
        Optional<byte[]> foran = grupper(tekst.substring(0, hull), false);
        Optional<byte[]> bak = grupper(tekst.substring(hull + 2), true);
        // «::» stands for one group at the least
        if (foran.isEmpty() || bak.isEmpty() || foran.get().length + bak.get().length > IPV6 - 2) {
            return Optional.empty();
        }
        byte[] byter = Arrays.copyOf(foran.get(), IPV6);
        System.arraycopy(bak.get(), 0, byter, IPV6 - bak.get().length, bak.get().length);
        return Optional.of(byter);
    }

    private static Optional<byte[]> grupper(String tekst, boolean kanSlutteSomIpv4) {
        if (tekst.isEmpty()) {
            return Optional.of(new byte[0]);
        }
        String[] deler = tekst.split(":", GRUPPER + 1);
        byte[] byter = new byte[0];
        for (int i = 0; i < deler.length; i++) {
            Optional<byte[]> del = kanSlutteSomIpv4 && i == deler.length - 1 && deler[i].indexOf('.') >= 0
                    ? ipv4(deler[i])
                    : gruppe(deler[i]);
            if (del.isEmpty()) {
                return Optional.empty();
            }
            int foer = byter.length;
            byter = Arrays.copyOf(byter, foer + del.get().length);
            System.arraycopy(del.get(), 0, byter, foer, del.get().length);
        }
        return Optional.of(byter);
    }

    private static Optional<byte[]> gruppe(String tekst) {
        if (!GRUPPE.matcher(tekst).matches()) {
            return Optional.empty();
        }
        int verdi = Integer.parseInt(tekst, 16);
        return Optional.of(new byte[] {(byte) (verdi >> Byte.SIZE), (byte) verdi});
    }

    /** How many bits it has: 32 or 128. */
    int biter() {
        return byter.length * Byte.SIZE;
    }

    /** The bit of that number, from the left. */
    boolean bit(int nummer) {
        return (byter[nummer / Byte.SIZE] >> (Byte.SIZE - 1 - nummer % Byte.SIZE) & 1) == 1;
    }

    /** Whether the two are of one kind and begin with the same bits, so many. */
    boolean harSammeBegynnelse(Ipadresse annen, int antall) {
        if (byter.length != annen.byter.length) {
            return false;
        }
        int hele = antall / Byte.SIZE;
        int rest = Byte.SIZE - antall % Byte.SIZE;
        return Arrays.equals(byter, 0, hele, annen.byter, 0, hele)
                && (rest == Byte.SIZE || (byter[hele] ^ annen.byter[hele]) >> rest == 0);
    }

    @Override
    public boolean equals(Object annen) {
        return annen instanceof Ipadresse adresse && Arrays.equals(byter, adresse.byter);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(byter);
    }

    /** Says nothing of the address, so that it reaches no log by accident. */
    @Override
    public String toString() {
        return "Ipadresse[" + biter() + " bit]";
    }
}
