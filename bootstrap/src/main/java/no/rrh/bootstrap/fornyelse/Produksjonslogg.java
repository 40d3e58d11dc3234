package no.rrh.bootstrap.fornyelse;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import no.rrh.application.port.in.FornyTotalbestand;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.LagTotalbestand;
import no.rrh.application.port.out.Totalbestandfil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/** Logs and times each totalbestand that is made, whoever asked for it. What fails, its caller tells of. */
public final class Produksjonslogg implements LagTotalbestand, FornyTotalbestand {
    private static final Logger LOG = LoggerFactory.getLogger(Produksjonslogg.class);

    private final LagTotalbestand produksjon;
    private final FornyTotalbestand fornyelse;
    private final Timer tider;

    /** In front of the one that makes them, however it is asked. */
    public <P extends LagTotalbestand & FornyTotalbestand> Produksjonslogg(P produksjon, MeterRegistry maalere) {
        this.produksjon = produksjon;
        this.fornyelse = produksjon;
        this.tider = Timer.builder("rrh.totalbestand.produksjon")
                .description("How long it took to make a totalbestand")
                .register(maalere);
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

    private void logg(Totalbestandfil fil, long start) {
        long tid = System.nanoTime() - start;
        tider.record(tid, TimeUnit.NANOSECONDS);
        LoggingEventBuilder linje = LOG.atInfo()
                .addKeyValue("ms", TimeUnit.NANOSECONDS.toMillis(tid))
                .addKeyValue("bytes", fil.stoerrelse())
                .addKeyValue("sha256", fil.sha256())
                .addKeyValue("sekvensnummer", fil.sekvensnummer());
        fil.bods()
                .ifPresent(bods ->
                        linje.addKeyValue("bodsBytes", bods.stoerrelse()).addKeyValue("bodsSha256", bods.sha256()));
        linje.log("Made the totalbestand");
    }
}
