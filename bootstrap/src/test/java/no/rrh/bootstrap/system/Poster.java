package no.rrh.bootstrap.system;

/** Records of an import file, the smallest there are. */
public final class Poster {
    private static final String POST = """
            {"organisasjonsnummer":"%s",
             "foerstRegistrertIRegisterOverReelleRettighetshavere":"2024-01-01T00:00:00.000Z",
             "registreringer":[{"registreringsid":"%s",
               "registreringsstatus":{"kode":"registreringsstatus.rettighetsinformasjonErRegistrert"},
               "registrert":"2024-01-01T00:00:00.000Z","erGjeldendeRegistrering":true,
               "reelleRettighetshavere":[]}]}""";

    private Poster() {}

    /** A virksomhet with one registration, whose identifier is made of the number. */
    public static String post(String nummer, int id) {
        return POST.formatted(nummer, String.format("00000000-0000-4000-8000-%012d", id));
    }
}
