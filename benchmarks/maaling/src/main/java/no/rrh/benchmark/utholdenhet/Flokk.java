package no.rrh.benchmark.utholdenhet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** So many connections of one kind: one that is closed or finished is followed by another. One thread keeps them, and another may ask. */
final class Flokk {
    /** Opens one. */
    @FunctionalInterface
    interface Aapner {
        Klient aapne() throws IOException;
    }

    private final int antall;
    private final Aapner aapner;
    private final List<Klient> klienter = new ArrayList<>();
    private final List<Double> levetider = new ArrayList<>();
    private final List<String> brutt = new ArrayList<>();
    private final List<String> summer = new ArrayList<>();

    Flokk(int antall, Aapner aapner) {
        this.antall = antall;
        this.aapner = aapner;
    }

    /** Opens of those that lack so many at the most. */
    synchronized void fyllOpp(int hoeyst) throws IOException {
        for (int i = 0; i < hoeyst && klienter.size() < antall; i++) {
            klienter.add(aapner.aapne());
        }
    }

    synchronized boolean erFull() {
        return klienter.size() >= antall;
    }

    /** Each does its part of ten in a second. */
    synchronized void tidel() {
        Iterator<Klient> rest = klienter.iterator();
        while (rest.hasNext()) {
            Klient klient = rest.next();
            try {
                klient.tidel();
                if (klient instanceof Klienter.JevnLeser leser && leser.erFerdig()) {
                    summer.add(leser.sum());
                    ta(klient, rest);
                }
            } catch (IOException e) {
                brutt.add(String.valueOf(e.getMessage()));
                ta(klient, rest);
            }
        }
    }

    /** Lets those go that the server no longer holds. */
    synchronized void slipp(Set<Integer> aapne) {
        Iterator<Klient> rest = klienter.iterator();
        while (rest.hasNext()) {
            Klient klient = rest.next();
            if (!aapne.contains(klient.port())) {
                ta(klient, rest);
            }
        }
    }

    private void ta(Klient klient, Iterator<Klient> rest) {
        rest.remove();
        levetider.add(klient.alderS());
        klient.close();
    }

    synchronized int aapne() {
        return klienter.size();
    }

    /** Seconds that those lived which are no more. */
    synchronized List<Double> levetider() {
        return List.copyOf(levetider);
    }

    /** Seconds that the oldest lives or lived. */
    synchronized double lengst() {
        return Math.max(
                levetider.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                klienter.stream().mapToDouble(Klient::alderS).max().orElse(0));
    }

    /** Why those ended that were ended in the midst of what they did. */
    synchronized List<String> brutt() {
        return List.copyOf(brutt);
    }

    /** The SHA-256 of each whole download. */
    synchronized List<String> summer() {
        return List.copyOf(summer);
    }

    synchronized void lukk() {
        klienter.forEach(Klient::close);
        klienter.clear();
    }
}
