package no.rrh.bootstrap.system;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One bad request and the documented answer to it.
 *
 * @param navn what is bad about it, in words that a test report can hold
 * @param sendt the bytes, each a character of ISO 8859-1
 * @param etter what has become of the connection
 */
record Ugyldig(String navn, String sendt, Utfall utfall, Etter etter) {
    static final String VIRKSOMHET = "/api/virksomheter/313513408";
    static final String FIL = "/api/virksomheter/json";
    static final String VERT = "Host: x\r\n";

    /** The answers of the contract: status, and what the message tells, since that is what a person has to act on. */
    enum Utfall {
        GODT(200, ""),
        DEL(206, ""),
        KJENT(304, ""),
        HTTP(400, "ikke lovlig HTTP/1.1 eller HTTP/1.0. Det må ha"),
        URI(400, "URI-en kan ikke leses: stien må være"),
        SIFRE(400, "organisasjonsnummer må bestå av nøyaktig ni sifre"),
        KONTROLLSIFFER(400, "organisasjonsnummer har feil kontrollsiffer"),
        UTEN_TOKEN(403, "Kallet har ikke token. Send"),
        TOKEN(403, "Tokenet er ikke gyldig, eller det er utløpt. Hent"),
        SCOPE(403, "Tokenet har ikke et scope som gir tilgang til tjenesten. Den krever"),
        STI(404, "Stien finnes ikke. Tjenesten har"),
        UREGISTRERT(404, "Virksomheten har ikke registrert reelle rettighetshavere"),
        METODE(405, "Metoden er ikke tillatt. Tjenesten har GET og HEAD"),
        FORMAT(406, "Accept tillater ingen av versjonene som finnes. Oppslag svares som"),
        VILKAAR(412, "Vilkåret i If-Match eller If-Unmodified-Since er ikke oppfylt"),
        LANG_URI(414, "URI-en er for lang"),
        OMRAADE(416, "Området i Range ligger utenfor filen, som er på"),
        HEADERE(431, "på høyst 16384 byte");

        final int status;
        final String melding;

        Utfall(int status, String melding) {
            this.status = status;
            this.melding = melding;
        }
    }

    /** The connection after the answer. */
    enum Etter {
        /** In step: the next request on it gets the answer to itself. */
        I_TAKT,
        /** Closed: what follows on it is not taken for a request. */
        LUKKET
    }

    static Ugyldig iTakt(String navn, String sendt, Utfall utfall) {
        return new Ugyldig(navn, sendt, utfall, Etter.I_TAKT);
    }

    static Ugyldig lukket(String navn, String sendt, Utfall utfall) {
        return new Ugyldig(navn, sendt, utfall, Etter.LUKKET);
    }

    static String bearer() {
        return "Authorization: Bearer " + Felles.token(Felles.OFFENTLIG);
    }

    /** A request that is good but for what is put in it. */
    static String get(String maal, String... headere) {
        return linje("GET " + maal + " HTTP/1.1", headere);
    }

    static String linje(String linje, String... headere) {
        return linje + "\r\n" + VERT + bearer() + "\r\n"
                + Arrays.stream(headere).map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n";
    }

    /** A request with a token of its own, or none. */
    static String uten(String maal, String... headere) {
        return "GET " + maal + " HTTP/1.1\r\n" + VERT
                + Arrays.stream(headere).map(header -> header + "\r\n").collect(Collectors.joining()) + "\r\n";
    }

    @Override
    public String toString() {
        return navn;
    }
}
