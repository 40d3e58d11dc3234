package no.rrh.bootstrap.kobling;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.logging.LogbackMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import no.rrh.application.port.in.Registerstatus;
import no.rrh.application.port.in.Totalbestandstatus;
import no.rrh.application.port.out.Misbruksvarsel;
import no.rrh.application.port.out.Replikastatus;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.endringslogg.Endringsstroemmer;
import no.rrh.http.forvaltning.Driftsstatus;
import no.rrh.http.forvaltning.Forvaltningssvar;
import no.rrh.http.sikkerhet.Noekkelstatus;
import no.rrh.http.tjener.Tilstand;
import no.rrh.http.tls.Sertifikatvakt;
import no.rrh.http.totalbestand.Nedlastinger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the management port tells a metrics system, in the format of Prometheus. The parts of the server tell of themselves in
 * {@link #maalere}; what is known here only is told of here. No label holds a virksomhet, a person, a consumer or anything that
 * a caller wrote.
 */
final class Metrikker implements Misbruksvarsel, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("no.rrh.misbruk");
    private static final String TYPE = "text/plain;version=0.0.4;charset=utf-8";

    private final PrometheusMeterRegistry register = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics soeppel = new JvmGcMetrics();
    private final LogbackMetrics logg = new LogbackMetrics();
    private final Map<Slag, Counter> varsler = new EnumMap<>(Slag.class);
    private volatile Supplier<Driftsstatus> status;
    private volatile Driftsstatus sist;

    Metrikker() {
        for (Slag slag : Slag.values()) {
            varsler.put(
                    slag,
                    Counter.builder("rrh.misbruk.varsler")
                            .description("How many times a consumer's look-ups have begun to look like misuse")
                            .tag("slag", slag.verdi())
                            .register(register));
        }
        List.of(
                        new JvmMemoryMetrics(),
                        new JvmThreadMetrics(),
                        soeppel,
                        logg,
                        new ProcessorMetrics(),
                        new FileDescriptorMetrics(),
                        new UptimeMetrics())
                .forEach(del -> del.bindTo(register));
    }

    /** Where the parts of the server tell of themselves. */
    MeterRegistry maalere() {
        return register;
    }

    /** Tells how it stands with the server from now on, as it is when somebody asks. */
    void foelg(Supplier<Driftsstatus> oversikt, Clock klokke) {
        this.status = oversikt;
        this.sist = oversikt.get();
        Gauge.builder("rrh.info", () -> 1)
                .description("1, with what runs")
                .tag("versjon", sist.versjon())
                .tag("miljoe", sist.miljoe())
                .register(register);
        for (Tilstand tilstand : Tilstand.values()) {
            Gauge.builder("rrh.tilstand", () -> sist.tilstand() == tilstand ? 1 : 0)
                    .description("1 for where the server is in its life")
                    .tag("tilstand", tilstand.navn())
                    .register(register);
        }
        maaler(
                "rrh.endringslogg.sekvensnummer",
                "The number of the last change that is handed out; NaN when the register does not answer",
                naa -> naa.register().flatMap(Registerstatus::sisteSekvensnummer));
        maaler(
                "rrh.noekler.antall",
                "How many keys tokens can be verified with",
                naa -> naa.noekler().map(Noekkelstatus::antall));
        maaler(
                "rrh.noekler.alder.seconds",
                "How many seconds ago the keys of the issuer were fetched; NaN when they never have been",
                naa -> alder(naa.noekler().flatMap(Noekkelstatus::hentet), klokke));
        totalbestand(klokke);
    }

    private void totalbestand(Clock klokke) {
        maalerFil(
                "rrh.totalbestand.alder.seconds",
                "How many seconds ago the totalbestand in service was made; NaN when there is none",
                fil -> sekunderSiden(fil.laget(), klokke));
        maalerFil(
                "rrh.totalbestand.stoerrelse.bytes",
                "The size of the totalbestand in service; NaN when there is none",
                Totalbestandfil::stoerrelse);
        maaler(
                "rrh.totalbestand.bods.stoerrelse.bytes",
                "The size of the totalbestand in service as BODS; NaN when there is none",
                naa -> naa.totalbestand()
                        .flatMap(Totalbestandstatus::siste)
                        .flatMap(Totalbestandfil::bods)
                        .map(Totalbestandfil::stoerrelse));
        maalerFil(
                "rrh.totalbestand.sekvensnummer",
                "The last change that is in the totalbestand in service; NaN when there is none",
                Totalbestandfil::sekvensnummer);
        maaler(
                "rrh.totalbestand.feiler",
                "1 when the last attempt to make the totalbestand failed",
                naa -> naa.totalbestand().map(en -> en.sisteFeil().isPresent() ? 1 : 0));
        maaler(
                "rrh.totalbestand.lages",
                "1 while a totalbestand is made",
                naa -> naa.totalbestand().map(en -> en.paagaarSiden().isPresent() ? 1 : 0));
    }

    /** Tells how it stands with the event streams and the downloads from now on. */
    void foelg(Endringsstroemmer stroemmer, Nedlastinger nedlastinger) {
        maaler("rrh.endringslogg.stroemmer", "How many event streams are open", stroemmer, Endringsstroemmer::antall);
        maaler(
                "rrh.endringslogg.etterslep",
                "By how many changes the event stream that is furthest behind is so",
                stroemmer,
                Endringsstroemmer::stoersteEtterslep);
        maaler("rrh.nedlastinger", "How many downloads of the totalbestand go on", nedlastinger, Nedlastinger::antall);
    }

    /** Tells how it stands with the certificate from now on. */
    void foelg(Sertifikatvakt sertifikat, Clock klokke) {
        maaler(
                "rrh.tls.gyldig.seconds",
                "For how many seconds more the certificate of the server is valid",
                sertifikat,
                en -> -sekunderSiden(en.utloeper(), klokke));
    }

    /** Tells how it stands with the read replicas from now on. */
    void foelg(Supplier<List<Replikastatus>> replikaer) {
        List<Replikastatus> naa = replikaer.get();
        for (int i = 0; i < naa.size(); i++) {
            int plass = i;
            Supplier<Replikastatus> replika = () -> replikaer.get().get(plass);
            Gauge.builder("rrh.replika.bruk", () -> replika.get().iBruk() ? 1 : 0)
                    .description("1 while the register is read from the replica")
                    .tag("replika", naa.get(i).navn())
                    .register(register);
            Gauge.builder("rrh.replika.etterslep.seconds", () -> sekunder(replika.get()))
                    .description("How many seconds ago the replica showed all there was; NaN when it has not yet")
                    .tag("replika", naa.get(i).navn())
                    .register(register);
        }
    }

    private void maalerFil(String navn, String hva, Function<Totalbestandfil, Number> verdi) {
        maaler(
                navn,
                hva,
                naa -> naa.totalbestand().flatMap(Totalbestandstatus::siste).map(verdi));
    }

    private void maaler(String navn, String hva, Function<Driftsstatus, Optional<? extends Number>> verdi) {
        Gauge.builder(navn, () -> verdi.apply(sist).<Number>map(tall -> tall).orElse(Double.NaN))
                .description(hva)
                .register(register);
    }

    private <T> void maaler(String navn, String hva, T del, ToDoubleFunction<T> verdi) {
        Gauge.builder(navn, del, verdi).description(hva).register(register);
    }

    private static Optional<Double> alder(Optional<Instant> fra, Clock klokke) {
        return fra.map(tid -> sekunderSiden(tid, klokke));
    }

    private static double sekunderSiden(Instant fra, Clock klokke) {
        return Duration.between(fra, klokke.instant()).toMillis() / 1000.0;
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

    /** The register is asked once for all of it. */
    Forvaltningssvar svar() {
        sist = status.get();
        return new Forvaltningssvar(200, TYPE, register.scrape());
    }

    @Override
    public void close() {
        soeppel.close();
        logg.close();
        register.close();
    }
}
