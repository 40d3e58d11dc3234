package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import no.rrh.application.port.out.Generasjon;
import no.rrh.domain.Eksempler;
import no.rrh.persistence.Testpostgres;
import no.rrh.persistence.register.Databaseadresse;
import no.rrh.persistence.register.H2Register;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A back-up taken by the JAR while it is written to, and brought back; refused when it is damaged, and killed half-way.
 * {@code -Dkopi.froe} draws the same moments and places again.
 */
@BareH2("it is the file that is copied; a database has tools of its own, and is refused here")
class SikkerhetskopiIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MANGE = 3_000;
    private static final int DRAP = Integer.getInteger("kopi.drap", 6);
    private static final Random TILFELDIG = new Random(froe());

    private static Path data;
    private static Path kopi;

    private static long froe() {
        long froe = Long.getLong("kopi.froe", System.nanoTime());
        System.out.println("kopi.froe=" + froe);
        return froe;
    }

    /** A register that nobody has open, with a totalbestand, and a back-up of it. */
    @BeforeAll
    static void lag() throws IOException {
        data = Felles.mappe();
        vellykket("importer", importfil(0, MANGE).toString(), "--data", data.toString());
        vellykket("totalbestand", "--data", data.toString());
        kopi = Felles.mappe().resolve("kopi.zip");
        vellykket("sikkerhetskopi", kopi.toString(), "--data", data.toString());
    }

    private static Rrhprosess.Resultat vellykket(String... argumenter) {
        Rrhprosess.Resultat resultat = Rrhprosess.her(argumenter);
        assertThat(resultat.kode()).as(resultat.feil()).isZero();
        return resultat;
    }

    private static Path importfil(int fra, int antall) throws IOException {
        StringJoiner liste = new StringJoiner(",", "[", "]");
        IntStream.range(fra, fra + antall)
                .forEach(i ->
                        liste.add(Poster.post(Eksempler.organisasjonsnummer(i).verdi(), i)));
        return Files.writeString(Felles.mappe().resolve("inn.json"), liste.toString());
    }

    private static JsonNode manifest(Path fil) throws IOException {
        try (ZipFile zip = new ZipFile(fil.toFile());
                InputStream inn = zip.getInputStream(zip.getEntry("manifest.json"))) {
            return JSON.readTree(inn);
        }
    }

    private static JsonNode kontrollsum(Path mappe) throws IOException {
        return JSON.readTree(vellykket("kontrollsum", "--json", "--stille", "--data", mappe.toString())
                .ut());
    }

    private static Path ny() {
        return Felles.mappe().resolve("data");
    }

    private static Rrhprosess.Resultat gjenopprett(Path fra, Path til, String... mer) {
        return Rrhprosess.her(
                Stream.concat(Stream.of("gjenopprett", fra.toString(), "--data", til.toString()), Stream.of(mer))
                        .toArray(String[]::new));
    }

    private static Set<String> alt(Path mappe) throws IOException {
        Set<String> filer = new TreeSet<>();
        try (Stream<Path> stier = Files.walk(mappe)) {
            stier.forEach(sti -> filer.add(mappe.relativize(sti).toString()));
        }
        return filer;
    }

    @Test
    void aRegisterThatIsWrittenToIsBackedUpAndBroughtBackAndServedFrom() throws Exception {
        Path levende = Felles.mappe();
        Path fil = Felles.mappe().resolve("levende.zip");
        long sisteFoer;
        try (Rrhprosess server = Rrhprosess.serve(levende)) {
            AtomicInteger neste = new AtomicInteger(1_000);
            AtomicBoolean slutt = new AtomicBoolean();
            List<CompletableFuture<Void>> skrivere = IntStream.range(0, 2)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> skrivTil(levende, neste, slutt)))
                    .toList();
            try {
                Vent.til("imports", java.time.Duration.ofSeconds(60), () -> neste.get() > 1_003);
                sisteFoer = kontrollsum(levende).get("sekvensnummer").asLong();
                Rrhprosess.Resultat tatt =
                        Rrhprosess.kjoer("sikkerhetskopi", fil.toString(), "--data", levende.toString());
                assertThat(tatt.kode()).as(tatt.feil()).isZero();
                assertThat(tatt.feil())
                        .contains(
                                "Sikkerhetskopien er tatt",
                                manifest(fil).get("kontrollsum").asText());
            } finally {
                slutt.set(true);
                CompletableFuture.allOf(skrivere.toArray(CompletableFuture[]::new))
                        .get(60, TimeUnit.SECONDS);
            }
            assertThat(server.logg()).doesNotContain("ERROR");
        }
        JsonNode manifest = manifest(fil);
        assertThat(manifest.get("sekvensnummer").asLong()).isGreaterThanOrEqualTo(sisteFoer);
        assertDigester(fil, manifest);

        Path ny = ny();
        Rrhprosess.Resultat gjenopprettet = Rrhprosess.kjoer("gjenopprett", fil.toString(), "--data", ny.toString());

        assertThat(gjenopprettet.kode()).as(gjenopprettet.feil()).isZero();
        assertThat(gjenopprettet.ut()).isEmpty();
        List<Generasjon> generasjoner = generasjoner(ny);
        Generasjon nyeste = generasjoner.get(1);
        assertThat(gjenopprettet.feil())
                .contains(
                        "Kontrollsummen er den manifestet sier: "
                                + manifest.get("kontrollsum").asText(),
                        nyeste.id().toString(),
                        Long.toString(nyeste.etter()),
                        "sekvensnummer " + manifest.get("sekvensnummer").asLong(),
                        "Innsynsloggen er ikke med");
        assertThat(generasjoner).hasSize(2).startsWith(generasjoner(levende).get(0));
        assertThat(nyeste.etter()).isGreaterThan(manifest.get("sekvensnummer").asLong());
        assertServes(ny, manifest, generasjoner);
    }

    private static void skrivTil(Path levende, AtomicInteger neste, AtomicBoolean slutt) {
        while (!slutt.get()) {
            try {
                vellykket(
                        "importer",
                        importfil(neste.getAndIncrement(), 1).toString(),
                        "--stille",
                        "--data",
                        levende.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** As somebody without this program would check it. */
    private static void assertDigester(Path fil, JsonNode manifest) throws IOException, NoSuchAlgorithmException {
        List<String> navn = new ArrayList<>();
        try (ZipFile zip = new ZipFile(fil.toFile())) {
            for (JsonNode en : manifest.get("filer")) {
                navn.add(en.get("navn").asText());
                ZipEntry oppfoering = zip.getEntry(en.get("navn").asText());
                byte[] byter = zip.getInputStream(oppfoering).readAllBytes();
                assertThat(byter).hasSize(en.get("stoerrelse").asInt());
                assertThat(HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(byter)))
                        .isEqualTo(en.get("sha256").asText());
            }
            assertThat(zip.size()).isEqualTo(navn.size() + 1);
        }
        assertThat(navn)
                .contains(
                        "datamappe.properties",
                        "register/rrh.mv.db",
                        "register/soekenoekkel",
                        "maskinporten/noekkel.jwk.json")
                .anyMatch(en -> en.startsWith("totalbestand/totalbestand-"))
                .noneMatch(en -> en.contains("innsynslogg"));
    }

    private static void assertServes(Path ny, JsonNode manifest, List<Generasjon> generasjoner) throws IOException {
        try (Rrhprosess server = Rrhprosess.serve(ny)) {
            String token = "Authorization: Bearer " + Felles.token(ny, "--scope", Felles.OFFENTLIG);
            assertThat(Raa.send(server.adresse(), "GET", "/api/virksomheter/313513408", token)
                            .status())
                    .isEqualTo(200);
            assertThat(Raa.send(
                                    server.adresse(),
                                    "GET",
                                    "/api/virksomheter/"
                                            + Eksempler.organisasjonsnummer(1_000)
                                                    .verdi(),
                                    token)
                            .status())
                    .isEqualTo(200);
            assertThat(Raa.send(server.adresse(), "GET", "/api/virksomheter/json", token)
                            .status())
                    .isEqualTo(200);
            vellykket("importer", importfil(900_000, 1).toString(), "--data", ny.toString());
            JsonNode endringer = Raa.send(server.adresse(), "GET", "/api/oppslag/v1/endringslogg?antall=10000", token)
                    .json();
            JsonNode siste = endringer.get(endringer.size() - 1);
            assertThat(endringer).hasSize(manifest.get("sekvensnummer").asInt() + 1);
            assertThat(endringer.get(0).get("source").asText())
                    .contains(generasjoner.get(0).id().toString());
            assertThat(siste.get("source").asText())
                    .contains(generasjoner.get(1).id().toString());
            assertThat(siste.get("id").asLong()).isEqualTo(generasjoner.get(1).etter() + 1);
        }
    }

    private static List<Generasjon> generasjoner(Path mappe) {
        try (H2Register h2 = H2Register.aapne(mappe.resolve("register"), Clock.systemUTC())) {
            return h2.endringslogg().generasjoner();
        }
    }

    @Test
    void theContentHashIsThatOfTheBackUpWhenNobodyWrites() throws IOException {
        JsonNode sum = kontrollsum(data);
        JsonNode manifest = manifest(kopi);

        assertThat(manifest.get("kontrollsum")).isEqualTo(sum.get("kontrollsum"));
        assertThat(manifest.get("sekvensnummer").asInt()).isEqualTo(MANGE);
        assertThat(sum.get("tabeller").get("virksomhet").get("rader").asInt()).isEqualTo(MANGE);
        assertThat(vellykket("kontrollsum", "--data", data.toString()).ut())
                .contains(
                        "TABELL",
                        "virksomhet ",
                        "sekvensnummer: " + MANGE,
                        "kontrollsum: " + sum.get("kontrollsum").asText())
                .hasLineCount(12);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kopi)))
                .isEqualTo("rw-------");
    }

    @Test
    void theFilesOfTotalbestandCanBeLeftOutAndTheBackUpGoToStandardOutput() throws Exception {
        Path fil = Felles.mappe().resolve("ut.zip");
        Process prosess = new ProcessBuilder(
                        Rrhprosess.java(),
                        "-jar",
                        Rrhprosess.jar(),
                        "sikkerhetskopi",
                        "-",
                        "--uten-totalbestand",
                        "--data",
                        data.toString())
                .redirectOutput(fil.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(prosess.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(prosess.exitValue()).isZero();
        List<String> navn = new ArrayList<>();
        manifest(fil).get("filer").forEach(en -> navn.add(en.get("navn").asText()));
        assertThat(navn)
                .contains("datamappe.properties", "register/rrh.mv.db", "register/soekenoekkel")
                .noneMatch(en -> en.startsWith("totalbestand"));

        Path til = ny();
        assertThat(gjenopprett(fil, til).kode()).isZero();
        assertThat(vellykket("totalbestand", "--data", til.toString()).feil()).contains("Laget totalbestand-");
    }

    @Test
    void bothAreToldOfInTheInnsynsloggAndTheOneThatIsThereGoesOn() throws IOException {
        Path til = ny();
        Files.createDirectories(til);
        Files.move(copy(data.resolve("innsynslogg")), til.resolve("innsynslogg"));

        Rrhprosess.Resultat gjenopprettet = gjenopprett(kopi, til);

        assertThat(gjenopprettet.kode()).as(gjenopprettet.feil()).isZero();
        assertThat(gjenopprettet.feil()).contains("den som lå i", "fortsetter");
        List<JsonNode> foeringer = new ArrayList<>();
        for (String linje : vellykket("innsynslogg", "eksporter", "--data", til.toString())
                .ut()
                .lines()
                .toList()) {
            foeringer.add(JSON.readTree(linje));
        }
        assertThat(foeringer).anySatisfy(en -> {
            assertThat(en.get("operasjon").asText()).isEqualTo("kommando-sikkerhetskopi");
            assertThat(en.path("fil").asText()).isEqualTo("sikkerhetskopi");
            assertThat(en.path("sekvensnummer").asInt()).isEqualTo(MANGE);
        });
        assertThat(foeringer)
                .anySatisfy(en -> assertThat(en.get("operasjon").asText()).isEqualTo("kommando-gjenopprett"));
        assertThat(vellykket("innsynslogg", "verifiser", "--data", til.toString())
                        .ut())
                .contains("Hel.");
    }

    private static Path copy(Path fra) throws IOException {
        Path til = Felles.mappe().resolve("kopi");
        Files.createDirectories(til);
        try (Stream<Path> filer = Files.list(fra)) {
            for (Path fil : filer.toList()) {
                Files.copy(fil, til.resolve(fil.getFileName()));
            }
        }
        return til;
    }

    @Test
    void aDamagedOneIsRefusedAndNothingIsLeft() throws IOException {
        byte[] hel = Files.readAllBytes(kopi);
        int manifest = tekst(hel).lastIndexOf("PK\3\4");
        int katalog = tekst(hel).indexOf("PK\1\2");
        int register = tekst(hel).indexOf("rrh.mv.db") + 2_000;
        List<Integer> steder = new ArrayList<>(List.of(
                register,
                hel.length / 2,
                manifest - 100,
                manifest + 200,
                katalog + 42,
                katalog + 50,
                hel.length - 6,
                hel.length - 20));
        TILFELDIG.ints(20, 60, manifest).filter(sted -> sted > register).forEach(steder::add);
        for (int sted : steder) {
            byte[] skadet = hel.clone();
            skadet[sted] ^= 0x10;
            assertAvvist(skadet, "byte " + sted + " of " + hel.length);
        }
        for (int lengde : List.of(0, 1, 100, hel.length / 2, manifest, katalog, hel.length - 1)) {
            assertAvvist(java.util.Arrays.copyOf(hel, lengde), "cut at " + lengde);
        }
    }

    private static String tekst(byte[] byter) {
        return new String(byter, StandardCharsets.ISO_8859_1);
    }

    private static void assertAvvist(byte[] byter, String hvordan) throws IOException {
        Path fil = Files.write(Felles.mappe().resolve("skadet.zip"), byter);
        Path til = ny();
        Rrhprosess.Resultat resultat = gjenopprett(fil, til);
        assertThat(resultat.kode()).as(hvordan).isEqualTo(1);
        assertThat(resultat.feil().strip().lines())
                .as(hvordan)
                .singleElement()
                .asString()
                .contains("skadet");
        assertThat(til).as(hvordan).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--miljoe=test|2|er fra miljøet lokal og kan ikke gjenopprettes i test",
                "--db=jdbc:postgresql://127.0.0.1:1/x|2|db.url er satt"
            })
    void whatCannotBeIsRefusedAndNothingIsMade(String valg) {
        String[] del = valg.split("\\|");
        Path til = ny();
        Rrhprosess.Resultat resultat = gjenopprett(kopi, til, del[0].split("="));
        assertThat(resultat.kode()).as(resultat.feil()).isEqualTo(Integer.parseInt(del[1]));
        assertThat(resultat.feil().strip().lines()).singleElement().asString().contains(del[2]);
        assertThat(til).doesNotExist();
    }

    @Test
    void aFolderThatHasARegisterAndAFileThatIsNotThereAreRefused() throws IOException {
        Set<String> foer = alt(data);
        Rrhprosess.Resultat iBruk = gjenopprett(kopi, data);
        assertThat(iBruk.kode()).isEqualTo(2);
        assertThat(iBruk.feil()).contains("er ikke tom");
        assertThat(alt(data)).isEqualTo(foer);

        Path til = ny();
        Rrhprosess.Resultat borte = gjenopprett(Path.of("finnes-ikke.zip"), til);
        assertThat(borte.kode()).isEqualTo(1);
        assertThat(borte.feil()).contains("filen kan ikke leses: finnes-ikke.zip");
        assertThat(til).doesNotExist();

        Rrhprosess.Resultat uten = Rrhprosess.her("sikkerhetskopi", "x.zip", "--data", til.toString());
        assertThat(uten.kode()).isEqualTo(2);
        assertThat(uten.feil()).contains("ikke noe register");
        assertThat(Path.of("x.zip")).doesNotExist();
    }

    @Test
    void aFullDiskIsToldOfAndLeavesNothing() throws Exception {
        Set<String> foer = alt(data);
        Path fil = Felles.mappe().resolve("stor.zip");
        try (Rrhprosess server = Rrhprosess.serve(data, "--totalbestand-cron", "av")) {
            String skrevet = medFilgrense(64, "sikkerhetskopi", fil.toString(), "--data", data.toString());
            assertThat(skrevet).contains("kan ikke skrives", "disken er full", "1\n");
            String standardUt = tilFull("sikkerhetskopi", "-", "--data", data.toString());
            assertThat(standardUt).contains("standard ut kan ikke skrives til");
            assertThat(alt(data.resolve("register")))
                    .containsExactlyInAnyOrder("", ".laas", "rrh.mv.db", "rrh.segl", "soekenoekkel");
            assertThat(Raa.send(server.adresse(), "GET", "/helse/klar").status())
                    .isEqualTo(200);
        }
        assertThat(alt(fil.getParent())).containsExactly("");
        assertThat(alt(data.resolve("register")))
                .containsAll(foer.stream()
                        .filter(en -> en.startsWith("register/"))
                        .map(en -> en.substring("register/".length()))
                        .toList());

        Path til = ny();
        assertThat(medFilgrense(64, "gjenopprett", kopi.toString(), "--data", til.toString()))
                .contains("disken er full", "1\n");
        assertThat(til).doesNotExist();
    }

    /** What it said, and its exit code. */
    private static String medFilgrense(int blokker, String... argumenter) throws Exception {
        List<String> kommando = new ArrayList<>(List.of(
                "sh",
                "-c",
                "ulimit -f " + blokker + "; \"$@\" 2>&1; echo $?",
                "sh",
                Rrhprosess.java(),
                "-XX:-UsePerfData",
                "-jar",
                Rrhprosess.jar()));
        kommando.addAll(List.of(argumenter));
        return sagt(new ProcessBuilder(kommando).redirectErrorStream(true));
    }

    private static String tilFull(String... argumenter) throws Exception {
        List<String> kommando = new ArrayList<>(List.of(Rrhprosess.java(), "-jar", Rrhprosess.jar()));
        kommando.addAll(List.of(argumenter));
        Process prosess = new ProcessBuilder(kommando)
                .redirectOutput(new File("/dev/full"))
                .start();
        String feil = new String(prosess.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(prosess.waitFor()).isEqualTo(1);
        return feil;
    }

    private static String sagt(ProcessBuilder bygger) throws Exception {
        Process prosess = bygger.start();
        String sagt = new String(prosess.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        prosess.waitFor();
        return sagt;
    }

    @Test
    void aRestoreThatIsKilledLeavesNoRegisterOrAWholeOneAndCanBeRunAgain() throws IOException {
        long start = System.nanoTime();
        Rrhprosess.Resultat hel = Rrhprosess.kjoer("gjenopprett", kopi.toString(), "--data", ny().toString());
        assertThat(hel.kode()).as(hel.feil()).isZero();
        long helt = System.nanoTime() - start;
        StringJoiner fortalt = new StringJoiner(", ");
        int underveis = 0;
        for (int runde = 0; runde < DRAP || underveis == 0; runde++) {
            assertThat(runde).as("kills, of which none hit: " + fortalt).isLessThan(10 * DRAP);
            double del = (runde % DRAP + TILFELDIG.nextDouble()) / DRAP;
            Path til = ny();
            long slutt = System.nanoTime() + (long) (del * helt);
            Rrhprosess prosess = Rrhprosess.kommando("gjenopprett", kopi.toString(), "--data", til.toString());
            prosess.drepNaar(() -> System.nanoTime() >= slutt);
            boolean merket = Files.exists(til.resolve(".gjenopprettes"));
            if (merket) {
                underveis++;
                Rrhprosess.Resultat brukt = Rrhprosess.her("eksporter", "-", "--data", til.toString());
                assertThat(brukt.kode()).isNotZero();
                Rrhprosess.Resultat server = Rrhprosess.her("serve", "--port", "0", "--data", til.toString());
                assertThat(server.kode()).isEqualTo(1);
                assertThat(server.feil()).contains("ikke ferdig gjenopprettet");
            }
            if (!Files.isDirectory(til.resolve("register")) || merket) {
                Rrhprosess.Resultat igjen = gjenopprett(kopi, til);
                assertThat(igjen.kode()).as(igjen.feil()).isZero();
            }
            assertThat(generasjoner(til)).hasSize(2);
            assertThat(kontrollsum(til).get("tabeller").get("virksomhet"))
                    .isEqualTo(kontrollsum(data).get("tabeller").get("virksomhet"));
            fortalt.add(Math.round(del * 100) + " % " + (merket ? "unfinished" : "not begun, or done"));
        }
        System.out.println("restore of " + helt / 1_000_000 + " ms killed: " + fortalt);
    }

    @Test
    void aBackUpThatIsKilledLeavesNoFileOfThatNameAndTheRegisterAsItWas() throws IOException {
        JsonNode foer = kontrollsum(data);
        StringJoiner fortalt = new StringJoiner(", ");
        int levninger = 0;
        for (int runde = 0; runde < DRAP || levninger == 0; runde++) {
            assertThat(runde).as("kills, of which none hit: " + fortalt).isLessThan(20 * DRAP);
            Path fil = Felles.mappe().resolve("kopi.zip");
            boolean iServeren = runde % 2 == 1;
            Rrhprosess server = iServeren ? Rrhprosess.serve(data, "--totalbestand-cron", "av") : null;
            Rrhprosess kommando = Rrhprosess.kommando("sikkerhetskopi", fil.toString(), "--data", data.toString());
            long lengst = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
            // now and then later than at the first sight of it
            int nytt = TILFELDIG.nextInt(4);
            AtomicInteger sett = new AtomicInteger();
            (iServeren ? server : kommando)
                    .drepNaar(() -> harKopi() && sett.getAndIncrement() >= nytt || System.nanoTime() > lengst);
            boolean levning = harKopi();
            if (levning) {
                levninger++;
            }
            int kode = iServeren ? kommando.resultat().kode() : kommando.kode();
            assertThat(Files.exists(fil)).isEqualTo(kode == 0);
            assertThat(kontrollsum(data)).isEqualTo(foer);
            assertThat(harKopi()).isFalse();
            fortalt.add((iServeren ? "server " : "command ") + (levning ? "with" : "without") + " leftovers");
        }
        System.out.println("back-up killed: " + fortalt);
    }

    private static boolean harKopi() {
        try (Stream<Path> filer = Files.list(data.resolve("register"))) {
            return filer.anyMatch(fil -> fil.getFileName().toString().startsWith("kopi-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aRegisterInPostgreSqlHasTheHashAndIsPointedToThatDatabasesOwnTools() throws IOException {
        Databaseadresse adresse = Testpostgres.tom();
        Path mappe = Felles.mappe();
        Path passord = Files.writeString(
                Felles.mappe().resolve("passord"), adresse.passord().orElse(""));
        List<String> valg = new ArrayList<>(List.of("--data", mappe.toString(), "--db", adresse.url()));
        adresse.bruker().ifPresent(bruker -> valg.addAll(List.of("--db-bruker", bruker)));
        adresse.passord().ifPresent(ord -> valg.addAll(List.of("--db-passordfil", passord.toString())));
        medValg(valg, "importer", importfil(0, 50).toString());
        Path h2 = Felles.mappe();
        vellykket("importer", importfil(0, 50).toString(), "--data", h2.toString());

        Rrhprosess.Resultat sum = medValg(valg, "kontrollsum", "--json");

        for (String tabell :
                List.of("virksomhet", "virksomhet_tidligere", "registrering", "registrering_tidligere_versjon")) {
            assertThat(JSON.readTree(sum.ut()).get("tabeller").get(tabell))
                    .isEqualTo(kontrollsum(h2).get("tabeller").get(tabell));
        }
        Path fil = Felles.mappe().resolve("kopi.zip");
        List<String> kopiering = new ArrayList<>(List.of("sikkerhetskopi", fil.toString()));
        kopiering.addAll(valg);
        Rrhprosess.Resultat kopiert = Rrhprosess.her(kopiering.toArray(String[]::new));
        assertThat(kopiert.kode()).isEqualTo(1);
        assertThat(kopiert.feil()).contains("PostgreSQL", "pg_dump", "docs/drift.md");
        assertThat(alt(fil.getParent())).containsExactly("");
    }

    private static Rrhprosess.Resultat medValg(List<String> valg, String... kommando) {
        return vellykket(Stream.concat(Stream.of(kommando), valg.stream()).toArray(String[]::new));
    }
}
