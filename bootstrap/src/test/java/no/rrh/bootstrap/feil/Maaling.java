package no.rrh.bootstrap.feil;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a test counts and measures on its way. Its row is written when it is closed, and has passed if it said so. */
public final class Maaling implements AutoCloseable {
    private final Runnable skriv;
    private final Map<String, Integer> antall = new LinkedHashMap<>();
    private final Map<String, Duration> lengst = new LinkedHashMap<>();
    private final List<String> utsagn = new ArrayList<>();
    private final List<Enhetsproeve> enhetsproever = new ArrayList<>();
    private int ganger;
    private boolean bestaatt;

    private Maaling(Rad rad, Lager lager, Froe froe) {
        this.skriv = () -> rad(froe).skriv(rad, lager);
    }

    private Maaling() {
        this.skriv = () -> {};
    }

    static Maaling av(Rad rad, Lager lager, Froe froe) {
        return new Maaling(rad, lager, froe);
    }

    /** One that no row is made of. */
    public static Maaling utenRad() {
        return new Maaling();
    }

    /** The fault was made once more. */
    synchronized void gang() {
        ganger++;
    }

    /** One more of them. */
    void tell(String hva) {
        tell(hva, 1);
    }

    synchronized void tell(String hva, int flere) {
        antall.merge(hva, flere, Integer::sum);
    }

    /** It took so long; the longest counts. */
    synchronized void tid(String hva, Duration tid) {
        lengst.merge(hva, tid, (a, b) -> a.compareTo(b) > 0 ? a : b);
    }

    synchronized void si(String hva) {
        utsagn.add(hva);
    }

    /** The row rests on a unit test of another module too. */
    synchronized void ogsaa(String modul, String klasse, String metode) {
        enhetsproever.add(new Enhetsproeve(modul, klasse, metode));
    }

    synchronized void bestaatt() {
        bestaatt = true;
    }

    /** All that was measured, on one line. */
    synchronized String tekst() {
        List<String> deler = new ArrayList<>();
        lengst.forEach((hva, tid) ->
                deler.add(String.format(Locale.ROOT, "%s in at most %.1f s", hva, tid.toMillis() / 1000.0)));
        antall.forEach((hva, n) -> deler.add(n + " " + hva));
        deler.addAll(utsagn);
        return String.join("; ", deler);
    }

    private synchronized Radfil rad(Froe froe) {
        return new Radfil(ganger, tekst(), froe.verdi(), bestaatt, List.copyOf(enhetsproever));
    }

    @Override
    public void close() {
        skriv.run();
        System.out.println(ganger + " times: " + tekst());
    }
}
