package no.rrh.http.tls;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import no.rrh.domain.feil.UgyldigVerdi;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The certificate that the server shows, and the watch over its files. What is new there is shown on connections that are
 * made from then on, while the open ones go on as they are. What cannot be shown is told of once, and the one in use stays.
 */
public final class Sertifikatvakt implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Sertifikatvakt.class);
    private static final long PAUSE_MS = 1000;
    private static final Duration VARSLES_FOER = Duration.ofDays(14);
    private static final Duration MELLOM_VARSLER = Duration.ofDays(1);

    private static final Duration MELLOM_FORSOEK = Duration.ofMinutes(1);

    /** Of a store that never leaves the memory. */
    private static final String PASSORD = "minne";

    /** Keys that are made for the connection alone, and encryption that cannot be altered unseen: nothing else (RFC 9325). */
    private static final String[] CHIFFER = {
        "TLS_AES_128_GCM_SHA256",
        "TLS_AES_256_GCM_SHA384",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256",
    };

    private final Sertifikatfiler filer;
    private final boolean krevLukket;
    private final Clock klokke;
    private final SslContextFactory.Server tls = new SslContextFactory.Server();
    private final ScheduledExecutorService traad = Executors.newSingleThreadScheduledExecutor(arbeid -> {
        Thread ny = new Thread(arbeid, "http-sertifikat");
        ny.setDaemon(true);
        return ny;
    });

    private volatile Instant utloeper;

    private List<String> sett; // this and what follows: seen by one thread only
    private List<String> proevd;
    private Instant proevesIgjen = Instant.MAX;
    private Instant nesteVarsel;

    /**
     * Reads the certificate.
     *
     * @param krevLukket whether a key that others may read is refused
     * @throws UgyldigVerdi when it cannot be shown; the message names the file and what was expected
     */
    public Sertifikatvakt(Sertifikatfiler filer, boolean krevLukket, Clock klokke) {
        this.filer = filer;
        this.krevLukket = krevLukket;
        this.klokke = klokke;
        this.nesteVarsel = klokke.instant();
        this.sett = kjennetegn();
        this.proevd = sett;
        tls.setKeyStorePassword(PASSORD);
        // Jetty's own lists are of what it leaves out, and change with its versions
        tls.setExcludeProtocols();
        tls.setIncludeProtocols("TLSv1.2", "TLSv1.3");
        tls.setExcludeCipherSuites();
        tls.setIncludeCipherSuites(CHIFFER);
        tls.setRenegotiationAllowed(false);
        vis(Tjenersertifikat.les(filer, krevLukket, klokke), tls);
    }

    private void vis(Tjenersertifikat sertifikat, SslContextFactory kontekst) {
        kontekst.setKeyStore(sertifikat.noekkellager(PASSORD));
        utloeper = sertifikat.utloeper();
    }

    /** What the server makes its connections with. */
    public SslContextFactory.Server tls() {
        return tls;
    }

    /** When the certificate in use runs out. */
    public Instant utloeper() {
        return utloeper;
    }

    /** Looks at the files from now on. */
    public void start() {
        traad.scheduleWithFixedDelay(this::se, 0, PAUSE_MS, TimeUnit.MILLISECONDS);
    }

    /** Looks once. Nothing may end the looking while the server runs, or a renewed certificate would never be shown. */
    void se() {
        try {
            List<String> naa = kjennetegn();
            // Two files are not written at once: what is still changing is left until the next look
            boolean iRo = naa.equals(sett);
            sett = naa;
            boolean nytt = !naa.equals(proevd);
            if (iRo && (nytt || klokke.instant().isAfter(proevesIgjen))) {
                proevd = naa;
                proevesIgjen = klokke.instant().plus(MELLOM_FORSOEK);
                bytt(nytt);
            }
            varsle();
        } catch (Exception | Error e) {
            LOG.warn("The certificate of the server could not be looked after; the one in use stays", e);
        }
    }

    private List<String> kjennetegn() {
        return filer.alle().stream().map(Filinnhold::kjennetegn).toList();
    }

    /** What is refused is told of once, though it is tried again: a certificate may be there before it is valid. */
    private void bytt(boolean fortell) throws Exception {
        Tjenersertifikat nytt;
        try {
            nytt = Tjenersertifikat.les(filer, krevLukket, klokke);
        } catch (UgyldigVerdi e) {
            if (fortell) {
                LOG.warn(
                        "The files of the certificate have changed and cannot be used; the one in use stays: {}",
                        e.getMessage());
            }
            return;
        }
        tls.reload(kontekst -> vis(nytt, kontekst));
        proevesIgjen = Instant.MAX;
        nesteVarsel = klokke.instant();
        LOG.info("The certificate of the server has been renewed; the new one runs out {}", utloeper);
    }

    private void varsle() {
        Instant naa = klokke.instant();
        if (naa.isBefore(nesteVarsel) || naa.isBefore(utloeper.minus(VARSLES_FOER))) {
            return;
        }
        nesteVarsel = naa.plus(MELLOM_VARSLER);
        LOG.warn("The certificate of the server runs out {}", utloeper);
    }

    @Override
    public void close() {
        traad.shutdown();
    }
}
