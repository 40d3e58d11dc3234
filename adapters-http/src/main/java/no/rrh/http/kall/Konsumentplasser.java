package no.rrh.http.kall;

import java.util.HashMap;
import java.util.Map;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Places of which each consumer has a number, to hold one while something goes on. */
public final class Konsumentplasser {
    private final int perKonsument;
    private final Map<Organisasjonsnummer, Integer> tatt = new HashMap<>();

    /**
     * Free places.
     *
     * @param perKonsument how many each may hold at once
     */
    public Konsumentplasser(int perKonsument) {
        this.perKonsument = perKonsument;
    }

    /** How many each may hold at once. */
    public int perKonsument() {
        return perKonsument;
    }

    /** How many are held, by all. */
    public synchronized int antall() {
        return tatt.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Takes one, to be given back; false, and nothing taken, when the consumer holds as many as it may. */
    public synchronized boolean ta(Organisasjonsnummer consumer) {
        int antall = tatt.getOrDefault(consumer, 0);
        if (antall >= perKonsument) {
            return false;
        }
        tatt.put(consumer, antall + 1);
        return true;
    }

    /** Gives back one that was taken. */
    public synchronized void gi(Organisasjonsnummer consumer) {
        tatt.computeIfPresent(consumer, (hvem, antall) -> antall == 1 ? null : antall - 1);
    }
}
