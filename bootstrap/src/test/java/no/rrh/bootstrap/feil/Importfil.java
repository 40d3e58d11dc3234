package no.rrh.bootstrap.feil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.StringJoiner;
import java.util.UUID;
import no.rrh.bootstrap.system.Felles;
import no.rrh.bootstrap.system.Poster;
import no.rrh.domain.Eksempler;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Files to import, of records that can hardly be packed. */
final class Importfil {
    private Importfil() {}

    /**
     * A file.
     *
     * @param antall how many virksomheter, the same for every text
     * @param tekst what each of them says, so that files can be told apart
     */
    static Path lag(int antall, String tekst) {
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
        return skriv(liste.toString());
    }

    /** A file of one virksomhet that so many own, for an answer that is too large for any buffer on the way. */
    static Path medRettighetshavere(Organisasjonsnummer nummer, int antall) {
        String en = """
                {"utenlandskPerson":{"foedselsdato":"1979-02-11","foedselsaar":"1979","fulltNavn":"Astrid Lindqvist",
                   "bostedsland":{"landkode":"SWE"},"statsborgerskap":[{"landkode":"SWE"}]},
                 "erUnntattFraInnsyn":false,"foerstRegistrert":"2024-01-01T00:00:00.000Z",
                 "endret":"2024-01-01T00:00:00.000Z",
                 "posisjoner":[{"posisjonstype":{"kode":"posisjonstype.eierskap"},
                   "stoerrelsesintervall":{"kode":"stoerrelsesintervall.intervall3"},
                   "grunnlagstyper":[{"kode":"grunnlagstype.direkte"}],"mellomliggendeVirksomheter":[]}]}""";
        String alle = String.join(",", Collections.nCopies(antall, en));
        String post = Poster.post(nummer.verdi(), 1)
                .replace("\"reelleRettighetshavere\":[]", "\"reelleRettighetshavere\":[" + alle + "]");
        return skriv("[" + post + "]");
    }

    /** A file of that content. */
    static Path skriv(String innhold) {
        try {
            return Files.writeString(Files.createTempFile(Felles.mappe(), "inn", ".json"), innhold);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
