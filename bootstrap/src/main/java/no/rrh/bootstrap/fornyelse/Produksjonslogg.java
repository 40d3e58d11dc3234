package no.rrh.bootstrap.fornyelse;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import no.rrh.application.port.in.FornyTotalbestand;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.LagTotalbestand;
import no.rrh.application.port.out.Totalbestandfil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs each totalbestand that is made, whoever asked for it. What fails, its caller tells of. */
public final class Produksjonslogg implements LagTotalbestand, FornyTotalbestand {
    private static final Logger LOG = LoggerFactory.getLogger(Produksjonslogg.class);

    private final LagTotalbestand produksjon;
    private final FornyTotalbestand fornyelse;

    /** In front of the one that makes them, however it is asked. */
    public <P extends LagTotalbestand & FornyTotalbestand> Produksjonslogg(P produksjon) {
        this.produksjon = produksjon;
        this.fornyelse = produksjon;
    }

    @Override
    public Totalbestandfil lag(Framdrift framdrift) {
        long start = System.nanoTime();
        Totalbestandfil fil = produksjon.lag(framdrift);
        logg(fil, start);
        return fil;
    }

    @Override
    public Optional<Totalbestandfil> forny(Optional<Totalbestandfil> forrige, Framdrift framdrift) {
        long start = System.nanoTime();
        Optional<Totalbestandfil> fil = fornyelse.forny(forrige, framdrift);
        fil.ifPresentOrElse(
                ny -> logg(ny, start), () -> LOG.info("Another instance has made the totalbestand that was due"));
        return fil;
    }

    private static void logg(Totalbestandfil fil, long start) {
        LOG.atInfo()
                .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start))
                .addKeyValue("bytes", fil.stoerrelse())
                .addKeyValue("sha256", fil.sha256())
                .addKeyValue("sekvensnummer", fil.sekvensnummer())
                .log("Made the totalbestand");
    }
}
