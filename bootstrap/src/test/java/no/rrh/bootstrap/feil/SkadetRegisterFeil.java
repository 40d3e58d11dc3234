package no.rrh.bootstrap.feil;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import no.rrh.bootstrap.system.Poster;
import no.rrh.bootstrap.system.Rrhprosess;
import no.rrh.domain.Eksempler;
import org.junit.jupiter.api.Test;

/** The register's H2 file is damaged while no server has it, after a proper stop and after a kill. */
class SkadetRegisterFeil {
    private static final int VIRKSOMHETER = 300;
    private static final int ETTER_DRAP = 10;
    private static final int ETTER_KOPI = 5;
    private static final int HODE = 8_192;
    private static final int BLOKK = 4_096;

    private enum Skade {
        ONE_BYTE((byter, tilfeldig) -> {
            byter[tilfeldig.nextInt(byter.length)] ^= (byte) (1 + tilfeldig.nextInt(255));
            return byter;
        }),
        A_BLOCK_OF_NOISE((byter, tilfeldig) ->
                stoey(byter, HODE + tilfeldig.nextInt(byter.length - HODE - BLOKK), BLOKK, tilfeldig)),
        HEADERS_OF_NOISE((byter, tilfeldig) -> stoey(byter, 0, HODE, tilfeldig)),
        CUT_SHORT((byter, tilfeldig) -> Arrays.copyOf(byter, tilfeldig.nextInt(byter.length))),
        ZEROS_AT_THE_END((byter, tilfeldig) -> Arrays.copyOf(
                Arrays.copyOf(byter, byter.length - 1 - tilfeldig.nextInt(byter.length / 2)), byter.length));

        private final BiFunction<byte[], Random, byte[]> gjoer;

        Skade(BiFunction<byte[], Random, byte[]> gjoer) {
            this.gjoer = gjoer;
        }

        private static byte[] stoey(byte[] byter, int fra, int antall, Random tilfeldig) {
            byte[] stoey = new byte[antall];
            tilfeldig.nextBytes(stoey);
            System.arraycopy(stoey, 0, byter, fra, antall);
            return byter;
        }
    }

    private final Froe froe = Froe.av("damage");
    private final Random tilfeldig = froe.tilfeldig();
    private final Maaling maaling = Maaling.av(Rad.SKADET_REGISTER, Lager.H2, froe);
    private final Mappe lukket = Mappe.ny(Lager.H2);

    @Test
    void theStartIsRefusedTheFileUntouchedAndARestoreWorks() throws IOException {
        try (maaling) {
            lukket.utfoer("importer", Importfil.lag(VIRKSOMHETER, "damage").toString());
            lukket.utfoer("totalbestand");
            for (int runde = 0; runde < ImportdrapFeil.DRAP; runde++) {
                Skade skade = Skade.values()[runde % Skade.values().length];
                Mappe skadet = lukket.kopi();
                avvist(skadet, skade.gjoer.apply(lesFil(skadet), tilfeldig), "after a stop, " + skade);
            }
            Mappe drept = drept();
            byte[] uskadd = lesFil(drept);
            for (Skade skade : List.of(Skade.HEADERS_OF_NOISE, Skade.CUT_SHORT, Skade.ZEROS_AT_THE_END)) {
                for (int i = 0; i < ETTER_DRAP / 3; i++) {
                    avvistEllerHel(drept.kopi(), skade.gjoer.apply(uskadd.clone(), tilfeldig), drept.innhold());
                }
            }
            avvist(drept.kopi(), lesFil(lukket), "after a kill, an older file");
            hentTilbake();
            maaling.bestaatt();
        }
    }

    private static Path fil(Mappe data) {
        return data.sti().resolve("register").resolve("rrh.mv.db");
    }

    private static byte[] lesFil(Mappe data) throws IOException {
        return Files.readAllBytes(fil(data));
    }

    private static void importerEn(Mappe data, int nummer) {
        String post = Poster.post(Eksempler.organisasjonsnummer(nummer).verdi(), nummer);
        data.utfoer("importer", Importfil.skriv("[" + post + "]").toString());
    }

    /** Some writes after the copy, so that the end of the file holds what was answered. */
    private Mappe drept() {
        Mappe data = lukket.kopi();
        Rrhprosess server = data.serve("--totalbestand-cron", "av");
        for (int i = 0; i < ETTER_DRAP; i++) {
            importerEn(data, VIRKSOMHETER + i);
        }
        server.drep();
        return data;
    }

    private void avvist(Mappe data, byte[] skadet, String hva) throws IOException {
        Files.write(fil(data), skadet);
        Rrhprosess.Resultat start =
                Rrhprosess.kjoer("serve", "--port", "0", "--data", data.sti().toString());
        assertThat(start.kode()).as(hva + start.feil()).isEqualTo(1);
        assertThat(start.feil().strip().lines())
                .as(hva)
                .singleElement()
                .asString()
                .startsWith("rrh: registerfilen er ødelagt")
                .contains("ikke endret", "sikkerhetskopi");
        assertThat(Arrays.equals(lesFil(data), skadet)).as("untouched, " + hva).isTrue();
        maaling.gang();
        maaling.tell("starts refused in one line, the file untouched");
    }

    /** What nobody has closed has no sum: damage that takes nothing away may go unseen, and does no harm. */
    private void avvistEllerHel(Mappe data, byte[] skadet, Registerinnhold hele) throws IOException {
        Files.write(fil(data), skadet);
        Rrhprosess.Resultat resultat = data.kjoer("totalbestand");
        maaling.gang();
        if (resultat.kode() == 0) {
            assertThat(data.innhold().equals(hele)).as("opened with all of it").isTrue();
            maaling.tell("after a kill opened with all of it");
            return;
        }
        assertThat(resultat.feil()).startsWith("rrh: registerfilen er ødelagt");
        assertThat(Arrays.equals(lesFil(data), skadet)).as("untouched").isTrue();
        maaling.tell("after a kill refused, the file untouched");
    }

    /** As the guide says: the whole folder from the back-up, a new generation, and a start. */
    private void hentTilbake() {
        Mappe sikkerhetskopi = lukket.kopi();
        Mappe data = sikkerhetskopi.kopi();
        for (int i = 0; i < ETTER_KOPI; i++) {
            importerEn(data, VIRKSOMHETER + i);
        }
        long utlevert = data.innhold().endringer().size();
        Mappe hentet = sikkerhetskopi.kopi();
        hentet.utfoer("ny-generasjon");
        Rrhprosess server = hentet.serve("--totalbestand-cron", "av");
        importerEn(hentet, VIRKSOMHETER + 100);
        assertThat(Kall.hent(
                                server.adresse(),
                                "/api/virksomheter/" + Eksempler.organisasjonsnummer(0),
                                "Authorization",
                                hentet.bearer())
                        .statusCode())
                .isEqualTo(200);
        server.close();
        List<List<Object>> endringer = hentet.innhold().endringer();
        assertThat(endringer).hasSize(VIRKSOMHETER + 1);
        assertThat((Long) endringer.get(VIRKSOMHETER).get(0)).isGreaterThan(utlevert);
        maaling.si("restored, looked up in, and written to above every number handed out");
    }
}
