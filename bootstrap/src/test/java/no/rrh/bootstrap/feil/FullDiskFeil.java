package no.rrh.bootstrap.feil;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import no.rrh.bootstrap.system.Rrhprosess;
import no.rrh.bootstrap.system.Vent;
import no.rrh.domain.Eksempler;
import org.junit.jupiter.api.Test;

/**
 * The files of totalbestand lie on a file system of their own, which only the server sees (a mount namespace), and which
 * has no room for another. Needs Linux with user namespaces.
 */
class FullDiskFeil {
    private static final int VIRKSOMHETER = 10_000;
    private static final String FIL = "/api/virksomheter/json";
    private static final String BODS = "/api/oppslag/v1/virksomheter/totalbestand?format=bods";
    private static final String OPPSLAG = "/api/virksomheter/" + Eksempler.organisasjonsnummer(1);
    private static final String FYLL = "fyll";

    /** Mounts so many KiB at a place, with the files of another and so many bytes of nothing, and becomes what follows. */
    private static final String MED_EGEN_DISK = """
            mount -t tmpfs -o mode=700,size="$2k" none "$1" && cp "$3"/totalbestand-*.zip "$1" \\
                && head -c "$4" /dev/zero > "$1/fyll" && shift 4 && exec "$@"
            """;

    private final Mappe data = Mappe.ny(Lager.H2);
    private final Path arkiv = data.sti().resolve("totalbestand");

    @Test
    void theLastFileStaysInServiceWhileThereIsNoRoomAndANewOneIsMadeWhenThereIs() throws IOException {
        Froe froe = Froe.av("disk");
        data.utfoer("importer", Importfil.lag(VIRKSOMHETER, "disk").toString());
        data.utfoer("totalbestand");
        List<Path> gamle = gjoerGamle();
        Path gammel = gamle.get(0);
        long stoerrelse = Files.size(gammel) + Files.size(gamle.get(1));
        try (Maaling maaling = Maaling.av(Rad.FULL_DISK, Lager.H2, froe);
                Rrhprosess server =
                        Rrhprosess.serveUnder(medEgenDisk(stoerrelse), data.sti(), "--kvote-totalbestand", "av")) {
            Disk disk = new Disk(Path.of("/proc", Long.toString(server.pid()), "root" + arkiv));
            Klient klient = new Klient(server, data.bearer(), gamle);

            // one was due, and is tried by itself at the start
            Vent.til(
                    "readiness tells that the disk is full",
                    Duration.ofSeconds(30),
                    () -> klient.aarsak().equals("disken er full"));
            long feilet = System.nanoTime();
            maaling.gang();
            klient.assertDeGamle(disk);
            Random tilfeldig = froe.tilfeldig();
            for (int i = 1; i < ImportdrapFeil.DRAP; i++) {
                disk.laPlassTil((long) (tilfeldig.nextDouble() * 0.95 * stoerrelse));
                Rrhprosess.Resultat resultat = data.kjoer("totalbestand");
                assertThat(resultat.kode()).isEqualTo(1);
                assertThat(resultat.feil()).contains("disken er full");
                maaling.gang();
                klient.assertDeGamle(disk);
            }
            disk.gjoerPlass();
            Vent.til(
                    "a new file is made by itself",
                    Duration.ofSeconds(120),
                    () -> !klient.siste().equals(gammel.getFileName().toString()));
            maaling.tid("a new file by itself after the failure", Duration.ofNanos(System.nanoTime() - feilet));
            HttpResponse<byte[]> ny = klient.hent(FIL);
            assertThat(Kall.stemmer(ny)).isTrue();
            assertThat(ny.headers().firstValue("ETag").orElseThrow()).isNotEqualTo(klient.gammelEtag());
            assertThat(klient.aarsak()).isEmpty();
            assertThat(disk.filer()).hasSize(4);
            maaling.si("the old file whole and look-ups answered after each");
            maaling.bestaatt();
        }
    }

    /** As those that were made yesterday, so that the next are due; first the one of JSON. */
    private List<Path> gjoerGamle() throws IOException {
        List<Path> begge;
        try (Stream<Path> filer = Files.list(arkiv)) {
            begge = filer.filter(en -> en.toString().endsWith(".zip"))
                    .sorted(Comparator.comparing(en -> en.toString().contains(".bods-")))
                    .toList();
        }
        assertThat(begge).hasSize(2);
        List<Path> gamle = new ArrayList<>();
        for (Path fil : begge) {
            String navn = fil.getFileName().toString().replaceFirst("\\d{8}T\\d{9}Z", "20260101T000000000Z");
            gamle.add(Files.move(fil, fil.resolveSibling(navn)));
        }
        return gamle;
    }

    /** For three pairs of this size, of which one is there, and half a one has room. */
    private List<String> medEgenDisk(long stoerrelse) {
        String kopi = Lager.filkopi(arkiv).toString();
        return List.of(
                "unshare",
                "--map-root-user",
                "--mount",
                "sh",
                "-c",
                MED_EGEN_DISK,
                "sh",
                arkiv.toString(),
                Long.toString(stoerrelse * 3 / 1024),
                kopi,
                Long.toString(stoerrelse * 3 / 2));
    }

    /** The server's file system, seen from outside. */
    private record Disk(Path mappe) {
        List<String> filer() {
            try (Stream<Path> filer = Files.list(mappe)) {
                return filer.map(fil -> fil.getFileName().toString())
                        .filter(navn -> !navn.startsWith(".") && !navn.equals(FYLL))
                        .toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void laPlassTil(long byter) throws IOException {
            gjoerPlass();
            long fyll = mappe.toFile().getUsableSpace() - byter;
            try (OutputStream ut = Files.newOutputStream(mappe.resolve(FYLL))) {
                ut.write(new byte[(int) Math.max(0, fyll)]);
            }
        }

        void gjoerPlass() throws IOException {
            Files.deleteIfExists(mappe.resolve(FYLL));
        }
    }

    private record Klient(Rrhprosess server, String bearer, List<Path> gamle) {
        Path gammel() {
            return gamle.get(0);
        }

        HttpResponse<byte[]> hent(String sti) {
            return Kall.hent(server.adresse(), sti, "Authorization", bearer);
        }

        String aarsak() {
            return Mappe.detaljer(server).at("/totalbestand/sisteFeil/aarsak").asText();
        }

        String siste() {
            return Mappe.detaljer(server).at("/totalbestand/siste/fil").asText();
        }

        String gammelEtag() {
            return gammel().getFileName().toString().replaceFirst(".*-([0-9a-f]{64})\\.zip", "\"$1\"");
        }

        /** They are served whole, nothing else is there, look-ups are answered, and readiness says what is wrong. */
        void assertDeGamle(Disk disk) {
            HttpResponse<byte[]> fil = hent(FIL);
            assertThat(fil.statusCode()).isEqualTo(200);
            assertThat(fil.headers().firstValue("ETag")).contains(gammelEtag());
            assertThat(Kall.stemmer(fil)).isTrue();
            HttpResponse<byte[]> bods = hent(BODS);
            assertThat(bods.statusCode()).isEqualTo(200);
            assertThat(Kall.stemmer(bods)).isTrue();
            assertThat(disk.filer())
                    .containsExactlyInAnyOrderElementsOf(gamle.stream()
                            .map(en -> en.getFileName().toString())
                            .toList());
            assertThat(hent(OPPSLAG).statusCode()).isEqualTo(200);
            JsonNode detaljer = Mappe.detaljer(server);
            assertThat(detaljer.get("status").asText()).isEqualTo("klar");
            assertThat(detaljer.at("/totalbestand/sisteFeil/aarsak").asText()).isEqualTo("disken er full");
            assertThat(detaljer.at("/totalbestand/siste/fil").asText())
                    .isEqualTo(gammel().getFileName().toString());
        }
    }
}
