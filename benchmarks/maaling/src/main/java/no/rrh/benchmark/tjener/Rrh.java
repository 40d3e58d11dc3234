package no.rrh.benchmark.tjener;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import no.rrh.benchmark.innsetting.Rader;
import no.rrh.benchmark.prosess.Java;
import no.rrh.benchmark.prosess.Prosess;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.maskinporten.LokalMaskinporten;
import no.rrh.http.maskinporten.Tokenbestilling;

/**
 * The server and its commands, from its jar, on one data folder.
 *
 * @param lager the flags that say where the register lies; none when it lies in the folder
 * @param logger where what they say is put
 */
public record Rrh(Path jar, Path data, List<String> lager, Path logger) {
    /** The heap of every server that is measured. */
    public static final String HEAP = "1g";

    private static final String KONSUMENT = "310000019";

    /** A bank looks up: it is shown what stands in the totalbestand, and so in the peer's table. */
    private static final String BANK = "brreg:reelle/rapporteringspliktig";

    /** Only public authorities may search. */
    private static final String ETAT = "brreg:reelle/offentlig";

    /** Of all tables, before those of each. */
    private static final Pattern RADER = Pattern.compile("\"rader\":(\\d+)");

    private static final List<String> HJEMLER = List.of("hvitvaskingsloven-4-1-a", "forskrift-3-11-1-c");
    private static final Duration TOKENETS_LEVETID = Duration.ofHours(2);
    private static final Duration LENGSTE_START = Duration.ofMinutes(2);

    /**
     * As in production so far as {@code lokal} lets it: agreements are asked for, the innsynslogg is kept, in segments of
     * production's size, and the log is JSON. Quotas are counted, and never used up. The totalbestand is made beforehand, in
     * every format that there is to be, or the server would make it while it is measured.
     */
    private static final List<String> SOM_I_PRODUKSJON = List.of(
            "--forvaltning-port", "av",
            "--tilgang-krev", "ja",
            "--innsynslogg-segment", "64MiB",
            "--logg-format", "json",
            "--totalbestand-cron", "av",
            "--totalbestand-bods", "nei",
            "--kvote-oppslag", "999999999/1m",
            "--kvote-soek", "999999999/1m",
            "--kvote-totalbestand", "999999999/1m");

    /** Starts the server, and waits until it is ready. */
    public Tjener start(Port port, Http http) {
        Tjener tjener = start(port);
        return ventPaaKlar(tjener, http);
    }

    /** As {@link #start(Port, Http)}, with more to tell the JVM, and flags beside those of every server that is measured. */
    public Tjener start(Port port, Http http, List<String> jvm, List<String> flagg) {
        return ventPaaKlar(start(port, jvm, flagg), http);
    }

    private static Tjener ventPaaKlar(Tjener tjener, Http http) {
        return tjener.naar(
                () -> http.svarer(tjener.adresse().resolve("/helse/klar"), Optional.empty(), 200),
                LENGSTE_START,
                "rrh to be ready");
    }

    /** Starts the server, and waits for nothing. */
    public Tjener start(Port port) {
        return start(port, List.of(), List.of());
    }

    /** Starts the server with an archive of classes, as its unit does, and waits for nothing. */
    public Tjener startMedKlassearkiv(Port port, Path arkiv) {
        return start(port, List.of(Java.medKlassearkiv(arkiv)), List.of());
    }

    /** Makes the archive of classes, as docs/drift.md says: when a server on a folder of its own has started, and stops. */
    public Path lagKlassearkiv(Port port, Http http) {
        Path arkiv = logger.resolve("rrh.jsa");
        Path tom = logger.resolve("klassearkiv");
        List<String> linje = List.of(
                "serve",
                "--port",
                Integer.toString(port.nummer()),
                "--forvaltning-port",
                "av",
                "--data",
                tom.toString());
        Prosess prosess =
                Prosess.start(Java.jar(jar, HEAP, List.of(Java.lagKlassearkiv(arkiv)), linje), logg("klassearkiv"));
        try (Tjener tjener = new Tjener(port.adresse(), prosess)) {
            ventPaaKlar(tjener, http);
        }
        if (!Files.exists(arkiv)) {
            throw new IllegalStateException("the JVM made no archive of classes");
        }
        return arkiv;
    }

    private Tjener start(Port port, List<String> jvm, List<String> flagg) {
        List<String> argumenter = new ArrayList<>(List.of("--port", Integer.toString(port.nummer())));
        argumenter.addAll(SOM_I_PRODUKSJON);
        argumenter.addAll(flagg);
        return new Tjener(
                port.adresse(), Prosess.start(Java.jar(jar, HEAP, jvm, kommando("serve", argumenter)), logg("serve")));
    }

    /** Starts {@code importer}, into the folder or the server that has it. */
    public Prosess startImport(Path fil, String heap) {
        return Prosess.start(Java.jar(jar, heap, kommando("importer", List.of(fil.toString()))), logg("importer"));
    }

    /** Makes the totalbestand as JSON, with a heap and what else is told the JVM. */
    public Duration lagTotalbestand(String heap, String jvm) {
        return lagTotalbestand(heap, jvm, "nei");
    }

    /** As {@link #lagTotalbestand}, and as BODS too. */
    public Duration lagTotalbestandMedBods(String heap, String jvm) {
        return lagTotalbestand(heap, jvm, "ja");
    }

    private Duration lagTotalbestand(String heap, String jvm, String bods) {
        List<String> linje = new ArrayList<>(List.of("env", "RRH_TOTALBESTAND_BODS=" + bods));
        linje.addAll(Java.jar(jar, heap, List.of(jvm), kommando("totalbestand", List.of("--stille"))));
        return Prosess.kjoer(linje, logg("totalbestand"));
    }

    /** Gives the consumer of the tokens access, by an agreement for each scope. */
    public void giTilgang() {
        HJEMLER.forEach(hjemmel -> Prosess.kjoer(
                Java.jar(
                        jar,
                        "256m",
                        kommando(
                                List.of("tilgang", "gi"),
                                List.of(
                                        "--orgnr", KONSUMENT,
                                        "--hjemmel", hjemmel,
                                        "--navn", "SAKTE TASTATUR",
                                        "--epost", "post@eksempel.no",
                                        "--telefon", "12345678",
                                        "--besluttet-av", "benchmarks"))),
                logg("tilgang")));
    }

    /** Imports a file into no register, with the heap of a server, and counts the rows that came of it. */
    public Rader importer(Path fil) {
        try (Prosess importen = startImport(fil, HEAP)) {
            Duration tid = importen.ventTilSlutt();
            return new Rader(antallRader(), tid);
        }
    }

    /** How many rows the register has in all its tables, as {@code kontrollsum} tells it. */
    private long antallRader() {
        List<String> linje = kommando("kontrollsum", List.of("--json", "--stille"));
        try (Prosess prosess = Prosess.start(Java.jar(jar, HEAP, linje), logg("kontrollsum"))) {
            prosess.ventTilSlutt();
            Matcher rader = RADER.matcher(prosess.sagt());
            if (!rader.find()) {
                throw new IllegalStateException("kontrollsum does not tell how many rows there are");
            }
            return Long.parseLong(rader.group(1));
        }
    }

    /** Makes a synthetic register. */
    public static void generer(Path jar, int antall, long froe, Path fil, Path logg) {
        Prosess.kjoer(
                Java.jar(
                        jar,
                        "256m",
                        List.of(
                                "generer",
                                "--antall",
                                Integer.toString(antall),
                                "--froe",
                                Long.toString(froe),
                                "--ut",
                                fil.toString(),
                                "--stille")),
                logg);
    }

    /** A token for look-ups and downloads, from the issuer in the data folder; a server must have run on it. */
    public String token() {
        return utsteder().utsted(bestilling(BANK));
    }

    /** A token for searches. */
    public String soeketoken() {
        return utsteder().utsted(bestilling(ETAT));
    }

    /** So many tokens for look-ups, no two the same, signed on all cores. */
    public List<String> tokens(int antall) {
        LokalMaskinporten utsteder = utsteder();
        return IntStream.range(0, antall)
                .parallel()
                .mapToObj(nummer -> utsteder.utsted(bestilling(BANK)))
                .toList();
    }

    /** The keys that they are signed with, as a JWKS. */
    public String jwks() {
        return utsteder().jwksJson();
    }

    private static Tokenbestilling bestilling(String scope) {
        return new Tokenbestilling(
                List.of(scope), new Organisasjonsnummer(KONSUMENT), Optional.empty(), TOKENETS_LEVETID);
    }

    private LokalMaskinporten utsteder() {
        return LokalMaskinporten.aapne(data.resolve("maskinporten"), Clock.systemUTC());
    }

    /** Where the database lies, when it is in the folder. */
    public Path database() {
        return data.resolve("register");
    }

    private List<String> kommando(String navn, List<String> argumenter) {
        return kommando(List.of(navn), argumenter);
    }

    private List<String> kommando(List<String> navn, List<String> argumenter) {
        List<String> linje = new ArrayList<>(navn);
        linje.addAll(List.of("--data", data.toString()));
        linje.addAll(lager);
        linje.addAll(argumenter);
        return linje;
    }

    private Path logg(String navn) {
        return logger.resolve("rrh-" + data.getFileName() + "-" + navn + ".txt");
    }
}
