package no.rrh.bootstrap.kobling;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rrh.application.port.in.SoekInnsyn;
import no.rrh.application.port.in.SoekInnsyn.Grunn;
import no.rrh.application.port.in.SoekInnsyn.Kriterier;
import no.rrh.application.port.out.Innsynsarkiv.LestFoering;
import no.rrh.bootstrap.kanal.Oppdrag;
import no.rrh.bootstrap.kanal.Utfoering;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** The looking into the innsynslogg that commands order. The fødselsnummer comes as input, which nobody else sees. */
public final class Innsynsoppdrag {
    public static final String SOEK = "innsynslogg-soek";
    public static final String EKSPORTER = "innsynslogg-eksporter";

    /** Whether a person is asked for, whose number is the input. */
    public static final String PERSON = "person";

    public static final String JA = "ja";
    public static final String CONSUMER = "consumer";
    public static final String ORGANISASJONSNUMMER = "organisasjonsnummer";
    public static final String OPERASJON = "operasjon";
    public static final String SPORING = "sporing";
    public static final String FRA = "fra";
    public static final String TIL = "til";

    /** The folders of other instances, one a line. */
    public static final String MAPPER = "mapper";

    /** {@link #CEF} or JSON Lines. */
    public static final String FORM = Registeroppdrag.FORM;

    public static final String CEF = "cef";

    private static final int LENGSTE_NUMMER = 64;

    private final Function<List<Path>, SoekInnsyn> soek;

    private final Kommandofoering logg;

    Innsynsoppdrag(Function<List<Path>, SoekInnsyn> soek, Kommandofoering logg) {
        this.soek = soek;
        this.logg = logg;
    }

    Map<String, Oppdrag> alt() {
        return Map.of(SOEK, this::finn, EKSPORTER, this::finn);
    }

    private void finn(Utfoering utfoering) throws IOException {
        Map<String, String> valg = utfoering.valg();
        Optional<Foedselsnummer> person =
                JA.equals(valg.get(PERSON)) ? Optional.of(lesNummer(utfoering)) : Optional.empty();
        person.ifPresent(en -> logg.soeker(SOEK, valg, en));
        Kriterier kriterier = new Kriterier(
                person,
                nummer(valg, CONSUMER),
                nummer(valg, ORGANISASJONSNUMMER),
                Optional.ofNullable(valg.get(OPERASJON)),
                Optional.ofNullable(valg.get(SPORING)),
                tid(valg, FRA),
                tid(valg, TIL));
        boolean cef = CEF.equals(valg.get(FORM));
        Writer ut = new BufferedWriter(new OutputStreamWriter(utfoering.ut(), StandardCharsets.UTF_8));
        long[] antall = {0};
        long uleselige = soek.apply(mapper(valg)).finn(kriterier, (foering, grunner) -> {
            try {
                ut.write((cef ? Cef.linje(foering) : json(foering, grunner)) + "\n");
                utfoering.framdrift().ferdig(++antall[0]);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        ut.flush();
        utfoering.melding(antall[0] + " føringer.");
        if (uleselige > 0) {
            utfoering.melding(
                    uleselige + " linjer i loggen kan ikke leses, så svaret er kanskje ikke helt: kjør innsynslogg"
                            + " verifiser.");
        }
    }

    /** The entry as it stands in the log, with where it stands, and why it is about the person. */
    private static String json(LestFoering foering, Set<Grunn> grunner) {
        String foran = "{\"instans\":\"" + foering.instans() + "\",\"nr\":" + foering.nummer();
        String grunn = grunner.isEmpty()
                ? ""
                : ",\"grunn\":"
                        + grunner.stream().map(en -> '"' + en.verdi() + '"').collect(Collectors.joining(",", "[", "]"));
        return foran + grunn + "," + foering.json().substring(1);
    }

    private static List<Path> mapper(Map<String, String> valg) {
        return Stream.of(valg.getOrDefault(MAPPER, "").split("\n"))
                .filter(mappe -> !mappe.isEmpty())
                .map(Path::of)
                .toList();
    }

    private static Foedselsnummer lesNummer(Utfoering utfoering) throws IOException {
        String lest = new String(utfoering.inn().readNBytes(LENGSTE_NUMMER), StandardCharsets.UTF_8).strip();
        return new Foedselsnummer(lest);
    }

    private static Optional<String> nummer(Map<String, String> valg, String navn) {
        return Optional.ofNullable(valg.get(navn)).map(Organisasjonsnummer::new).map(Organisasjonsnummer::verdi);
    }

    private static Optional<Instant> tid(Map<String, String> valg, String navn) {
        try {
            return Optional.ofNullable(valg.get(navn)).map(Instant::parse);
        } catch (DateTimeException e) {
            throw new UgyldigVerdi("ugyldig verdi for --" + navn
                    + ": forventet et tidspunkt i UTC, for eksempel 2027-01-31T08:00:00Z");
        }
    }
}
