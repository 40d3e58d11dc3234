package no.rrh.bootstrap.rundtur;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.out.Enerett;
import no.rrh.application.port.out.MinneInnsynslogg;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.application.service.Adgangskontroll;
import no.rrh.application.service.Endringsloggfoelging;
import no.rrh.application.service.Endringslogglesing;
import no.rrh.application.service.Historikkoppslag;
import no.rrh.application.service.Registertilsyn;
import no.rrh.application.service.Totalbestandproduksjon;
import no.rrh.application.service.Totalbestandutlevering;
import no.rrh.bootstrap.Testlager;
import no.rrh.domain.Eksempler;
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Scope;
import no.rrh.http.endringslogg.EndringsloggRessurs;
import no.rrh.http.endringslogg.Endringsstroemmer;
import no.rrh.http.endringslogg.Stroemgrenser;
import no.rrh.http.ipfilter.Ipfilter;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.BodsRepresentasjon;
import no.rrh.http.tjener.Tjener;
import no.rrh.http.tjener.Tjenergrenser;
import no.rrh.http.tjener.Tjenerinnstillinger;
import no.rrh.http.totalbestand.Nedlastinger;
import no.rrh.http.totalbestand.TotalbestandRessurs;
import no.rrh.http.virksomhet.HistorikkRessurs;
import no.rrh.persistence.arkiv.Filarkiv;
import no.rrh.persistence.register.Registerlager;

/** A register in a store and its API on a port of its own, which can be closed and opened again in the midst of things. */
final class Registertjener implements AutoCloseable {
    /** Sees the same in the totalbestand, the endringslogg and the look-ups. */
    private static final Konsument KALLER = new Konsument(
            Eksempler.organisasjonsnummer(9),
            Optional.empty(),
            "speil",
            Set.of(Scope.RAPPORTERINGSPLIKTIG),
            Instant.MAX);

    private static final Duration LENGSTE_OMSTART = Duration.ofMinutes(1);

    private final HttpClient klient = HttpClient.newHttpClient();
    private final V1Representasjon representasjon = new V1Representasjon();
    private final ReadWriteLock aapning = new ReentrantReadWriteLock(true);
    private final Function<Clock, Registerlager> aapner;
    private final Clock klokke;
    private final Filarkiv arkiv;
    private Registerlager lager;
    private Tjener tjener;
    private Endringsstroemmer stroemmer;

    Registertjener(Testlager slag, Path mappe, Clock klokke) {
        this.aapner = slag.nytt(mappe.resolve("register"));
        this.klokke = klokke;
        this.arkiv = new Filarkiv(mappe.resolve("totalbestand"), Duration.ofDays(1), klokke);
        aapne();
    }

    /** The register that is open; waits while none is. */
    Registerlager register() {
        return mensAapent(() -> lager);
    }

    /** Closes everything, whatever is under way, and opens it again: the same register, on another port. */
    void omstart() {
        aapning.writeLock().lock();
        try {
            lukk();
            aapne();
        } finally {
            aapning.writeLock().unlock();
        }
    }

    void lagTotalbestand() {
        new Totalbestandproduksjon(
                        register().virksomhetsregister(),
                        representasjon,
                        Optional.empty(),
                        arkiv,
                        new Enerett(),
                        klokke)
                .lag(Framdrift.INGEN);
    }

    /** Asks until it is answered, as a client does whose server is away for a while. */
    HttpResponse<byte[]> hent(String sti) {
        long frist = System.nanoTime() + LENGSTE_OMSTART.toNanos();
        while (System.nanoTime() < frist) {
            URI adresse = mensAapent(() -> URI.create("http://127.0.0.1:" + tjener.port() + sti));
            try {
                HttpResponse<byte[]> svar =
                        klient.send(HttpRequest.newBuilder(adresse).build(), HttpResponse.BodyHandlers.ofByteArray());
                if (svar.statusCode() != 503) {
                    return svar;
                }
            } catch (IOException e) {
                // closed: there is another address when it is opened again
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
        throw new AssertionError("nobody answers");
    }

    private <T> T mensAapent(Supplier<T> les) {
        aapning.readLock().lock();
        try {
            return les.get();
        } finally {
            aapning.readLock().unlock();
        }
    }

    private void aapne() {
        lager = aapner.apply(klokke);
        try {
            tjener = Tjener.bind(
                    new Tjenerinnstillinger(
                            "127.0.0.1",
                            0,
                            Duration.ofSeconds(10),
                            Tjenergrenser.STANDARD,
                            Ipfilter.aapent(),
                            Optional.empty(),
                            true),
                    klokke,
                    new SimpleMeterRegistry());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        stroemmer = new Endringsstroemmer(
                new Registertilsyn(lager.endringslogg(), List::of),
                klokke,
                new Stroemgrenser(1, 1, Duration.ofSeconds(4)));
        tjener.aapne(
                headere -> KALLER,
                () -> true,
                new MinneInnsynslogg(),
                List.of(
                        new TotalbestandRessurs(
                                new Totalbestandutlevering(
                                        arkiv,
                                        Set.of(Totalbestandformat.JSON),
                                        Operasjon.TOTALBESTAND_A,
                                        new Adgangskontroll(Avtaler.UTEN)),
                                new Nedlastinger(10)),
                        new HistorikkRessurs(
                                new Historikkoppslag(lager.virksomhetsregister(), new Adgangskontroll(Avtaler.UTEN)),
                                representasjon,
                                new BodsRepresentasjon(hva -> new UUID(hva.hashCode(), hva.length()))),
                        new EndringsloggRessurs(
                                new Endringslogglesing(lager.endringslogg(), new Adgangskontroll(Avtaler.UTEN)),
                                new Endringsloggfoelging(lager.endringslogg(), new Adgangskontroll(Avtaler.UTEN)),
                                stroemmer)));
    }

    private void lukk() {
        stroemmer.close();
        tjener.close();
        lager.close();
    }

    @Override
    public void close() {
        lukk();
    }
}
