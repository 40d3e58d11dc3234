package no.rrh.bootstrap.kobling;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import no.rrh.application.port.in.Avtaleforslag;
import no.rrh.application.port.in.ForvaltTilgang;
import no.rrh.bootstrap.kanal.Oppdrag;
import no.rrh.bootstrap.kanal.Utfoering;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.tilgang.Avtaleendring;
import no.rrh.domain.tilgang.Hjemmel;
import no.rrh.domain.tilgang.Kontaktperson;
import no.rrh.domain.tilgang.Tilgangsavtale;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.ipfilter.Ipomraade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The work on agreements that commands order; what is shown is a JSON list, which the command makes a table of. */
public final class Tilgangsoppdrag {
    public static final String GI = "tilgang-gi";
    public static final String ENDRE = "tilgang-endre";
    public static final String TREKK = "tilgang-trekk";
    public static final String VIS = "tilgang-vis";
    public static final String LISTE = "tilgang-liste";

    /** The number of an agreement. */
    public static final String AVTALE = "avtale";

    public static final String ORGNR = "orgnr";
    public static final String HJEMMEL = "hjemmel";
    public static final String NAVN = "navn";
    public static final String EPOST = "epost";
    public static final String TELEFON = "telefon";

    /** Addresses and ranges with commas between them. */
    public static final String IP = "ip";

    public static final String FRA = "fra";

    /** The last day, or {@link #UTEN_SLUTT}. */
    public static final String TIL = "til";

    public static final String UTEN_SLUTT = "ingen";
    public static final String BESLUTTET_AV = "besluttet-av";

    private static final Logger LOG = LoggerFactory.getLogger(Tilgangsoppdrag.class);
    private static final ZoneId NORGE = ZoneId.of("Europe/Oslo");
    private static final JsonFactory JSON = new JsonFactory();

    private final ForvaltTilgang tilgang;
    private final Runnable oppfrisking;

    /**
     * @param oppfrisking has this process know at once of what was done
     */
    Tilgangsoppdrag(ForvaltTilgang tilgang, Runnable oppfrisking) {
        this.tilgang = tilgang;
        this.oppfrisking = oppfrisking;
    }

    Map<String, Oppdrag> alt() {
        return Map.of(GI, this::gi, ENDRE, this::endre, TREKK, this::trekk, VIS, this::vis, LISTE, this::liste);
    }

    private void gi(Utfoering utfoering) throws IOException {
        Map<String, String> valg = utfoering.valg();
        Tilgangsavtale ny = tilgang.gi(
                new Avtaleforslag(
                        new Organisasjonsnummer(valg.get(ORGNR)),
                        hjemmel(valg.get(HJEMMEL)),
                        new Kontaktperson(valg.get(NAVN), valg.get(EPOST), valg.get(TELEFON)),
                        adresser(valg.getOrDefault(IP, "")),
                        Optional.ofNullable(valg.get(FRA))
                                .map(dag -> dag(FRA, dag))
                                .orElseGet(() -> LocalDate.now(NORGE)),
                        slutt(valg.getOrDefault(TIL, UTEN_SLUTT)),
                        valg.get(BESLUTTET_AV)),
                bruker(utfoering));
        gjort(
                utfoering,
                "Avtale " + ny.nummer() + " er gitt: " + ny.consumer().verdi() + " har scopet "
                        + ny.scope().navn() + " fra " + ny.gyldigFra() + slutter(ny) + ".",
                ny);
    }

    private void endre(Utfoering utfoering) throws IOException {
        Tilgangsavtale endret = tilgang.endre(nummer(utfoering), endring(utfoering.valg()), bruker(utfoering));
        gjort(
                utfoering,
                "Avtale " + endret.nummer() + " er endret: " + endret.consumer().verdi() + " har scopet "
                        + endret.scope().navn() + " fra " + endret.gyldigFra() + slutter(endret) + ".",
                endret);
    }

    private static UnaryOperator<Tilgangsavtale> endring(Map<String, String> valg) {
        return foer -> new Tilgangsavtale(
                foer.nummer(),
                foer.consumer(),
                Optional.ofNullable(valg.get(HJEMMEL))
                        .map(Tilgangsoppdrag::hjemmel)
                        .orElse(foer.hjemmel()),
                foer.miljoe(),
                new Kontaktperson(
                        valg.getOrDefault(NAVN, foer.kontaktperson().navn()),
                        valg.getOrDefault(EPOST, foer.kontaktperson().epost()),
                        valg.getOrDefault(TELEFON, foer.kontaktperson().telefon())),
                Optional.ofNullable(valg.get(IP)).map(Tilgangsoppdrag::adresser).orElse(foer.ipadresser()),
                Optional.ofNullable(valg.get(FRA)).map(dag -> dag(FRA, dag)).orElse(foer.gyldigFra()),
                Optional.ofNullable(valg.get(TIL)).map(Tilgangsoppdrag::slutt).orElse(foer.gyldigTil()),
                valg.get(BESLUTTET_AV),
                false);
    }

    private void trekk(Utfoering utfoering) throws IOException {
        Tilgangsavtale trukket =
                tilgang.trekk(nummer(utfoering), utfoering.valg().get(BESLUTTET_AV), bruker(utfoering));
        gjort(
                utfoering,
                "Avtale " + trukket.nummer() + " er trukket: "
                        + trukket.consumer().verdi()
                        + " har ikke lenger scopet " + trukket.scope().navn()
                        + " etter den. Det virker på serveren innen fem sekunder.",
                trukket);
    }

    private void vis(Utfoering utfoering) throws IOException {
        List<Avtaleendring> endringer = tilgang.vis(nummer(utfoering));
        liste(utfoering, json -> {
            for (Avtaleendring endring : endringer) {
                json.writeStartObject();
                json.writeStringField("tidspunkt", endring.tidspunkt().toString());
                json.writeStringField("endring", endring.slag().verdi());
                json.writeStringField("utfoertAv", endring.utfoertAv());
                skriv(json, endring.avtale());
                json.writeEndObject();
            }
        });
    }

    private void liste(Utfoering utfoering) throws IOException {
        Optional<String> orgnr = Optional.ofNullable(utfoering.valg().get(ORGNR));
        avtaler(
                utfoering,
                tilgang.liste().stream()
                        .filter(avtale -> orgnr.filter(
                                        nr -> !nr.equals(avtale.consumer().verdi()))
                                .isEmpty())
                        .toList());
    }

    /** What has been done is done, also when this process does not see it before the next second. */
    private void gjort(Utfoering utfoering, String hva, Tilgangsavtale avtale) throws IOException {
        try {
            oppfrisking.run();
        } catch (RuntimeException senere) {
            LOG.warn("The agreements could not be looked at at once; they are looked at every second", senere);
        }
        utfoering.melding(hva);
        avtaler(utfoering, List.of(avtale));
    }

    private static void avtaler(Utfoering utfoering, List<Tilgangsavtale> avtaler) throws IOException {
        liste(utfoering, json -> {
            for (Tilgangsavtale avtale : avtaler) {
                json.writeStartObject();
                skriv(json, avtale);
                json.writeEndObject();
            }
        });
    }

    private static void liste(Utfoering utfoering, Innhold innhold) throws IOException {
        StringWriter ut = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ut)) {
            json.writeStartArray();
            innhold.skriv(json);
            json.writeEndArray();
        }
        utfoering.ut().write(ut.toString().getBytes(StandardCharsets.UTF_8));
        utfoering.ut().flush();
    }

    /** What stands in a list. */
    private interface Innhold {
        void skriv(JsonGenerator json) throws IOException;
    }

    private static String bruker(Utfoering utfoering) {
        return utfoering.valg().getOrDefault(Registeroppdrag.BRUKER, "-");
    }

    private static long nummer(Utfoering utfoering) {
        String tekst = utfoering.valg().get(AVTALE);
        if (!tekst.matches("[1-9]\\d{0,8}")) {
            throw new UgyldigVerdi("ugyldig nummer på avtale: forventet et helt tall, som i «tilgang liste»");
        }
        return Long.parseLong(tekst);
    }

    private static Hjemmel hjemmel(String kode) {
        return Hjemmel.finn(kode)
                .orElseThrow(() ->
                        new UgyldigVerdi("ukjent hjemmel: forventet en av kodene i «tilgang gi --help», for eksempel "
                                + Hjemmel.HVITVASKINGSLOVEN_A.kode()));
    }

    private static List<String> adresser(String tekst) {
        if (tekst.isBlank()) {
            return List.of();
        }
        try {
            Ipomraade.liste(tekst);
        } catch (UgyldigVerdi e) {
            throw new UgyldigVerdi("ugyldig verdi for --ip: forventet IP-adresser og CIDR-områder med komma mellom; "
                    + e.getMessage());
        }
        return List.of(tekst.replace(" ", "").split(","));
    }

    private static Optional<LocalDate> slutt(String tekst) {
        return tekst.equals(UTEN_SLUTT) ? Optional.empty() : Optional.of(dag(TIL, tekst));
    }

    private static LocalDate dag(String navn, String tekst) {
        try {
            return LocalDate.parse(tekst);
        } catch (DateTimeException e) {
            throw new UgyldigVerdi("ugyldig verdi for --" + navn + ": forventet en dato, for eksempel 2027-01-31"
                    + (navn.equals(TIL) ? ", eller " + UTEN_SLUTT : ""));
        }
    }

    private static String slutter(Tilgangsavtale avtale) {
        return avtale.gyldigTil().map(til -> " til og med " + til).orElse("");
    }

    private static void skriv(JsonGenerator json, Tilgangsavtale avtale) throws IOException {
        json.writeNumberField(AVTALE, avtale.nummer());
        json.writeStringField("organisasjonsnummer", avtale.consumer().verdi());
        json.writeStringField(HJEMMEL, avtale.hjemmel().kode());
        json.writeStringField("hjemmelbeskrivelse", avtale.hjemmel().beskrivelse());
        json.writeStringField("scope", avtale.scope().navn());
        json.writeStringField("miljoe", avtale.miljoe());
        json.writeObjectFieldStart("kontaktperson");
        json.writeStringField(NAVN, avtale.kontaktperson().navn());
        json.writeStringField(EPOST, avtale.kontaktperson().epost());
        json.writeStringField(TELEFON, avtale.kontaktperson().telefon());
        json.writeEndObject();
        json.writeArrayFieldStart("ipadresser");
        for (String adresse : avtale.ipadresser()) {
            json.writeString(adresse);
        }
        json.writeEndArray();
        json.writeStringField("gyldigFra", avtale.gyldigFra().toString());
        if (avtale.gyldigTil().isPresent()) {
            json.writeStringField("gyldigTil", avtale.gyldigTil().get().toString());
        }
        json.writeStringField("besluttetAv", avtale.besluttetAv());
        json.writeBooleanField("trukket", avtale.trukket());
    }
}
