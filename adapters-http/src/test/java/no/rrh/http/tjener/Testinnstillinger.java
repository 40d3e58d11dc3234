package no.rrh.http.tjener;

import java.time.Duration;
import java.util.Optional;
import no.rrh.http.ipfilter.Ipfilter;
import no.rrh.http.tls.Sertifikatvakt;

/** How the servers of the tests listen. The build runs them once with the way past Jersey, and once without. */
public final class Testinnstillinger {
    static final boolean HURTIGVEI = !"nei".equals(System.getProperty("rrh.test.hurtigvei"));

    private Testinnstillinger() {}

    public static Tjenerinnstillinger av(Duration stopptid, Tjenergrenser grenser) {
        return av(stopptid, grenser, HURTIGVEI);
    }

    static Tjenerinnstillinger av(Duration stopptid, Tjenergrenser grenser, boolean hurtigvei) {
        return av(stopptid, grenser, Optional.empty(), hurtigvei);
    }

    public static Tjenerinnstillinger medTls(Duration stopptid, Tjenergrenser grenser, Sertifikatvakt tls) {
        return av(stopptid, grenser, Optional.of(tls), HURTIGVEI);
    }

    private static Tjenerinnstillinger av(
            Duration stopptid, Tjenergrenser grenser, Optional<Sertifikatvakt> tls, boolean hurtigvei) {
        return new Tjenerinnstillinger("127.0.0.1", 0, stopptid, grenser, Ipfilter.aapent(), tls, hurtigvei);
    }
}
