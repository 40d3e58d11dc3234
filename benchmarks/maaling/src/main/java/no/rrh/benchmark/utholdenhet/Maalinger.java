package no.rrh.benchmark.utholdenhet;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import no.rrh.benchmark.prosess.Prosess;

/** What a process takes of the machine, looked at each second by a thread of its own. */
final class Maalinger implements AutoCloseable {
    private final Prosess prosess;
    private final List<Maaling> alle = new ArrayList<>();
    private final Thread traad = new Thread(this::se, "measuring");
    private volatile RuntimeException feil;

    Maalinger(Prosess prosess) {
        this.prosess = prosess;
        traad.start();
    }

    private void se() {
        long start = System.nanoTime();
        try {
            while (true) {
                double naa = (System.nanoTime() - start) / 1e9;
                alle.add(new Maaling(naa, prosess.minneMib(), prosess.traader(), prosess.aapneFiler()));
                TimeUnit.SECONDS.sleep(1);
            }
        } catch (InterruptedException e) {
            // the end
        } catch (RuntimeException e) {
            feil = e;
        }
    }

    /** In the order of time; once closed. */
    List<Maaling> alle() {
        if (feil != null) {
            throw feil;
        }
        return alle;
    }

    @Override
    public void close() {
        traad.interrupt();
        try {
            traad.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The median of the last quarter by that of the second, when everything has been reached that is needed. */
    static double vekst(List<Maaling> alle, ToDoubleFunction<Maaling> hva) {
        int fjerdedel = alle.size() / 4;
        return median(alle.subList(3 * fjerdedel, alle.size()), hva)
                / median(alle.subList(fjerdedel, 2 * fjerdedel), hva);
    }

    private static double median(List<Maaling> noen, ToDoubleFunction<Maaling> hva) {
        return noen.stream()
                .mapToDouble(hva)
                .sorted()
                .skip(noen.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /**
     * One look.
     *
     * @param sekunder since the first
     * @param minneMib what is in memory (RSS), in MiB
     */
    record Maaling(double sekunder, double minneMib, double traader, double aapneFiler) {}
}
