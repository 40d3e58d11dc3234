package no.rrh.http.endringslogg;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import no.rrh.application.port.in.FoelgEndringslogg.Foelge;
import no.rrh.application.port.in.Loggfoering;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.http.kall.Kall;
import no.rrh.http.svar.Kropp;
import no.rrh.http.svar.Skriving;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One event stream (WHATWG HTML, 9.2, server-sent events). It holds at most one batch: the next is read when the reader has
 * taken the one before, and there is something to read. A register that does not answer leaves it where it is.
 */
final class Endringsstroem implements Kropp {
    private static final Logger LOG = LoggerFactory.getLogger(Endringsstroem.class);
    private static final JsonFactory JSON = new JsonFactory();

    /** How soon a reader that has lost the connection should come back, in milliseconds. */
    private static final byte[] BEGYNNELSE = "retry: 3000\n\n".getBytes(US_ASCII);

    private static final byte[] LIVSTEGN = ":\n\n".getBytes(US_ASCII);
    private static final int SENDING = 200;

    /** How long a reader has to take the last of a stream that ends. */
    private static final Duration FRIST = Duration.ofSeconds(2);

    private final Request request;
    private final Foelge foelge;
    private final Instant utloeper;
    private final Clock klokke;
    private final Duration hjerteslag;
    private final Kilde kilde;

    private volatile Executor arbeidere = Runnable::run;
    private volatile Instant avsluttet;

    /** One that does not is not asked by every stream: each would wait, and hold a thread that others need. */
    private volatile boolean registeretSvarer = true;

    Endringsstroem(Request request, Foelge foelge, Instant utloeper, Clock klokke, Duration hjerteslag) {
        this.request = request;
        this.foelge = foelge;
        this.utloeper = utloeper;
        this.klokke = klokke;
        this.hjerteslag = hjerteslag;
        this.kilde = new Kilde();
    }

    @Override
    public OptionalLong lengde() {
        return OptionalLong.empty();
    }

    @Override
    public boolean varer() {
        return true;
    }

    @Override
    public Content.Source kilde(Request kallet, Executor utfoerere, Runnable foerDel) {
        this.arbeidere = utfoerere;
        return kilde;
    }

    /** Ends it as soon as the reader has taken what has been written. */
    void avslutt() {
        if (avsluttet == null) {
            avsluttet = klokke.instant();
        }
        kilde.vekk();
    }

    /**
     * Wakes it when there is something to do.
     *
     * @param siste the number of the last change; absent when the register does not answer
     */
    void seTil(Optional<Long> siste) {
        Instant naa = klokke.instant();
        registeretSvarer = siste.isPresent();
        if (avsluttet == null && (!naa.isBefore(utloeper) || !foelge.harTilgang())) {
            avslutt();
        }
        if (avsluttet != null && naa.isAfter(avsluttet.plus(FRIST))) {
            request.getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close(new TimeoutException("the reader of an event stream does not take it"));
        } else if (avsluttet != null
                || siste.filter(nummer -> nummer > kilde.plass).isPresent()
                || kilde.erStille(naa)) {
            kilde.vekk();
        }
    }

    /** The number of the last change that has been read for it. */
    long plass() {
        return kilde.plass;
    }

    private static byte[] skriv(List<Loggfoering> endringer) {
        ByteArrayOutputStream ut = new ByteArrayOutputStream(512 * endringer.size());
        try {
            for (Loggfoering foering : endringer) {
                ut.write(("id: " + foering.endring().sekvensnummer() + "\ndata: ").getBytes(US_ASCII));
                JsonGenerator json = JSON.createGenerator(ut);
                Hendelse.skriv(json, foering);
                json.flush();
                ut.write('\n');
                ut.write('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return ut.toByteArray();
    }

    private final class Kilde implements Content.Source {
        /** Held by who looks for the next piece; the others need not wait for that. */
        private final ReentrantLock leting = new ReentrantLock();

        private final AtomicReference<Runnable> behov = new AtomicReference<>();

        /** Whether somebody is about to look: one is enough, however long those who look are kept waiting. */
        private final AtomicBoolean bestilt = new AtomicBoolean();

        private volatile ByteBuffer stykke = ByteBuffer.wrap(BEGYNNELSE);
        private volatile boolean ferdig;
        private volatile Throwable feil;
        private volatile Instant sist = klokke.instant();

        /** The place of the follower, as it was last seen. */
        private volatile long plass = foelge.plass();

        @Override
        public Content.Chunk read() {
            Throwable brudd = feil;
            if (brudd != null) {
                return Content.Chunk.from(brudd, true);
            }
            ByteBuffer rest = stykke;
            if (!rest.hasRemaining()) {
                return ferdig ? Content.Chunk.EOF : null;
            }
            return Skriving.neste(rest, false);
        }

        @Override
        public void demand(Runnable nytt) {
            behov.set(nytt);
            vekk();
        }

        boolean erStille(Instant naa) {
            return naa.isAfter(sist.plus(hjerteslag));
        }

        /** Has somebody else look for the next piece, since that waits for the register. */
        void vekk() {
            if (behov.get() == null || !bestilt.compareAndSet(false, true)) {
                return;
            }
            try {
                arbeidere.execute(this::lagNeste);
            } catch (RejectedExecutionException stopper) {
                fail(stopper);
                svar();
            }
        }

        private void lagNeste() {
            bestilt.set(false);
            if (!leting.tryLock()) {
                return;
            }
            boolean funnet;
            try {
                funnet = behov.get() != null && finnNeste();
            } catch (RuntimeException | Error e) {
                LOG.atError()
                        .addKeyValue("trace", Kall.av(request).sporing())
                        .setCause(e)
                        .log("An event stream failed, and was cut");
                fail(e);
                funnet = true;
            } finally {
                leting.unlock();
            }
            if (funnet) {
                svar();
            }
        }

        /** Whether there is something to hand over: a piece, the end, or a failure. */
        private boolean finnNeste() {
            if (feil != null || stykke.hasRemaining()) {
                return true;
            }
            if (avsluttet != null) {
                ferdig = true;
                return true;
            }
            boolean stille = erStille(klokke.instant());
            List<Loggfoering> endringer = registeretSvarer ? neste() : List.of();
            if (endringer.isEmpty() && !stille) {
                return false;
            }
            stykke = ByteBuffer.wrap(endringer.isEmpty() ? LIVSTEGN : skriv(endringer));
            plass = foelge.plass();
            sist = klokke.instant();
            return true;
        }

        private List<Loggfoering> neste() {
            try {
                return foelge.neste(SENDING);
            } catch (RegisteretSvarerIkke e) {
                return List.of();
            }
        }

        private void svar() {
            Runnable dens = behov.getAndSet(null);
            if (dens != null) {
                dens.run();
            }
        }

        @Override
        public void fail(Throwable aarsak) {
            feil = aarsak;
        }
    }
}
