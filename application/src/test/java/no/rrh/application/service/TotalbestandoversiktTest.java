package no.rrh.application.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.Totalbestandstatus;
import no.rrh.application.port.in.Totalbestandstatus.Feiling;
import no.rrh.application.port.out.Bestand;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.application.port.out.Enerett;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Representasjon;
import no.rrh.application.port.out.StillbarKlokke;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.domain.innsyn.VirksomhetInnsyn;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One production, seen through its status: what goes on, what failed, and that one goes on at a time. */
class TotalbestandoversiktTest {
    private static final Instant NAA = Instant.parse("2026-11-23T23:00:00Z");
    private static final Instant NESTE = NAA.plus(Duration.ofDays(1));

    private final StillbarKlokke klokke = new StillbarKlokke(NAA);
    private final Arkiv arkiv = new Arkiv();
    private final Register register = new Register();
    private final Totalbestandproduksjon produksjon = new Totalbestandproduksjon(
            register, new BareBestand((ut, del) -> new Skriver()), Optional.empty(), arkiv, new Enerett(), klokke);
    private final Totalbestandoversikt oversikt = new Totalbestandoversikt(arkiv, produksjon, () -> Optional.of(NESTE));

    @Test
    void beforeTheFirstThereIsNothingButAPlan() {
        assertThat(oversikt.hent())
                .isEqualTo(new Totalbestandstatus(
                        Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(NESTE)));
    }

    @Test
    void whatGoesOnIsToldWithItsBeginningUntilItEnds() {
        List<Optional<Instant>> underveis = new ArrayList<>();
        register.hendelse = () -> {
            klokke.gaa(Duration.ofMinutes(3));
            underveis.add(oversikt.hent().paagaarSiden());
        };
        Totalbestandfil fil = produksjon.lag(Framdrift.INGEN);
        assertThat(underveis).containsExactly(Optional.of(NAA));
        assertThat(oversikt.hent().paagaarSiden()).isEmpty();
        assertThat(oversikt.hent().siste()).contains(fil);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(new RegisteretSvarerIkke(new IOException("row 05910298382")), "registeret svarte ikke"),
                Arguments.of(new DiskenErFull(new IOException("No space left on device")), "disken er full"),
                Arguments.of(
                        new UncheckedIOException(new IOException("/srv/x: I/O error")), "filen kunne ikke skrives"),
                Arguments.of(new CancellationException(), "avbrutt"),
                Arguments.of(new IllegalStateException("PARASOLL"), "noe uventet feilet"),
                Arguments.of(new StackOverflowError(), "noe uventet feilet"));
    }

    /** The words are ours, whatever the fault says: they are shown. */
    @ParameterizedTest
    @MethodSource("faults")
    void aFailureIsToldInWordsOfOursUntilOneGoesWell(Throwable feil, String aarsak) {
        Totalbestandfil foer = produksjon.lag(Framdrift.INGEN);
        arkiv.hendelse = () -> {
            klokke.gaa(Duration.ofMinutes(1));
            kast(feil);
        };
        assertThatThrownBy(() -> produksjon.lag(Framdrift.INGEN)).isInstanceOf(feil.getClass());
        assertThat(oversikt.hent().sisteFeil()).contains(new Feiling(NAA.plusSeconds(60), aarsak));
        assertThat(oversikt.hent().siste()).contains(foer);
        assertThat(oversikt.hent().paagaarSiden()).isEmpty();

        arkiv.hendelse = () -> {};
        Totalbestandfil fil = produksjon.lag(Framdrift.INGEN);
        assertThat(oversikt.hent().sisteFeil()).isEmpty();
        assertThat(oversikt.hent().siste()).contains(fil);
    }

    @Test
    void anArchiveThatCannotBeReadHidesNothingElse() {
        arkiv.ulesbart = true;
        assertThat(oversikt.hent().siste()).isEmpty();
        assertThat(oversikt.hent().neste()).contains(NESTE);
    }

    /** Who waits holds nothing of the register, or waiting would use up its connections. */
    @Test
    void twoWhoAskAtOnceGetAFileEachOneAfterTheOther() throws Exception {
        CountDownLatch underArbeid = new CountDownLatch(1);
        CountDownLatch venter = new CountDownLatch(1);
        CountDownLatch videre = new CountDownLatch(1);
        register.hendelse = () -> {
            underArbeid.countDown();
            vent(videre);
        };
        CompletableFuture<Totalbestandfil> foerste =
                CompletableFuture.supplyAsync(() -> produksjon.lag(Framdrift.INGEN));
        vent(underArbeid);
        CompletableFuture<Totalbestandfil> andre =
                CompletableFuture.supplyAsync(() -> produksjon.lag(antall -> venter.countDown()));
        vent(venter);
        assertThat(register.aapnet).isEqualTo(1);
        register.sekvensnummer++;
        videre.countDown();
        assertThat(foerste.get(30, TimeUnit.SECONDS).sekvensnummer()).isEqualTo(1);
        assertThat(andre.get(30, TimeUnit.SECONDS).sekvensnummer()).isEqualTo(2);
        assertThat(register.flestPaaEnGang).isEqualTo(1);
    }

    @Test
    void whoWaitsCanGiveUpAndThatIsNoFailure() throws Exception {
        CountDownLatch underArbeid = new CountDownLatch(1);
        CountDownLatch videre = new CountDownLatch(1);
        register.hendelse = () -> {
            underArbeid.countDown();
            vent(videre);
        };
        CompletableFuture<Totalbestandfil> foerste =
                CompletableFuture.supplyAsync(() -> produksjon.lag(Framdrift.INGEN));
        vent(underArbeid);
        assertThatThrownBy(() -> produksjon.lag(antall -> {
                    throw new CancellationException();
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(oversikt.hent().sisteFeil()).isEmpty();
        assertThat(oversikt.hent().paagaarSiden()).contains(NAA);
        videre.countDown();
        foerste.get(30, TimeUnit.SECONDS);
    }

    @Test
    void oneWithinAnotherIsRefusedInsteadOfWaitedForForEver() {
        register.hendelse = () -> produksjon.lag(Framdrift.INGEN);
        assertThatThrownBy(() -> produksjon.lag(Framdrift.INGEN)).isInstanceOf(IllegalStateException.class);
        register.hendelse = () -> {};
        assertThat(produksjon.lag(Framdrift.INGEN)).isNotNull();
    }

    private static void kast(Throwable feil) {
        if (feil instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) feil;
    }

    private static void vent(CountDownLatch hendelse) {
        try {
            if (!hendelse.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("did not happen within 30 s");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Something happens whenever its snapshot is open. */
    private static final class Register extends Registerstubb {
        private volatile Runnable hendelse = () -> {};
        private volatile long sekvensnummer = 1;
        private int aapnet;
        private int paaEnGang;
        private int flestPaaEnGang;

        @Override
        public <T> T lesBestand(Function<Bestand, T> leser) {
            long siste = sekvensnummer;
            synchronized (this) {
                aapnet++;
                flestPaaEnGang = Math.max(flestPaaEnGang, ++paaEnGang);
            }
            try {
                hendelse.run();
                return leser.apply(new TomBestand(siste));
            } finally {
                synchronized (this) {
                    paaEnGang--;
                }
            }
        }
    }

    private record TomBestand(long sekvensnummer) implements Bestand {
        @Override
        public void forHvertUtsnitt(Consumer<Utsnitt> mottaker) {}

        @Override
        public void forHver(Consumer<RegistreringspliktigVirksomhet> mottaker) {
            throw new AssertionError("the totalbestand has no history");
        }

        @Override
        public long antall() {
            return 0;
        }
    }

    private static final class Skriver implements Representasjon.Bestandsskriver {
        @Override
        public void skriv(VirksomhetInnsyn virksomhet) {}

        @Override
        public void close() {}
    }

    /** Lets everybody in at once, so that it is the production that keeps order. */
    private final class Arkiv implements Totalbestandarkiv {
        private volatile Totalbestandfil siste;
        private Runnable hendelse = () -> {};
        private boolean ulesbart;

        @Override
        public Optional<Totalbestandfil> siste() {
            if (ulesbart) {
                throw new UncheckedIOException(new IOException("unreadable"));
            }
            return Optional.ofNullable(siste);
        }

        @Override
        public Totalbestandfil lagre(
                Set<Totalbestandformat> formater, Innhold innhold, Runnable fortsett, Runnable foerTjeneste) {
            try {
                long sekvensnummer = innhold.skriv(stykke -> stykke.skriv(format -> OutputStream.nullOutputStream()));
                hendelse.run();
                siste = new Totalbestandfil(Path.of("x.zip"), 1, sekvensnummer, klokke.instant(), "0".repeat(64));
                return siste;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
