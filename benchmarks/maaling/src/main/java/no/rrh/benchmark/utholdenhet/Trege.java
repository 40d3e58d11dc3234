package no.rrh.benchmark.utholdenhet;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** All the slow ones, kept by a thread of its own. */
final class Trege implements AutoCloseable {
    private static final long TIDEL_NS = TimeUnit.MILLISECONDS.toNanos(100);

    /** How often the list of the kernel is read, in tenths of a second. */
    private static final int LESES_HVER = 20;

    /** They do not all come at once, and so are not all closed at once: more in a second than are closed for their silence. */
    private static final int AAPNES_I_TIDELEN = 45;

    private final URI tjener;
    private final Flokk ledige;
    private final Flokk hoder;
    private final Flokk kropper;
    private final Flokk leserAldri;
    private final Flokk jevne;
    private final Thread traad = new Thread(this::hold, "slow ones");
    private volatile boolean slutt;
    private volatile boolean bareJevne;
    private volatile Exception feil;

    /**
     * @param lengde of the file, in bytes
     */
    Trege(URI tjener, String sti, String fil, long lengde, String token, Omfang omfang) {
        this.tjener = tjener;
        this.ledige = new Flokk(omfang.ledige(), () -> new Klienter.Ledig(tjener, sti, token));
        this.hoder = new Flokk(omfang.stansede(), () -> Klienter.Drypper.hode(tjener));
        this.kropper = new Flokk(omfang.stansede(), () -> Klienter.Drypper.kropp(tjener));
        this.leserAldri = new Flokk(omfang.stansede(), () -> new Klienter.LeserAldri(tjener, fil, token));
        this.jevne =
                new Flokk(omfang.lesere(), () -> new Klienter.JevnLeser(tjener, fil, token, omfang.fart(), lengde));
    }

    /** Opens all of them, keeps them, and comes back when all have been there at once. */
    void start() throws InterruptedException {
        traad.start();
        while (!ledige.erFull()) {
            krevLever();
            TimeUnit.SECONDS.sleep(1);
        }
    }

    private List<Flokk> alle() {
        return List.of(ledige, hoder, kropper, leserAldri, jevne);
    }

    private List<Flokk> stansede() {
        return List.of(hoder, kropper, leserAldri);
    }

    private void hold() {
        long neste = System.nanoTime();
        try {
            for (int tidel = 1; !slutt; tidel++) {
                alle().forEach(Flokk::tidel);
                if (tidel % LESES_HVER == 0) {
                    Set<Integer> aapne = Tilkoblinger.aapne(tjener.getPort());
                    alle().forEach(flokk -> flokk.slipp(aapne));
                }
                for (Flokk flokk : alle()) {
                    flokk.fyllOpp(bareJevne ? 0 : AAPNES_I_TIDELEN);
                }
                neste += TIDEL_NS;
                LockSupport.parkNanos(neste - System.nanoTime());
            }
        } catch (IOException | RuntimeException e) {
            feil = e;
        }
    }

    /** Opens no more, and waits until the downloads that are under way are through, and the others closed. */
    void ventUt() throws InterruptedException {
        bareJevne = true;
        while (jevne.aapne() > 0 || stansede().stream().anyMatch(flokk -> flokk.aapne() > 0)) {
            krevLever();
            TimeUnit.SECONDS.sleep(1);
        }
    }

    /** Checks that they are still kept. */
    void krevLever() {
        if (feil != null) {
            throw new IllegalStateException("the slow ones are no longer kept", feil);
        }
    }

    Flokk ledige() {
        return ledige;
    }

    Flokk hoder() {
        return hoder;
    }

    Flokk kropper() {
        return kropper;
    }

    Flokk leserAldri() {
        return leserAldri;
    }

    Flokk jevne() {
        return jevne;
    }

    @Override
    public void close() {
        slutt = true;
        try {
            traad.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        alle().forEach(Flokk::lukk);
    }

    /**
     * How many there are.
     *
     * @param ledige silent ones
     * @param stansede of each kind that is to be cut off
     * @param lesere that read the file at an even speed
     * @param fart of each of those, in bytes a second
     */
    record Omfang(int ledige, int stansede, int lesere, int fart) {}
}
