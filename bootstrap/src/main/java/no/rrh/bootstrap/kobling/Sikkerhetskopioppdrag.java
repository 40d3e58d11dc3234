package no.rrh.bootstrap.kobling;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.LongConsumer;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.bootstrap.kanal.Oppdrag;
import no.rrh.bootstrap.kanal.Utfoering;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.persistence.register.H2Kopiering;
import no.rrh.persistence.register.H2Kopiering.Filkopi;
import no.rrh.persistence.register.Kontrollsum;
import no.rrh.persistence.register.RegisteretErOedelagt;
import no.rrh.persistence.sikkerhetskopi.Kopiskriver;
import no.rrh.persistence.sikkerhetskopi.Kopiskriver.Pakking;
import no.rrh.persistence.sikkerhetskopi.Manifest;

/** The content hash and the back-up that commands order. */
public final class Sikkerhetskopioppdrag {
    /** Writes the content hash to the output, as a JSON object. */
    public static final String KONTROLLSUM = "kontrollsum";

    /** Writes a back-up to the output. */
    public static final String SIKKERHETSKOPI = "sikkerhetskopi";

    /** Whether the files of totalbestand are left out of it. */
    public static final String UTEN_TOTALBESTAND = "uten-totalbestand";

    public static final String JA = "ja";
    public static final String TABELLER = "tabeller";
    public static final String RADER = "rader";
    public static final String SUM = "sum";
    public static final String SEKVENSNUMMER = "sekvensnummer";

    private static final JsonFactory JSON = new JsonFactory();
    private static final int BUFFER = 64 * 1024;
    private static final int MIB = 20;

    /** Left to the register while a copy of it is made beside it. */
    private static final long TIL_REGISTERET = 64 << MIB;

    private final Rrh rrh;
    private final Kommandofoering logg;

    Sikkerhetskopioppdrag(Rrh rrh, Kommandofoering logg) {
        this.rrh = rrh;
        this.logg = logg;
    }

    Map<String, Oppdrag> alt() {
        return Map.of(KONTROLLSUM, this::kontrollsum, SIKKERHETSKOPI, this::sikkerhetskopi);
    }

    private void kontrollsum(Utfoering utfoering) throws IOException {
        Framdrift framdrift = utfoering.framdrift();
        utfoering
                .ut()
                .write(json(rrh.kontrollsummering().beregn(framdrift::ferdig)).getBytes(StandardCharsets.UTF_8));
    }

    private static String json(Kontrollsum sum) throws IOException {
        StringWriter ut = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ut)) {
            json.writeStartObject();
            json.writeNumberField(SEKVENSNUMMER, sum.sekvensnummer());
            json.writeStringField("skjema", sum.skjema());
            json.writeNumberField(RADER, sum.rader());
            json.writeObjectFieldStart(TABELLER);
            for (Kontrollsum.Tabell tabell : sum.tabeller()) {
                json.writeObjectFieldStart(tabell.navn());
                json.writeNumberField(RADER, tabell.rader());
                json.writeStringField(SUM, tabell.sum());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeStringField(KONTROLLSUM, sum.sum());
            json.writeEndObject();
        }
        return ut.toString();
    }

    private void sikkerhetskopi(Utfoering utfoering) throws IOException {
        H2Kopiering kopiering = rrh.kopiering()
                .orElseThrow(() -> new Kommandofeil("registeret ligger i PostgreSQL, som har egne verktøy for"
                        + " sikkerhetskopiering: bruk dem (pg_dump, eller basebackup og WAL), se docs/drift.md"));
        // what was registered before it, the copy holds
        Instant laget = rrh.klokke().instant().truncatedTo(ChronoUnit.MILLIS);
        // what is told of has been put on the disk, and the copy is not older than any file of totalbestand in it
        krevSvar();
        Map<String, Path> totalbestand = JA.equals(utfoering.valg().get(UTEN_TOTALBESTAND))
                ? Map.of()
                : Kopioppsett.mappe(Datamappe.TOTALBESTAND, rrh.totalbestandmappe());
        long registeret = kopiering.stoerrelse();
        krevPlass(registeret);
        Framdrift framdrift = utfoering.framdrift();
        framdrift.ialt(2 * registeret + stoerrelse(totalbestand) >> MIB);
        try (Filkopi kopi = kopiering.ta(skrevet -> framdrift.ferdig(skrevet >> MIB))) {
            krevSvar();
            logg.utleverer(
                    SIKKERHETSKOPI,
                    utfoering.valg(),
                    SIKKERHETSKOPI,
                    kopi.kontrollsum().sekvensnummer());
            Manifest manifest = skriv(
                    kopi,
                    laget,
                    totalbestand,
                    utfoering.ut(),
                    skrevet -> framdrift.ferdig(registeret + skrevet >> MIB));
            utfoering.melding(
                    "Sikkerhetskopien er tatt: " + kopi.kontrollsum().virksomheter() + " virksomheter, sekvensnummer "
                            + kopi.kontrollsum().sekvensnummer() + ", "
                            + manifest.filer().size() + " filer. Kontrollsum "
                            + kopi.kontrollsum().sum() + ". Innsynsloggen er ikke med; den kopieres for seg selv.");
        } catch (DiskenErFull e) {
            throw new Kommandofeil("disken til datamappen er full: der trengs det plass til en kopi av registeret mens"
                    + " sikkerhetskopien lages. Ingenting er endret");
        } catch (RegisteretErOedelagt e) {
            throw new Kommandofeil(
                    "det ble ingen sikkerhetskopi: kopien av registeret kan ikke leses, så registeret er trolig"
                            + " skadet. Årsaken står i loggen");
        }
    }

    private void krevSvar() {
        if (!rrh.hentRegisterstatus().hent().svarer()) {
            throw new Kommandofeil("det ble ingen sikkerhetskopi: registeret svarer ikke. Prøv igjen når det svarer");
        }
    }

    private void krevPlass(long registeret) throws IOException {
        long trengs = registeret + TIL_REGISTERET;
        long ledig = Files.getFileStore(rrh.data().rot()).getUsableSpace();
        if (ledig < trengs) {
            throw new Kommandofeil(
                    "det er ikke plass i datamappen til kopien av registeret som trengs mens sikkerhetskopien"
                            + " lages: " + (trengs >> MIB) + " MiB trengs, og " + (ledig >> MIB) + " er ledige");
        }
    }

    private static long stoerrelse(Map<String, Path> filer) {
        return filer.values().stream().mapToLong(fil -> fil.toFile().length()).sum();
    }

    private Manifest skriv(
            Filkopi kopi, Instant laget, Map<String, Path> totalbestand, OutputStream ut, LongConsumer skrevet)
            throws IOException {
        BufferedOutputStream buffer = new BufferedOutputStream(ut, BUFFER);
        Kopiskriver skriver = new Kopiskriver(buffer, laget, skrevet);
        for (Map.Entry<String, Path> fil : Kopioppsett.utenTotalbestand(rrh.data(), rrh.miljoe(), kopi.filer())
                .entrySet()) {
            // those of totalbestand are deleted as they grow old, but without one of these it would be no back-up
            if (!skriver.leggTil(fil.getKey(), fil.getValue(), Pakking.RASK)) {
                throw new Kommandofeil("det ble ingen sikkerhetskopi: " + fil.getKey() + " mangler i datamappen");
            }
        }
        for (Map.Entry<String, Path> fil : totalbestand.entrySet()) {
            skriver.leggTil(fil.getKey(), fil.getValue(), Pakking.INGEN);
        }
        Manifest manifest = skriver.avslutt(rrh.miljoe().navn(), kopi.kontrollsum());
        buffer.flush();
        return manifest;
    }
}
