package no.rrh.application.port.out;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Several writers at once, each with a number of transactions to make, over the same few virksomheter. */
final class Skrivere {
    private static final int VIRKSOMHETER = 30;

    private final Supplier<Virksomhetsregister> register;
    private final AtomicLong fullfoert = new AtomicLong();
    private final CompletableFuture<Void> alle;

    Skrivere(Supplier<Virksomhetsregister> register, int antall, int transaksjoner) {
        this.register = register;
        ExecutorService traader = Executors.newFixedThreadPool(antall);
        List<CompletableFuture<Void>> arbeid = IntStream.range(0, antall)
                .mapToObj(skriver -> CompletableFuture.runAsync(() -> skriv(skriver, transaksjoner), traader))
                .toList();
        traader.shutdown();
        alle = CompletableFuture.allOf(arbeid.toArray(CompletableFuture[]::new));
    }

    boolean ferdige() {
        return alle.isDone();
    }

    /** Ends as they did, with their fault if they had one. */
    void vent() {
        alle.orTimeout(120, TimeUnit.SECONDS).join();
    }

    /** How many changes they have committed. */
    long endringer() {
        return fullfoert.get();
    }

    private void skriv(int skriver, int transaksjoner) {
        for (int i = 0; i < transaksjoner; i++) {
            int en = skriver * 7 + i * 11;
            boolean angrer = i % 10 == 9;
            try {
                int endringer = register.get().skriv(skriving -> {
                    int gjort = 0;
                    for (int j = 0; j <= en % 4; j++) {
                        gjort += registrer(skriving, en + j);
                    }
                    if (angrer) {
                        throw new Angret();
                    }
                    return gjort;
                });
                fullfoert.addAndGet(endringer);
            } catch (Angret e) {
                // its numbers are to be used by another
            }
        }
    }

    private static int registrer(Skriving skriving, int en) {
        Organisasjonsnummer nummer = Eksempler.organisasjonsnummer(en % VIRKSOMHETER * 10);
        Optional<RegistreringspliktigVirksomhet> foer = skriving.hent(nummer);
        // a history of few registrations, or the last writes would be far slower than the first
        Registerendring endring = foer.filter(
                        virksomhet -> virksomhet.registreringer().size() < 5)
                .map(virksomhet -> Registerfoering.registrer(
                        foer, nummer, Eksempler.registrering(UUID.randomUUID(), Eksempler.REGISTRERT, true)))
                .orElseGet(() -> merket(foer, nummer));
        skriving.lagre(endring);
        return endring.endringer().size();
    }

    /** The virksomhet said to be first registered a little later than it was. */
    private static Registerendring merket(Optional<RegistreringspliktigVirksomhet> foer, Organisasjonsnummer nummer) {
        RegistreringspliktigVirksomhet post = foer.map(virksomhet -> new RegistreringspliktigVirksomhet(
                        nummer,
                        virksomhet.foerstRegistrert().plusMillis(1),
                        virksomhet.slettet(),
                        virksomhet.registreringer()))
                .orElseGet(() -> Eksempler.meldt(nummer, Eksempler.REGISTRERT));
        return Registerfoering.innles(foer, post, UUID::randomUUID);
    }

    private static final class Angret extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
