package no.rrh.http.feil;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.rrh.application.port.in.FormatetLagesIkke;
import no.rrh.application.port.in.IkkeRegistreringspliktig;
import no.rrh.application.port.in.IkkeRegistrert;
import no.rrh.application.port.in.TotalbestandMangler;
import no.rrh.application.port.in.UkjentFormat;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.IngenTilgang;
import no.rrh.domain.tilgang.Scope;
import no.rrh.http.kall.Flate;
import org.eclipse.jetty.http.HttpStatus;

/**
 * An error answer: status and message as the contract has them.
 *
 * @param status the HTTP status
 * @param melding what is wrong and what was expected, in bokmål
 * @param headere what the status asks for beside the body
 */
public record Feil(int status, String melding, Map<String, String> headere) {
    /** The server is starting. */
    public static final Feil STARTER = midlertidig("Tjenesten starter. Prøv igjen om litt.", 2);

    /** The server is about to stop. */
    public static final Feil STOPPER = new Feil(
            503,
            "Tjenesten er i ferd med å stoppe. Prøv igjen om litt.",
            Map.of("Retry-After", "5", "Connection", "close"));

    /** Look-ups cannot be answered now; why is told on the management port alone. */
    public static final Feil IKKE_KLAR = midlertidig("Tjenesten er ikke klar. Prøv igjen om litt.", 5);

    /** As many requests are in hand as may be. */
    public static final Feil FOR_MANGE_KALL =
            midlertidig("Tjenesten har for mange kall på én gang. Prøv igjen om litt.", 1);

    /** As many event streams are open as may be. */
    public static final Feil FOR_MANGE_STROEMMER =
            midlertidig("Tjenesten har for mange hendelsesstrømmer åpne. Prøv igjen om litt.", 30);

    /** The address of the caller is none of those that are let in. */
    public static final Feil UTENFOR_IPFILTER = av(
            403,
            "Tjenesten filtrerer på IP-adresse i dette miljøet, og adressen kallet kommer fra er ikke sluppet inn. Send"
                    + " IP-adressene dere kaller fra til opendata.rrh@brreg.no");

    /** It cannot be known which address the caller has: what a trusted proxy tells cannot be read, or the whole request. */
    public static final Feil UTEN_IPADRESSE = av(
            403,
            "Tjenesten filtrerer på IP-adresse i dette miljøet, og det går ikke fram hvilken adresse kallet kommer fra:"
                    + " proxyen foran tjenesten oppgir den ikke, eller kallet kan ikke leses. Send IP-adressene dere kaller"
                    + " fra til opendata.rrh@brreg.no");

    /** The URI cannot be read. */
    public static final Feil ULESELIG_URI = av(
            400,
            "URI-en kan ikke leses: stien må være uten tomme ledd, «.» og «..», kodede skråstreker, matriseparametre"
                    + " og kontrolltegn, prosentkoding må være fullstendig, og tegn som ikke kan stå i en URI, må være"
                    + " prosentkodet som UTF-8");

    /** What came is no request that HTTP knows. */
    public static final Feil ULOVLIG_HTTP = av(
            400,
            "Kallet er ikke lovlig HTTP/1.1 eller HTTP/1.0. Det må ha en linje med metode, URI og versjon, nøyaktig én"
                    + " gyldig Host, headere på formen «navn: verdi» og høyst én oppgitt lengde på innholdet");

    /** The body is coded, for the way here, in a manner that is not undone, or that its version of HTTP does not have. */
    public static final Feil UKJENT_KODING =
            av(400, "Transfer-Encoding kan bare være «chunked», og bare i HTTP/1.1. Send innholdet uten annen koding");

    /** The URI is longer than any the service has. */
    public static final Feil FOR_LANG_URI = av(414, "URI-en er for lang");

    /** The path is none of the service's. */
    public static final Feil UKJENT_STI = av(
            404,
            "Stien finnes ikke. Tjenesten har /api/virksomheter/{organisasjonsnummer} og /api/virksomheter/json, og under"
                    + " /api/oppslag/v1: virksomheter/{organisasjonsnummer}, virksomheter?foedselsnummer=,"
                    + " virksomheter/totalbestand, sekvensnummer, endringslogg og kodelister");

    /** Something failed here. */
    public static final Feil INTERN = av(500, "Intern feil i tjenesten. Oppgi verdien i «trace» ved henvendelse");

    private static final String BEARER = "Bearer";

    /** An error without headers of its own. */
    public static Feil av(int status, String melding) {
        return new Feil(status, melding, Map.of());
    }

    /** A method that the path does not have, where it has those of all the others. */
    public static Feil feilMetode() {
        return feilMetode(Set.of("GET", "HEAD"));
    }

    /** A method that the path does not have. */
    public static Feil feilMetode(Set<String> tillatt) {
        List<String> sortert = tillatt.stream().sorted().toList();
        return new Feil(
                405,
                "Metoden er ikke tillatt. Tjenesten har " + String.join(" og ", sortert),
                Map.of("Allow", String.join(", ", sortert)));
    }

    /** The consumer has as many event streams open as it may. */
    public static Feil forMangeStroemmer(int grense) {
        return new Feil(
                429,
                "Konsumenten har " + grense + " hendelsesstrømmer åpne, og kan ikke ha flere. Lukk en av dem først",
                Map.of("Retry-After", "10"));
    }

    /** The consumer has as many downloads under way as it may. */
    public static Feil forMangeNedlastinger(int grense) {
        return new Feil(
                429,
                "Konsumenten kan ikke ha flere enn " + grense + " samtidige nedlastinger av totalbestanden. Vent til en"
                        + " nedlasting er ferdig",
                Map.of("Retry-After", "10"));
    }

    /**
     * The consumer has made as many calls of a kind as it may.
     *
     * @param kvote the name of the quota
     * @param antall how many calls it has
     * @param vindu over how long
     * @param sekunder until there is room for the next
     */
    public static Feil kvotenErBruktOpp(String kvote, long antall, Duration vindu, long sekunder) {
        return new Feil(
                429,
                "Konsumenten har brukt opp kvoten «" + kvote + "», som er " + antall + " kall per " + vindu.toSeconds()
                        + " s. Prøv igjen om " + sekunder + " s",
                Map.of("Retry-After", Long.toString(sekunder)));
    }

    /** What was asked for would be handed out without being in the innsynslogg: 500 on A, which has no 503 of its own. */
    public static Feil utenInnsynslogg(Flate flate) {
        return flate == Flate.B ? midlertidig("Tjenesten kan ikke logge innsyn nå. Prøv igjen om litt.", 5) : INTERN;
    }

    /** The consumer has a scope and no agreement that it rests upon; how to apply is the source's «Hvordan få tilgang». */
    private static Feil utenAvtale() {
        return avvist(
                403,
                "Virksomheten har ikke avtale om tilgang etter hjemmelen som scopet i tokenet krever, eller avtalen"
                        + " gjelder ikke lenger. Søk om tilgang med e-post til opendata.rrh@brreg.no, og oppgi"
                        + " organisasjonsnummer, hjemmelen til utvidet tilgang som virksomheten faller inn under, og"
                        + " kontaktperson med navn, e-postadresse og telefonnummer; for testmiljøet også IP-adressene dere"
                        + " kaller fra",
                BEARER + " error=\"insufficient_scope\"");
    }

    /** Headers that are larger than may be. */
    public static Feil forStoreHeadere(int grense) {
        return av(431, "Headerne er for store; de kan være på høyst " + grense + " byte til sammen");
    }

    /** The representation is another than the one the client holds, and it asked to be told. */
    public static Feil vilkaaretErBrutt() {
        return av(
                412,
                "Vilkåret i If-Match eller If-Unmodified-Since er ikke oppfylt: det som finnes nå, er et annet enn det"
                        + " kallet viser til. Hent det på nytt uten vilkår");
    }

    /** A range that starts beyond the end of what was asked for. */
    public static Feil utenforFilen(long stoerrelse) {
        return new Feil(
                416,
                "Området i Range ligger utenfor filen, som er på " + stoerrelse + " byte",
                Map.of("Content-Range", "bytes */" + stoerrelse));
    }

    /** The refusal of a use case on that surface; anything that is none is an internal fault. */
    static Feil av(Throwable avslag, Flate flate) {
        if (avslag instanceof IngenTilgang ingen) {
            return ingenTilgang(ingen, flate);
        }
        if (avslag instanceof UkjentFormat) {
            return av(
                    406,
                    "Accept tillater ingen av versjonene som finnes. Oppslag svares som"
                            + " application/vnd.brreg.reelle.virksomheter.v1+json;charset=UTF-8 (versjon 1) eller"
                            + " application/json, totalbestand som application/zip, endringslogg som application/json,"
                            + " application/cloudevents-batch+json eller text/event-stream, sekvensnummer og kodelister som application/json");
        }
        if (avslag instanceof UgyldigVerdi) {
            return av(400, "Feil i spørring: " + avslag.getMessage());
        }
        if (avslag instanceof IkkeRegistrert) {
            return av(404, "Virksomheten har ikke registrert reelle rettighetshavere");
        }
        if (avslag instanceof IkkeRegistreringspliktig) {
            return av(404, "Virksomheten er ikke registreringspliktig: registeret kjenner den ikke");
        }
        if (avslag instanceof FormatetLagesIkke ikke) {
            return av(404, "Totalbestanden lages ikke som " + ikke.format().verdi() + " i denne tjenesten");
        }
        if (avslag instanceof RegisteretSvarerIkke && flate == Flate.B) {
            return midlertidig("Registeret svarer ikke. Prøv igjen om litt.", 5);
        }
        if (avslag instanceof TotalbestandMangler mangler) {
            String som = mangler.format() == Totalbestandformat.JSON
                    ? ""
                    : " som " + mangler.format().verdi();
            return midlertidig("Totalbestanden er ikke laget" + som + " ennå. Prøv igjen om litt.", 30);
        }
        return INTERN;
    }

    private static Feil ingenTilgang(IngenTilgang ingen, Flate flate) {
        return switch (ingen.aarsak()) {
            case INGEN_TOKEN ->
                avvist(
                        utenGyldigToken(flate),
                        "Kallet har ikke token. Send et token fra Maskinporten som «Authorization: Bearer <token>»",
                        BEARER);
            case UGYLDIG_TOKEN ->
                avvist(
                        utenGyldigToken(flate),
                        "Tokenet er ikke gyldig, eller det er utløpt. Hent et nytt fra Maskinporten og send det i én"
                                + " Authorization-header",
                        BEARER + " error=\"invalid_token\"");
            case MANGLER_SCOPE ->
                avvist(
                        403,
                        "Tokenet har ikke et scope som gir tilgang til tjenesten. Den krever "
                                + ingen.scopes().stream().map(Scope::navn).collect(Collectors.joining(" eller ")),
                        BEARER + " error=\"insufficient_scope\"");
            case MANGLER_AVTALE -> utenAvtale();
            case AVTALER_MANGLER ->
                midlertidig("Tjenesten kan ikke kontrollere avtaler om tilgang nå. Prøv igjen om litt.", 5);
            case NOEKLER_MANGLER ->
                midlertidig(
                        "Tjenesten har ennå ikke fått nøklene den trenger for å kontrollere token. Prøv igjen om litt.",
                        5);
        };
    }

    /** Surface A answers 403 where HTTP has 401, because its source does. */
    private static int utenGyldigToken(Flate flate) {
        return flate == Flate.A ? 403 : 401;
    }

    private static Feil avvist(int status, String melding, String utfordring) {
        return new Feil(status, melding, Map.of("WWW-Authenticate", utfordring));
    }

    private static Feil midlertidig(String melding, int sekunder) {
        return new Feil(503, melding, Map.of("Retry-After", Integer.toString(sekunder)));
    }

    /** The status in words, as RFC 9110 has them. */
    public String tekst() {
        return status == 500 ? "Internal Server Error" : HttpStatus.getMessage(status);
    }
}
