package no.rrh.bootstrap.kobling;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import no.rrh.application.port.out.Misbruksvarsel;
import no.rrh.application.port.out.Replikastatus;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.forvaltning.Forvaltningssvar;
import no.rrh.persistence.innsynslogg.Segmentlogg;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts what the management port tells a metrics system, in the format of Prometheus. No label holds a virksomhet or a person. */
final class Metrikker implements Misbruksvarsel {
    private static final Logger LOG = LoggerFactory.getLogger("no.rrh.misbruk");
    private static final String TYPE = "text/plain;version=0.0.4;charset=utf-8";

    private final PrometheusMeterRegistry register = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Map<Slag, Counter> varsler = new EnumMap<>(Slag.class);

    Metrikker() {
        for (Slag slag : Slag.values()) {
            varsler.put(
                    slag,
                    Counter.builder("rrh.misbruk.varsler")
                            .description("How many times a consumer's look-ups have begun to look like misuse")
                            .tag("slag", slag.verdi())
                            .register(register));
        }
    }

    /** Tells how it stands with the innsynslogg from now on. */
    void foelg(Optional<Segmentlogg> innsynslogg) {
        innsynslogg.ifPresent(logg -> {
            Gauge.builder("rrh.innsynslogg.skriver", logg, en -> en.skriver() ? 1 : 0)
                    .description("1 while entries of the innsynslogg can be written, 0 when look-ups are refused")
                    .register(register);
            Gauge.builder("rrh.innsynslogg.reserve", logg, en -> en.harReserve() ? 1 : 0)
                    .description("1 while room lies ready for the innsynslogg to go on in")
                    .register(register);
        });
    }

    /** Tells how it stands with the read replicas from now on. */
    void foelg(Supplier<List<Replikastatus>> replikaer) {
        List<Replikastatus> naa = replikaer.get();
        for (int i = 0; i < naa.size(); i++) {
            int plass = i;
            Supplier<Replikastatus> replika = () -> replikaer.get().get(plass);
            Gauge.builder("rrh.replika.bruk", replika, en -> en.get().iBruk() ? 1 : 0)
                    .description("1 while the register is read from the replica")
                    .tag("replika", naa.get(i).navn())
                    .register(register);
            Gauge.builder("rrh.replika.etterslep", replika, en -> sekunder(en.get()))
                    .description("How many seconds ago the replica showed all there was; NaN when it has not yet")
                    .tag("replika", naa.get(i).navn())
                    .register(register);
        }
    }

    private static double sekunder(Replikastatus replika) {
        return replika.etterslep().map(tid -> tid.toMillis() / 1000.0).orElse(Double.NaN);
    }

    @Override
    public void varsle(Slag slag, Organisasjonsnummer consumer, long antall, Duration vindu) {
        varsler.get(slag).increment();
        LOG.atWarn()
                .addKeyValue("slag", slag.verdi())
                .addKeyValue("consumer", consumer.verdi())
                .addKeyValue("antall", antall)
                .addKeyValue("vindu", vindu)
                .log("The look-ups of a consumer begin to look like misuse");
    }

    Forvaltningssvar svar() {
        return new Forvaltningssvar(200, TYPE, register.scrape());
    }
}
