package no.rrh.bootstrap.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One command run to its end, or a server until it is closed: the fat JAR as a process of its own, or, when {@code
 * rrh.test.prosess} is {@code jvm}, in the JVM of the tests.
 */
public final class Rrhprosess implements AutoCloseable {
    private static final Pattern KLAR =
            Pattern.compile("rrh er klar på (https?://\\S+) \\((\\w+)\\)(?:, forvaltning på (http://\\S+))?");
    private static final long VENTETID_S = 60;
    static final boolean ER_I_JVM =
            System.getProperty("rrh.test.prosess", "jar").equals("jvm");

    /** Most of these processes are gone before the second compiler would be done with them. */
    private static final String KORT_LIV = "-XX:TieredStopAtLevel=1";

    private static final long PAUSE_NS = 500_000;

    private final Process prosess;
    private final BufferedReader ut;
    private final Path feil;
    private final List<String> linjer = new ArrayList<>();

    private URI adresse;
    private URI forvaltning;

    private Rrhprosess(Process prosess, Path feil) {
        this.prosess = prosess;
        this.feil = feil;
        this.ut = new BufferedReader(new InputStreamReader(prosess.getInputStream(), UTF_8));
    }

    /** Starts {@code serve} on a free port and returns when it says that it is ready. */
    public static Rrhprosess serve(Path data, String... valg) {
        return serve(Map.of(), data, valg);
    }

    static Rrhprosess serve(Map<String, String> variabler, Path data, String... valg) {
        return start(variabler, serveargumenter(data, valg)).klar();
    }

    /** As {@link #serve(Path, String...)}, by another command that becomes it: what it is told to run is added. */
    public static Rrhprosess serveUnder(List<String> kommando, Path data, String... valg) {
        return start(kommando, Klassearkiv.valg(), Map.of(), serveargumenter(data, valg))
                .klar();
    }

    private static List<String> serveargumenter(Path data, String... valg) {
        List<String> argumenter = new ArrayList<>(List.of("serve", "--port", "0", "--data", data.toString()));
        argumenter.addAll(Arrays.asList(valg));
        return argumenter;
    }

    /** Starts a command without waiting for it. */
    public static Rrhprosess kommando(String... argumenter) {
        return start(Map.of(), Arrays.asList(argumenter));
    }

    /** Runs a command to its end. */
    public static Resultat kjoer(String... argumenter) {
        return kjoer(Map.of(), argumenter);
    }

    static Resultat kjoer(Map<String, String> variabler, String... argumenter) {
        return tilEnde(start(variabler, Arrays.asList(argumenter)));
    }

    private static Resultat tilEnde(Rrhprosess kommando) {
        // A server that should not have started would never end its output
        CompletableFuture.delayedExecutor(2 * VENTETID_S, TimeUnit.SECONDS).execute(kommando::be);
        return kommando.resultat();
    }

    /**
     * Runs a command as the JAR does, always in this JVM. A start of the JAR costs most of what a test of a command does, so
     * each command is started as one somewhere, and what it does is tried so. What it logs is not in what it said.
     */
    public static Resultat her(String... argumenter) {
        return her(Map.of(), argumenter);
    }

    static Resultat her(Map<String, String> variabler, String... argumenter) {
        return her("", variabler, argumenter);
    }

    /** As {@link #her(String...)}, with something to read on standard input. */
    static Resultat herMedInndata(String inndata, String... argumenter) {
        return her(inndata, Map.of(), argumenter);
    }

    private static Resultat her(String inndata, Map<String, String> variabler, String... argumenter) {
        Rrhprosess kommando = iJvm(variabler, Arrays.asList(argumenter), false);
        try (OutputStream inn = kommando.inn()) {
            inn.write(inndata.getBytes(UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tilEnde(kommando);
    }

    private static Rrhprosess start(Map<String, String> variabler, List<String> argumenter) {
        return ER_I_JVM
                ? iJvm(variabler, argumenter, true)
                : start(Klassearkiv.valg(), Registersted.med(variabler, argumenter), argumenter);
    }

    private static Rrhprosess iJvm(Map<String, String> variabler, List<String> argumenter, boolean medLogg) {
        try {
            Path feil = nyFeilfil();
            return new Rrhprosess(
                    Jvmprosess.start(Registersted.med(variabler, argumenter), argumenter, feil, medLogg), feil);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path nyFeilfil() throws IOException {
        Path feil = Files.createTempFile("rrh-", ".err");
        feil.toFile().deleteOnExit();
        return feil;
    }

    static Rrhprosess start(String javavalg, Map<String, String> variabler, List<String> argumenter) {
        return start(List.of(), javavalg, variabler, argumenter);
    }

    private static Rrhprosess start(
            List<String> foran, String javavalg, Map<String, String> variabler, List<String> argumenter) {
        try {
            List<String> kommando = new ArrayList<>(foran);
            kommando.addAll(List.of(java(), javavalg, "-Xmx256m", KORT_LIV, "-jar", jar()));
            kommando.addAll(argumenter);
            Path feil = nyFeilfil();
            ProcessBuilder bygger = new ProcessBuilder(kommando).redirectError(feil.toFile());
            bygger.environment().keySet().removeIf(navn -> navn.startsWith("RRH_"));
            bygger.environment().putAll(variabler);
            return new Rrhprosess(bygger.start(), feil);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where the java that runs the JAR lies. */
    static Path javamappe() {
        return Path.of(java()).toAbsolutePath().getParent();
    }

    static String jar() {
        return System.getProperty("rrh.jar");
    }

    public static String java() {
        String annen = System.getProperty("rrh.java", "");
        return annen.isBlank() || annen.startsWith("${")
                ? Path.of(System.getProperty("java.home"), "bin", "java").toString()
                : annen;
    }

    /** Waits until it says that it is ready. */
    Rrhprosess klar() {
        try {
            for (String linje = ut.readLine(); linje != null; linje = ut.readLine()) {
                linjer.add(linje);
                Matcher klar = KLAR.matcher(linje);
                if (klar.matches()) {
                    adresse = URI.create(klar.group(1));
                    forvaltning = klar.group(3) == null ? null : URI.create(klar.group(3));
                    if (klar.group(2).equals("lokal")) {
                        linjer.add(ut.readLine());
                    }
                    return this;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("the server did not become ready:\n" + logg());
    }

    private String resten() {
        StringBuilder tekst = new StringBuilder();
        ut.lines().forEach(linje -> tekst.append(linje).append('\n'));
        return tekst.toString();
    }

    public URI adresse() {
        return adresse;
    }

    /** Where the management port answers; null when it is turned off. */
    public URI forvaltning() {
        return forvaltning;
    }

    /** What it wrote to standard output until it was ready. */
    List<String> linjer() {
        return linjer;
    }

    /** What it reads on its standard input. */
    OutputStream inn() {
        return prosess.getOutputStream();
    }

    /** Waits for the end of a command that was started. */
    public Resultat resultat() {
        String tekst = resten();
        vent();
        return new Resultat(prosess.exitValue(), tekst, logg());
    }

    /** What it has written to standard error. */
    public String logg() {
        try {
            return Files.readString(feil, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public long pid() {
        return prosess.pid();
    }

    /** Ends it without warning. */
    public void drep() {
        if (prosess instanceof Jvmprosess) {
            throw new AssertionError("only a process can be killed: a test that does is marked with EgenProsess");
        }
        prosess.destroyForcibly();
        vent();
    }

    /**
     * Ends it without warning (SIGKILL) at a moment of its work, unless it ends by itself before.
     *
     * @return whether it was still at work
     */
    public boolean drepNaar(BooleanSupplier naa) {
        while (prosess.isAlive() && !naa.getAsBoolean()) {
            LockSupport.parkNanos(PAUSE_NS);
        }
        drep();
        return prosess.exitValue() != 0;
    }

    /** How it ended. */
    public int kode() {
        return prosess.exitValue();
    }

    /** Asks it to stop, as a service manager does, without waiting. */
    public void be() {
        prosess.destroy();
    }

    public void vent() {
        try {
            if (!prosess.waitFor(VENTETID_S, TimeUnit.SECONDS)) {
                prosess.destroyForcibly();
                throw new AssertionError("the process did not end:\n" + logg());
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        be();
        vent();
    }

    public record Resultat(int kode, String ut, String feil) {}
}
