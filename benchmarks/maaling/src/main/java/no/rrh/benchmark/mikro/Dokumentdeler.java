package no.rrh.benchmark.mikro;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.syntetisk.SyntetiskRegister;
import no.rrh.http.representasjon.Spraak;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.persistence.lagringsform.LagretRegistrering;
import no.rrh.persistence.lagringsform.Lagringsform;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** From the stored form to the bytes of the answer, part by part, of a thousand virksomheter by turns. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(2)
public class Dokumentdeler {
    private static final int ANTALL = 1_000;
    private static final long FROE = 1;

    private final List<RegistreringspliktigVirksomhet> virksomheter = new SyntetiskRegister(2 * ANTALL, FROE)
            .virksomheter()
            .filter(virksomhet ->
                    virksomhet.gjeldende().filter(Registrering::erMeldt).isPresent())
            .limit(ANTALL)
            .toList();
    private final List<byte[]> lagret = virksomheter.stream()
            .map(virksomhet -> new LagretRegistrering(virksomhet.gjeldende().orElseThrow(), 1))
            .map(registrering -> Lagringsform.skriv(List.of(registrering)))
            .toList();
    private final List<VirksomhetInnsyn> innsyn =
            virksomheter.stream().map(Dokumentdeler::innsyn).toList();
    private final V1Representasjon representasjon = new V1Representasjon();

    private int neste;

    /** Unpacks and reads the stored form. */
    @Benchmark
    public List<LagretRegistrering> les() {
        return Lagringsform.les(lagret.get(nummer()), true);
    }

    /** Decides what is seen. */
    @Benchmark
    public VirksomhetInnsyn innsyn() {
        return innsyn(virksomheter.get(nummer()));
    }

    /** Writes what is seen as the answer has it. */
    @Benchmark
    public byte[] representasjon() {
        return representasjon.virksomhet(innsyn.get(nummer()), Spraak.BOKMAAL);
    }

    /** All three after each other. */
    @Benchmark
    public byte[] alt() {
        int nummer = nummer();
        RegistreringspliktigVirksomhet hel = virksomheter.get(nummer);
        Registrering gjeldende =
                Lagringsform.les(lagret.get(nummer), true).get(0).registrering();
        RegistreringspliktigVirksomhet lest = new RegistreringspliktigVirksomhet(
                hel.organisasjonsnummer(), hel.foerstRegistrert(), Optional.empty(), List.of(gjeldende));
        return representasjon.virksomhet(innsyn(lest), Spraak.BOKMAAL);
    }

    private static VirksomhetInnsyn innsyn(RegistreringspliktigVirksomhet virksomhet) {
        return Innsynspolicy.gjeldende(virksomhet, Innsynsnivaa.PERSONER_I_FULL).orElseThrow();
    }

    private int nummer() {
        neste = (neste + 1) % ANTALL;
        return neste;
    }
}
