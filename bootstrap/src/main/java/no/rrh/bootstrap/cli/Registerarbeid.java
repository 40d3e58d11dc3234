package no.rrh.bootstrap.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import no.rrh.application.port.in.Framdrift;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kanal.Kanalklient;
import no.rrh.bootstrap.kanal.Mottaker;
import no.rrh.bootstrap.kanal.Ordre;
import no.rrh.bootstrap.kanal.Utfoering;
import no.rrh.bootstrap.kobling.Datamappe;
import no.rrh.bootstrap.kobling.Registeroppdrag;
import no.rrh.bootstrap.kobling.Rrh;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.bootstrap.utfall.Utfall;
import no.rrh.persistence.innsynslogg.InnsynsloggenErIBruk;
import no.rrh.persistence.register.RegisteretErIBruk;

/**
 * Has work done on the register: by the server that has it open, where one runs on the data folder, else here. A register
 * or an innsynslogg that another command has open, or a server that is about to listen, is waited for a while.
 */
final class Registerarbeid {
    private static final Duration VENTETID = Duration.ofSeconds(10);
    private static final Duration MELLOM_FORSOEK = Duration.ofMillis(100);

    private final Innstillinger innstillinger;
    private final Function<Innstillinger, Rrh> aapning;

    /**
     * @param aapning opens the register where no server has it open
     */
    Registerarbeid(Innstillinger innstillinger, Function<Innstillinger, Rrh> aapning) {
        this.innstillinger = innstillinger;
        this.aapning = aapning;
    }

    /**
     * Returns when it is done.
     *
     * @throws Kommandofeil when it could not be done
     * @throws IOException when the input cannot be read or the output not written
     */
    void utfoer(Ordre gitt, InputStream inn, Mottaker mottaker) throws IOException {
        utfoer(gitt, inn, mottaker, rrh -> {});
    }

    /**
     * As {@link #utfoer(Ordre, InputStream, Mottaker)}.
     *
     * @param etterpaa what is done when the work is done, where it was done here
     */
    void utfoer(Ordre gitt, InputStream inn, Mottaker mottaker, Consumer<Rrh> etterpaa) throws IOException {
        Ordre ordre = gitt.med(Registeroppdrag.BRUKER, Kommandologg.bruker());
        long frist = System.nanoTime() + VENTETID.toNanos();
        while (true) {
            if (iServeren(ordre, inn, mottaker)) {
                return;
            }
            try (Rrh rrh = aapning.apply(innstillinger)) {
                Registeroppdrag.paa(rrh).get(ordre.navn()).utfoer(new Her(ordre, inn, mottaker));
                etterpaa.accept(rrh);
                return;
            } catch (RegisteretErIBruk | InnsynsloggenErIBruk e) {
                if (System.nanoTime() > frist) {
                    throw e;
                }
                LockSupport.parkNanos(MELLOM_FORSOEK.toNanos());
            }
        }
    }

    /** False when no server runs on the folder, or it is just going. */
    private boolean iServeren(Ordre ordre, InputStream inn, Mottaker mottaker) throws IOException {
        try (Kanalklient server = Kanalklient.koble(innstillinger.data()).orElse(null)) {
            if (server == null) {
                return false;
            }
            // refused here as it would be without a server: the flag may be wrong, and the folder another environment's
            Datamappe.finn(innstillinger);
            if (!server.gi(ordre)) {
                return false;
            }
            krevOk(server.utfoer(inn, mottaker));
            return true;
        }
    }

    private static void krevOk(Utfall utfall) {
        if (utfall.kode() != Utfall.OK) {
            throw new Kommandofeil(utfall);
        }
    }

    /** An order carried out in this process. */
    private record Her(Ordre ordre, InputStream inn, Mottaker mottaker) implements Utfoering {
        @Override
        public Map<String, String> valg() {
            return ordre.valg();
        }

        @Override
        public OutputStream ut() {
            return mottaker.ut();
        }

        @Override
        public void melding(String linje) {
            mottaker.melding(linje);
        }

        @Override
        public Framdrift framdrift() {
            return mottaker.framdrift();
        }
    }
}
