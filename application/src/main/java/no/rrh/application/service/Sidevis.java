package no.rrh.application.service;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Queue;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What is read a page at a time, as it is asked for, so that however much there is takes the memory of one page. */
final class Sidevis<T> implements Iterator<T> {
    private final Side<T> side;
    private final int stoerrelse;
    private final Queue<T> lest = new ArrayDeque<>();
    private Optional<T> siste = Optional.empty();
    private long igjen;

    private Sidevis(Side<T> side, long antall, int stoerrelse) {
        this.side = side;
        this.igjen = antall;
        this.stoerrelse = stoerrelse;
    }

    /**
     * Reads nothing yet.
     *
     * @param antall how many are read in all, at the most
     * @param stoerrelse how many a page has, at the most
     */
    static <T> Stream<T> les(Side<T> side, long antall, int stoerrelse) {
        return StreamSupport.stream(
                Spliterators.spliteratorUnknownSize(
                        new Sidevis<>(side, antall, stoerrelse), Spliterator.ORDERED | Spliterator.NONNULL),
                false);
    }

    @Override
    public boolean hasNext() {
        if (lest.isEmpty() && igjen > 0) {
            int antall = (int) Math.min(stoerrelse, igjen);
            lest.addAll(side.les(siste, antall));
            igjen = lest.size() < antall ? 0 : igjen - antall;
        }
        return !lest.isEmpty();
    }

    @Override
    public T next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        T neste = lest.remove();
        siste = Optional.of(neste);
        return neste;
    }

    /** Reads one page. */
    @FunctionalInterface
    interface Side<T> {
        /**
         * The page.
         *
         * @param siste the last of the page before; absent for the first page
         * @param antall how many at the most; fewer means that there are no more
         */
        List<T> les(Optional<T> siste, int antall);
    }
}
