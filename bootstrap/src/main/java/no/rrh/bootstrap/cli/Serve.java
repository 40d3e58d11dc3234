package no.rrh.bootstrap.cli;

import java.io.PrintStream;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.config.Miljoe;
import no.rrh.bootstrap.kobling.Drift;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code serve}: runs the server until it is told to stop, by a signal or an interrupt of the thread that runs it. */
final class Serve implements Kommando {
    private final PrintStream ut;

    Serve(PrintStream ut) {
        this.ut = ut;
    }

    @Override
    public String navn() {
        return "serve";
    }

    @Override
    public Set<Innstilling> flagg() {
        return EnumSet.allOf(Innstilling.class);
    }

    @Override
    public void beskriv(CommandSpec spec) {
        spec.usageMessage().description("Kjører serveren.");
    }

    @Override
    public void kjoer(ParseResult valg, Innstillinger innstillinger) {
        Drift drift = Drift.start(innstillinger);
        CountDownLatch stopp = new CountDownLatch(1);
        Thread vedSignal = new Thread(() -> stopp(drift, stopp), "stopp");
        Runtime.getRuntime().addShutdownHook(vedSignal);
        ut.println("rrh er klar på " + drift.adresse() + " ("
                + innstillinger.miljoe().navn() + ")"
                + drift.forvaltning().map(uri -> ", forvaltning på " + uri).orElse(""));
        if (innstillinger.miljoe() == Miljoe.LOKAL) {
            ut.println(Eksempelkall.av(drift.adresse(), innstillinger.data()));
        }
        try {
            stopp.await();
        } catch (InterruptedException e) {
            if (avbestill(vedSignal)) {
                stopp(drift, stopp);
            }
        }
    }

    /** False when it is too late: the process is ending. */
    private static boolean avbestill(Thread vedSignal) {
        try {
            return Runtime.getRuntime().removeShutdownHook(vedSignal);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void stopp(Drift drift, CountDownLatch stopp) {
        LoggerFactory.getLogger(Serve.class).info("Stopping");
        drift.close();
        LoggerFactory.getLogger(Serve.class).info("Stopped");
        stopp.countDown();
    }
}
