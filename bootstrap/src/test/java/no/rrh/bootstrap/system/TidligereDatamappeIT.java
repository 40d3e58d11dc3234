package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The folders that earlier versions left, each opened with this one: see the README beside them. They were all made in
 * {@code lokal}.
 */
@BareH2("the register is in them")
class TidligereDatamappeIT {
    private static final String TOTALBESTAND = "totalbestand.json";
    private static final String SEKVENSNUMMER = "sekvensnummer";

    static List<Path> mapper() throws IOException, URISyntaxException {
        Path samling =
                Path.of(TidligereDatamappeIT.class.getResource("/datamapper").toURI());
        try (Stream<Path> filer = Files.list(samling)) {
            List<Path> mapper = filer.filter(fil -> fil.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
            assertThat(mapper).isNotEmpty();
            return mapper;
        }
    }

    private static Path pakkUt(Path zip) throws IOException {
        Path mappe = Felles.mappe();
        try (ZipInputStream inn = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry del = inn.getNextEntry(); del != null; del = inn.getNextEntry()) {
                Path sti = mappe.resolve(del.getName());
                if (del.isDirectory()) {
                    Files.createDirectories(sti);
                } else {
                    Files.write(sti, inn.readAllBytes());
                }
            }
        }
        return mappe;
    }

    /** The look-ups by organisasjonsnummer, the file, and its sekvensnummer, as the version answered. */
    private static Map<String, String> svar(Path mappe) throws IOException {
        Map<String, String> svar = new TreeMap<>();
        try (Stream<Path> filer = Files.list(mappe.resolve("svar"))) {
            for (Path fil : filer.toList()) {
                svar.put(fil.getFileName().toString().replaceFirst("^(\\d+)\\.json$", "$1"), Files.readString(fil));
            }
        }
        svar.compute(SEKVENSNUMMER, (navn, tall) -> tall.strip());
        assertThat(svar).hasSizeGreaterThan(10).containsKeys(TOTALBESTAND, SEKVENSNUMMER, "310000019");
        return svar;
    }

    private static Map<String, String> svarNaa(Path data, Iterable<String> spoersmaal) throws IOException {
        Map<String, String> svar = new TreeMap<>();
        try (Rrhprosess server = Rrhprosess.serve(data)) {
            String token = "Authorization: Bearer " + Felles.token(data, "--scope", Felles.OFFENTLIG);
            Raa.Svar fil = Raa.send(server.adresse(), "GET", "/api/virksomheter/json", token);
            assertThat(fil.status()).as(fil.tekst()).isEqualTo(200);
            svar.put(SEKVENSNUMMER, fil.header("RRH-Sekvensnummer").orElseThrow());
            svar.put(TOTALBESTAND, innhold(fil.kropp()));
            for (String ett : spoersmaal) {
                if (ett.matches("\\d+")) {
                    svar.put(
                            ett,
                            Raa.send(server.adresse(), "GET", "/api/virksomheter/" + ett, token)
                                    .tekst());
                }
            }
        }
        return svar;
    }

    private static String innhold(byte[] zip) throws IOException {
        try (ZipInputStream inn = new ZipInputStream(new ByteArrayInputStream(zip))) {
            assertThat(inn.getNextEntry().getName()).isEqualTo(TOTALBESTAND);
            return new String(inn.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @MethodSource("mapper")
    void itIsOpenedAndAnswersAsItDidAndOnceMoreAfterAStop(Path zip) throws IOException {
        Path mappe = pakkUt(zip);
        Path data = mappe.resolve("mappe");
        Path noekkel = data.resolve("maskinporten").resolve("noekkel.jwk.json");
        byte[] noekkelFoer = Files.readAllBytes(noekkel);
        Map<String, String> foer = svar(mappe);

        assertThat(svarNaa(data, foer.keySet())).isEqualTo(foer);
        assertThat(svarNaa(data, foer.keySet())).isEqualTo(foer);

        assertThat(noekkel).hasBinaryContent(noekkelFoer);
        assertThat(data.resolve("datamappe.properties")).content().contains("miljoe=lokal");
        miljoeneUtenomLokalSlipperIkkeTil(data);
    }

    @ParameterizedTest
    @MethodSource("mapper")
    void theRegisterGoesOnFromTheNumberItHadComeTo(Path zip) throws IOException {
        Path mappe = pakkUt(zip);
        String data = mappe.resolve("mappe").toString();
        long siste = Long.parseLong(svar(mappe).get(SEKVENSNUMMER));
        Path endring = zip.resolveSibling("endring.json");

        Rrhprosess.Resultat import1 = Rrhprosess.her("importer", endring.toString(), "--data", data);
        Rrhprosess.Resultat import2 = Rrhprosess.her("importer", endring.toString(), "--data", data);
        Rrhprosess.Resultat bestand = Rrhprosess.her("totalbestand", "--data", data);

        assertThat(import1.feil()).contains("1 endringer gjort");
        assertThat(import2.feil()).contains("0 endringer gjort");
        assertThat(bestand.feil()).contains("sekvensnummer " + (siste + 1));
        Map<String, String> svar = svarNaa(Path.of(data), List.of("310000019"));
        assertThat(svar.get("310000019")).contains("FØRSTE ORDLYD");
        assertThat(svar).containsEntry(SEKVENSNUMMER, Long.toString(siste + 1));
    }

    @ParameterizedTest
    @MethodSource("mapper")
    void noOtherEnvironmentGetsItNotEvenBeforeThisVersionHasHadIt(Path zip) throws IOException {
        miljoeneUtenomLokalSlipperIkkeTil(pakkUt(zip).resolve("mappe"));
    }

    private static void miljoeneUtenomLokalSlipperIkkeTil(Path data) throws IOException {
        Map<String, String> foer = tilstand(data);
        String fil = Files.writeString(Felles.mappe().resolve("tom.json"), "[]").toString();
        for (String miljoe : List.of("test", "produksjon")) {
            for (String[] kommando : new String[][] {
                {
                    "serve",
                    "--port",
                    "0",
                    "--adresse",
                    "127.0.0.1",
                    "--maskinporten-utsteder",
                    "https://127.0.0.1:1/",
                    "--ipfilter-tillat",
                    "127.0.0.1"
                },
                {"importer", fil},
                {"totalbestand"},
            }) {
                Rrhprosess.Resultat resultat = Rrhprosess.her(
                        Stream.concat(Stream.of(kommando), Stream.of("--data", data.toString(), "--miljoe", miljoe))
                                .toArray(String[]::new));
                assertThat(resultat.kode()).as(resultat.feil()).isEqualTo(2);
                assertThat(resultat.feil())
                        .contains("laget i miljøet lokal og kan ikke brukes i " + miljoe)
                        .doesNotContain("Exception");
            }
        }
        assertThat(tilstand(data)).isEqualTo(foer);
    }

    private static Map<String, String> tilstand(Path data) throws IOException {
        Map<String, String> tilstand = new TreeMap<>();
        try (Stream<Path> alt = Files.walk(data)) {
            alt.forEach(sti -> tilstand.put(sti.toString(), tid(sti)));
        }
        return tilstand;
    }

    private static String tid(Path sti) {
        try {
            return Files.getLastModifiedTime(sti) + " " + Files.size(sti);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
