package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.Importvalg;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.kobling.Rrh;
import no.rrh.domain.Eksempler;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.persistence.arkiv.Filarkiv;
import no.rrh.persistence.register.H2Register;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The JAR is killed while it works, at moments spread over its time and at changes that are seen in the data folder. What
 * it leaves is the state before or the state after, whole, and the folder can be worked in at once. {@code -Ddrep.froe}
 * draws the same moments again.
 */
@BareH2("the folder is copied and looked at; on PostgreSQL the kills of the fault tests do it")
class DrepIT {
    private static final int FOER = 2_000;
    private static final int ETTER = 3_000;
    private static final int DRAP = 4;
    private static final int HOEYST = 40;
    private static final int SKRITT = 8;

    private static final Random TILFELDIG = new Random(froe());

    private static final int SERVERDRAP = Integer.getInteger("drep.server", 2);

    private static Path gammelFil;
    private static Path nyFil;
    private static Path gammelt;

    private enum Utfall {
        GAMMELT,
        NYTT
    }

    private static long froe() {
        long froe = Long.getLong("drep.froe", System.nanoTime());
        System.out.println("drep.froe=" + froe);
        return froe;
    }

    /** The old state: a register and the totalbestand of it. */
    @BeforeAll
    static void lagDetGamle() throws IOException {
        gammelFil = importfil(FOER, "old");
        nyFil = importfil(ETTER, "new");
        gammelt = Felles.mappe();
        importer(gammelt, gammelFil);
        lagTotalbestand(gammelt);
    }

    @Test
    void anImportThatIsKilledHasImportedAllOfTheFileOrNothing() throws IOException {
        Innhold foer = innhold(gammelt);
        Path hel = kopi(gammelt);
        Forloep helt = kjoerHelt(hel, DrepIT::importerende);
        Innhold etter = innhold(hel);
        assertThat(foer.virksomheter()).hasSize(FOER);
        assertThat(etter.virksomheter()).hasSize(ETTER);
        assertThat(Collections.disjoint(foer.virksomheter(), new HashSet<>(etter.virksomheter())))
                .isTrue();

        drepIgjenOgIgjen("import", gammelt, helt, DrepIT::importerende, data -> {
            Innhold funnet = innhold(data);
            // not by AssertJ, which would print them all
            assertThat(funnet.equals(foer) || funnet.equals(etter))
                    .as("the old or the new, not %d changes, %d virksomheter", funnet.siste(), funnet.antall())
                    .isTrue();
            importer(data, nyFil);
            assertThat(innhold(data).equals(etter)).as("the next import").isTrue();
            return funnet.equals(foer) ? Utfall.GAMMELT : Utfall.NYTT;
        });
    }

    @Test
    void aTotalbestandWhoseMakingIsKilledIsWholeOrTheOneBeforeItIs() throws IOException {
        Path grunnlag = kopi(gammelt);
        importer(grunnlag, nyFil);
        String foer = lestOgSjekket(arkiv(grunnlag));
        Path hel = kopi(grunnlag);
        Forloep helt = kjoerHelt(hel, DrepIT::bestandlagende);
        String etter = lestOgSjekket(arkiv(hel));
        assertThat(etter).isNotEqualTo(foer);

        AtomicInteger uferdige = new AtomicInteger();
        Function<Path, Utfall> sjekk = data -> {
            if (harUferdig(data)) {
                uferdige.incrementAndGet();
            }
            Filarkiv arkiv = arkiv(data);
            assertThat(harUferdig(data)).isFalse();
            String lest = lestOgSjekket(arkiv);
            assertThat(lest).isIn(foer, etter);
            lagTotalbestand(data);
            assertThat(lestOgSjekket(arkiv)).isEqualTo(etter);
            return lest.equals(foer) ? Utfall.GAMMELT : Utfall.NYTT;
        };
        drepIgjenOgIgjen("totalbestand", grunnlag, helt, DrepIT::bestandlagende, sjekk);

        // a fast machine writes the file between two looks, so a moment drawn is not sure to fall there
        for (int runde = 0; uferdige.get() == 0; runde++) {
            assertThat(runde)
                    .as("kills at the first sight of an unfinished file")
                    .isLessThan(HOEYST);
            Path data = kopi(grunnlag);
            try (Rrhprosess prosess = bestandlagende(data)) {
                prosess.drepNaar(() -> harUferdig(data));
            }
            sjekk.apply(data);
        }
        System.out.println("killed while the file was written: " + uferdige);
    }

    /** The command hands its work over, so it is the server that must be killed. {@code -Ddrep.server} says how often. */
    @Test
    void anImportInAServerThatIsKilledHasImportedAllOfTheFileOrNothing() throws IOException {
        Innhold foer = innhold(gammelt);
        Path hel = kopi(gammelt);
        Duration helt = kjoerHelt(hel, DrepIT::importerende).tid();
        Innhold etter = innhold(hel);
        StringJoiner fortalt = new StringJoiner(", ");
        for (int runde = 0; runde < SERVERDRAP; runde++) {
            double del = (runde + TILFELDIG.nextDouble()) / SERVERDRAP;
            Path data = kopi(gammelt);
            Rrhprosess server = Rrhprosess.serve(data, "--forvaltning-port", "av", "--totalbestand-cron", "av");
            Rrhprosess kommando = importerende(data);
            long slutt = System.nanoTime() + (long) (del * helt.toNanos());
            server.drepNaar(() -> System.nanoTime() >= slutt);
            Rrhprosess.Resultat resultat = kommando.resultat();

            Innhold funnet = innhold(data);
            assertThat(funnet.equals(foer) || funnet.equals(etter))
                    .as("the old or the new, not %d changes, %d virksomheter", funnet.siste(), funnet.antall())
                    .isTrue();
            // what was told to be done is done; what was not told may be
            assertThat(resultat.kode() != 0 || funnet.equals(etter))
                    .as(resultat.feil())
                    .isTrue();
            fortalt.add(Math.round(del * 100) + " % " + (funnet.equals(foer) ? Utfall.GAMMELT : Utfall.NYTT) + " "
                    + resultat.kode());
        }
        System.out.println("import in a server, killed " + SERVERDRAP + " times: " + fortalt);
    }

    /**
     * Every other kill comes at a time of the work, as long as that takes undisturbed, and the others at a change in the
     * data folder, the last ones first: they are those just before and just after the commit.
     */
    private static void drepIgjenOgIgjen(
            String hva,
            Path utgangspunkt,
            Forloep helt,
            Function<Path, Rrhprosess> arbeid,
            Function<Path, Utfall> sjekk)
            throws IOException {
        Set<Utfall> sett = EnumSet.noneOf(Utfall.class);
        StringJoiner fortalt = new StringJoiner(", ");
        int drept = 0;
        for (int runde = 0; drept < DRAP || sett.size() < Utfall.values().length; runde++) {
            assertThat(runde)
                    .as("kills, of which some hit before and some after: " + fortalt)
                    .isLessThan(HOEYST);
            boolean vedTid = runde % 2 == 0;
            double del = (runde % DRAP + 2 * TILFELDIG.nextDouble()) / DRAP;
            int skritt = Math.max(1, helt.endringer() / SKRITT);
            int endring = helt.endringer() - runde / 2 * skritt % helt.endringer();
            Path data = kopi(utgangspunkt);
            Endringsteller teller = new Endringsteller(data);
            long slutt = System.nanoTime() + (long) (del * helt.tid().toNanos());
            boolean underveis;
            try (Rrhprosess prosess = arbeid.apply(data)) {
                underveis = prosess.drepNaar(() -> vedTid ? System.nanoTime() >= slutt : teller.tell() >= endring);
            }
            Utfall utfall = sjekk.apply(data);
            fortalt.add((vedTid ? Math.round(del * 100) + " %" : "change " + endring) + " "
                    + (underveis ? utfall : "ended"));
            if (underveis) {
                drept++;
                sett.add(utfall);
            }
        }
        System.out.println(hva + " of " + helt.tid().toMillis() + " ms and " + helt.endringer() + " changes, killed "
                + drept + " times: " + fortalt);
    }

    /** What it takes when nobody disturbs it. */
    private record Forloep(Duration tid, int endringer) {}

    private static Forloep kjoerHelt(Path data, Function<Path, Rrhprosess> arbeid) {
        Endringsteller teller = new Endringsteller(data);
        long start = System.nanoTime();
        try (Rrhprosess prosess = arbeid.apply(data)) {
            prosess.drepNaar(() -> teller.tell() < 0);
            assertThat(prosess.kode()).as(prosess.logg()).isZero();
        }
        return new Forloep(Duration.ofNanos(System.nanoTime() - start), teller.tell());
    }

    /** Counts the changes it sees of the files in a folder. */
    private static final class Endringsteller {
        private final Path mappe;
        private String sist;
        private int antall;

        Endringsteller(Path mappe) {
            this.mappe = mappe;
            this.sist = naa();
        }

        int tell() {
            String naa = naa();
            if (!naa.equals(sist)) {
                sist = naa;
                antall++;
            }
            return antall;
        }

        private String naa() {
            StringBuilder filer = new StringBuilder();
            try (Stream<Path> alt = Files.walk(mappe)) {
                for (Path sti : alt.sorted().toList()) {
                    BasicFileAttributes attributter = Files.readAttributes(sti, BasicFileAttributes.class);
                    filer.append(sti).append(attributter.size()).append(attributter.lastModifiedTime());
                }
            } catch (IOException | UncheckedIOException e) {
                // one went away just then: a change it is
                filer.append(antall);
            }
            return filer.toString();
        }
    }

    private static Rrhprosess importerende(Path data) {
        return Rrhprosess.kommando("importer", nyFil.toString(), "--data", data.toString());
    }

    private static Rrhprosess bestandlagende(Path data) {
        return Rrhprosess.kommando("totalbestand", "--data", data.toString());
    }

    private static Rrh rrh(Path data) {
        return Rrh.aapne(Innstillinger.les(Map.of(Innstilling.DATA, data.toString()), Map.of()));
    }

    private static void importer(Path data, Path fil) {
        try (Rrh rrh = rrh(data);
                InputStream inn = new BufferedInputStream(Files.newInputStream(fil))) {
            rrh.importer().importer(inn, Importvalg.FLETT, Framdrift.INGEN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lagTotalbestand(Path data) {
        try (Rrh rrh = rrh(data)) {
            rrh.lagTotalbestand().lag(Framdrift.INGEN);
        }
    }

    /** All that a register holds, but the times of its changes. */
    private record Innhold(
            long siste, List<RegistreringspliktigVirksomhet> virksomheter, List<List<Object>> endringer) {
        int antall() {
            return virksomheter.size();
        }
    }

    private static Innhold innhold(Path data) {
        try (H2Register h2 = H2Register.aapne(data.resolve("register"), Clock.systemUTC())) {
            List<RegistreringspliktigVirksomhet> alle = new ArrayList<>();
            for (int i = 0; i < ETTER; i++) {
                h2.virksomhetsregister().hent(Eksempler.organisasjonsnummer(i)).ifPresent(alle::add);
            }
            List<List<Object>> endringer = h2.endringslogg().etter(0, Integer.MAX_VALUE).stream()
                    .map(endring -> List.<Object>of(endring.sekvensnummer(), endring.endring()))
                    .toList();
            return new Innhold(h2.endringslogg().siste(), alle, endringer);
        }
    }

    private static Filarkiv arkiv(Path data) {
        return new Filarkiv(data.resolve("totalbestand"), Duration.ofDays(7), Clock.systemUTC());
    }

    private static boolean harUferdig(Path data) {
        try (Stream<Path> filer = Files.list(data.resolve("totalbestand"))) {
            return filer.anyMatch(fil -> fil.toString().endsWith(".uferdig"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The digest of what is in the file in service, which is read whole; the file is the one its name says. */
    private static String lestOgSjekket(Filarkiv arkiv) {
        Totalbestandfil fil = arkiv.siste().orElseThrow();
        MessageDigest ytre = sha256();
        MessageDigest indre = sha256();
        try (InputStream inn = new DigestInputStream(Files.newInputStream(fil.sti()), ytre)) {
            ZipInputStream zip = new ZipInputStream(inn);
            assertThat(zip.getNextEntry().getName()).isEqualTo("totalbestand.json");
            indre.update(zip.readAllBytes());
            assertThat(zip.getNextEntry()).isNull();
            inn.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        assertThat(HexFormat.of().formatHex(ytre.digest())).isEqualTo(fil.sha256());
        return HexFormat.of().formatHex(indre.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static Path kopi(Path fra) throws IOException {
        Path til = Felles.mappe();
        try (Stream<Path> alt = Files.walk(fra)) {
            for (Path sti : alt.toList()) {
                Path maal = til.resolve(fra.relativize(sti));
                if (!Files.isDirectory(maal)) {
                    Files.copy(sti, maal);
                }
            }
        }
        return til;
    }

    private static Path importfil(int antall, String tekst) throws IOException {
        StringJoiner liste = new StringJoiner(",", "[", "]");
        for (int i = 0; i < antall; i++) {
            liste.add("""
                    {"organisasjonsnummer":"%s",
                     "foerstRegistrertIRegisterOverReelleRettighetshavere":"2024-01-01T00:00:00.000Z",
                     "registreringer":[{"registreringsid":"00000000-0000-4000-8000-%012d",
                       "registreringsstatus":{"kode":"registreringsstatus.rettighetsinformasjonErRegistrert"},
                       "registrert":"2024-01-01T00:00:00.000Z","erGjeldendeRegistrering":true,
                       "reelleRettighetshavere":[],
                       "uoverensstemmelse":{"beskrivelseAvUoverensstemmelse":"%s %s",
                         "uoverensstemmelseMottatt":"2024-01-02T00:00:00.000Z"}}]}""".formatted(
                            Eksempler.organisasjonsnummer(i), i, tekst, new UUID(31L * i, ~i * 0x9E3779B97F4A7C15L)));
        }
        return Files.writeString(Felles.mappe().resolve("inn.json"), liste.toString());
    }
}
