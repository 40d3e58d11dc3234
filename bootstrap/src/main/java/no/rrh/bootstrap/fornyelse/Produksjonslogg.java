package no.rrh.bootstrap.fornyelse;

import java.util.concurrent.TimeUnit;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.LagTotalbestand;
import no.rrh.application.port.out.Totalbestandfil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each totalbestand that is made, whoever asked for it. What fails, its caller tells of. */
public final class Produksjonslogg implements LagTotalbestand {
    private static final Logger LOG = LoggerFactory.getLogger(Produksjonslogg.class);

    private final LagTotalbestand produksjon;

    /** In front of the one that makes them. */
    public Produksjonslogg(LagTotalbestand produksjon) {
        this.produksjon = produksjon;
    }

    @Override
    public Totalbestandfil lag(Framdrift framdrift) {
        long start = System.nanoTime();
        Totalbestandfil fil = produksjon.lag(framdrift);
        LOG.atInfo()
                .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                .addKeyValue("bytes", fil.stoerrelse())
                .addKeyValue("sha256", fil.sha256())
                .addKeyValue("sekvensnummer", fil.sekvensnummer())
                .log("Made the totalbestand");
        return fil;
    }
}
