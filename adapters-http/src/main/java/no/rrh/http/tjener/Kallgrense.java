package no.rrh.http.tjener;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import no.rrh.http.feil.Feil;
import no.rrh.http.feil.Jettyfeil;
import no.rrh.http.kall.Grense;
import no.rrh.http.kall.Kall;
import no.rrh.http.kall.Sjelden;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Scheduler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many requests are in hand at once. As many as there are threads for are worked on; the others wait without one, in
 * the order they came and for at most two seconds; when as many wait as may, the next are told 503 at once. It stands
 * inside the sending of files, so that a file counts until it is decided upon and not while a slow reader takes it.
 */
final class Kallgrense extends Handler.Wrapper {
    private static final Logger LOG = LoggerFactory.getLogger(Kallgrense.class);
    private static final Duration LENGSTE_VENTING = Duration.ofSeconds(2);

    private final int samtidige;
    private final int ventende;
    private final Jettyfeil feil;
    private final Sjelden sjelden = new Sjelden();

    private final Object laas = new Object();
    private final Deque<Ventende> koe = new ArrayDeque<>(); // this and what follows: guarded by laas
    private int iArbeid;

    /**
     * A limit in front of a handler that answers before it returns, or whose callback tells when it has.
     *
     * @param kall how many are in hand at once
     * @param traader how many of them there are threads for
     */
    Kallgrense(Handler neste, int kall, int traader, Jettyfeil feil) {
        super(neste);
        this.samtidige = Math.min(kall, traader);
        this.ventende = kall - samtidige;
        this.feil = feil;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        synchronized (laas) {
            if (iArbeid >= samtidige) {
                if (koe.size() < ventende) {
                    koe.add(new Ventende(request, response, callback));
                    return true;
                }
            } else {
                iArbeid++;
                callback = new Frigir(callback);
            }
        }
        if (callback instanceof Frigir frigir) {
            return arbeid(request, response, frigir);
        }
        avvis(request, response, callback);
        return true;
    }

    private boolean arbeid(Request request, Response response, Frigir callback) throws Exception {
        boolean tatt = false;
        try {
            tatt = super.handle(request, response, callback);
            return tatt;
        } finally {
            if (!tatt) {
                callback.frigi();
            }
        }
    }

    private void avvis(Request request, Response response, Callback callback) {
        if (sjelden.erDetPaaTide()) {
            LOG.warn(
                    "{} requests are in hand, which is the limit: the next are told to come back",
                    samtidige + ventende);
        }
        Kall.av(request).avvistAv(Grense.KALL);
        feil.skriv(request, response, callback, Feil.FOR_MANGE_KALL);
    }

    private void neste() {
        Ventende neste;
        synchronized (laas) {
            neste = koe.poll();
            if (neste == null) {
                iArbeid--;
                laas.notifyAll();
            }
        }
        if (neste != null) {
            neste.slippTil();
        }
    }

    /** How many wait for their turn. */
    int ventende() {
        synchronized (laas) {
            return koe.size();
        }
    }

    /** Waits until nobody works, which is when nobody is in the database. */
    boolean ventTilIngenArbeider(Duration lengst) throws InterruptedException {
        long frist = System.nanoTime() + lengst.toNanos();
        synchronized (laas) {
            while (iArbeid > 0 && frist - System.nanoTime() > 0) {
                TimeUnit.NANOSECONDS.timedWait(laas, frist - System.nanoTime());
            }
            return iArbeid == 0;
        }
    }

    private void ventetForLenge(Ventende ventende) {
        boolean ventetEnnaa;
        synchronized (laas) {
            ventetEnnaa = koe.remove(ventende);
        }
        if (ventetEnnaa) {
            ventende.request
                    .getComponents()
                    .getExecutor()
                    .execute(() -> avvis(ventende.request, ventende.response, ventende.callback));
        }
    }

    /** Gives its place to the next when the work is done, once. */
    private final class Frigir extends Callback.Nested {
        private boolean frigitt;

        Frigir(Callback callback) {
            super(callback);
        }

        synchronized void frigi() {
            if (!frigitt) {
                frigitt = true;
                neste();
            }
        }

        @Override
        public void succeeded() {
            frigi();
            super.succeeded();
        }

        @Override
        public void failed(Throwable aarsak) {
            frigi();
            super.failed(aarsak);
        }
    }

    private final class Ventende {
        private final Request request;
        private final Response response;
        private final Callback callback;
        private final Scheduler.Task frist;

        Ventende(Request request, Response response, Callback callback) {
            this.request = request;
            this.response = response;
            this.callback = callback;
            this.frist = request.getComponents()
                    .getScheduler()
                    .schedule(() -> ventetForLenge(this), LENGSTE_VENTING.toMillis(), TimeUnit.MILLISECONDS);
        }

        /** On a thread of its own, since the one that is done has its own answer to send. */
        void slippTil() {
            frist.cancel();
            request.getComponents().getExecutor().execute(() -> {
                Frigir frigir = new Frigir(callback);
                try {
                    if (!arbeid(request, response, frigir)) {
                        Response.writeError(request, response, callback, HttpStatus.NOT_FOUND_404);
                    }
                } catch (Throwable e) {
                    Response.writeError(request, response, callback, e);
                }
            });
        }
    }
}
