package no.rrh.persistence.lagringsform;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.kodeverk.LandAlfa3;
import no.rrh.domain.registrering.Innsender;
import no.rrh.domain.registrering.Innsender.FolkeregistrertInnsender;
import no.rrh.domain.registrering.Innsender.UtenlandskInnsender;
import no.rrh.domain.registrering.Innsender.VarslingspliktigVirksomhet;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.Rettighetsinformasjon;
import no.rrh.domain.registrering.Rettighetsinformasjon.RegulertMarked;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.registrering.Rettighetsinformasjon.UtenlandskRegister;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.NorskVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.UtenlandskVirksomhet;
import no.rrh.domain.rettighetshaver.Navn;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.Posisjon;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.domain.rettighetshaver.UtenlandskPerson;

/**
 * Writes the stored JSON, an array of registrations. The names of the fields stand in {@link Felt}; a code is written
 * without its list, a time in milliseconds and a date in days since 1970, a country as its code, followed by a colon and
 * the name it was imported with where it has one. What is absent, empty or false is left out.
 */
final class Dokumentskriver {
    private final JsonGenerator json;

    private Dokumentskriver(JsonGenerator json) {
        this.json = json;
    }

    static void skriv(List<LagretRegistrering> registreringer, OutputStream ut) throws IOException {
        try (JsonGenerator json = Felt.JSON.createGenerator(ut)) {
            Dokumentskriver skriver = new Dokumentskriver(json);
            json.writeStartArray();
            for (LagretRegistrering lagret : registreringer) {
                skriver.registrering(lagret.registrering(), lagret.fra());
            }
            json.writeEndArray();
        }
    }

    private void registrering(Registrering registrering, long fra) throws IOException {
        json.writeStartObject();
        json.writeStringField(Felt.ID, registrering.registreringsid().toString());
        json.writeNumberField(Felt.VERSJON, registrering.versjon());
        json.writeNumberField(Felt.FRA, fra);
        kode(Felt.STATUS, registrering.registreringsstatus());
        tid(Felt.REGISTRERT, registrering.registrert());
        if (registrering.reelleRettighetshaverestatus().isPresent()) {
            kode(Felt.HOLDERSTATUS, registrering.reelleRettighetshaverestatus().get());
        }
        rettighetsinformasjon(registrering.rettighetsinformasjon());
        if (registrering.uoverensstemmelse().isPresent()) {
            uoverensstemmelse(registrering.uoverensstemmelse().get());
        }
        json.writeEndObject();
    }

    private void rettighetsinformasjon(Rettighetsinformasjon informasjon) throws IOException {
        if (informasjon instanceof Rettighetshavere holdere) {
            rettighetshavere(holdere.reelleRettighetshavere());
        } else if (informasjon instanceof UtenlandskRegister register) {
            json.writeObjectFieldStart(Felt.UTENLANDSK_REGISTER);
            land(Felt.LAND, register.land());
            json.writeStringField(Felt.INTERNETTADRESSE, register.internettadresse());
            json.writeEndObject();
        } else if (informasjon instanceof RegulertMarked marked) {
            json.writeObjectFieldStart(Felt.REGULERT_MARKED);
            json.writeStringField(Felt.NAVN, marked.navn());
            land(Felt.LAND, marked.land());
            json.writeStringField(Felt.INTERNETTADRESSE, marked.internettadresse());
            json.writeEndObject();
        }
    }

    private void rettighetshavere(List<ReellRettighetshaver> rettighetshavere) throws IOException {
        if (rettighetshavere.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(Felt.RETTIGHETSHAVERE);
        for (ReellRettighetshaver rettighetshaver : rettighetshavere) {
            json.writeStartObject();
            person(rettighetshaver.person());
            flagg(Felt.UNNTATT, rettighetshaver.erUnntattFraInnsyn());
            tid(Felt.FOERST_REGISTRERT, rettighetshaver.foerstRegistrert());
            tid(Felt.ENDRET, rettighetshaver.endret());
            json.writeArrayFieldStart(Felt.POSISJONER);
            for (Posisjon posisjon : rettighetshaver.posisjoner()) {
                posisjon(posisjon);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void person(Person person) throws IOException {
        if (person instanceof FolkeregistrertPerson folkeregistrert) {
            folkeregistrert(folkeregistrert);
        } else {
            utenlandsk((UtenlandskPerson) person);
        }
    }

    private void folkeregistrert(FolkeregistrertPerson person) throws IOException {
        json.writeObjectFieldStart(Felt.FOLKEREGISTRERT);
        if (person.foedselsEllerDNummer().isPresent()) {
            json.writeStringField(
                    Felt.FOEDSELSNUMMER, person.foedselsEllerDNummer().get().verdi());
        }
        if (person.navn().isPresent()) {
            Navn navn = person.navn().get();
            json.writeStringField(Felt.FORNAVN, navn.fornavn());
            tekst(Felt.MELLOMNAVN, navn.mellomnavn());
            json.writeStringField(Felt.ETTERNAVN, navn.etternavn());
        }
        flagg(Felt.DOED, person.erDoed());
        felles(person);
        json.writeEndObject();
    }

    private void utenlandsk(UtenlandskPerson person) throws IOException {
        json.writeObjectFieldStart(Felt.UTENLANDSK);
        tekst(Felt.NAVN, person.fulltNavn());
        felles(person);
        json.writeEndObject();
    }

    private void felles(Person person) throws IOException {
        if (person.foedselsdato().isPresent()) {
            json.writeNumberField(Felt.FOEDSELSDATO, person.foedselsdato().get().toEpochDay());
        }
        json.writeNumberField(Felt.FOEDSELSAAR, person.foedselsaar().getValue());
        json.writeStringField(Felt.BOSTEDSLAND, land(person.bostedsland()));
        if (!person.statsborgerskap().isEmpty()) {
            json.writeArrayFieldStart(Felt.STATSBORGERSKAP);
            for (LandAlfa3 land : person.statsborgerskap()) {
                json.writeString(land(land));
            }
            json.writeEndArray();
        }
    }

    private void posisjon(Posisjon posisjon) throws IOException {
        json.writeStartObject();
        kode(Felt.TYPE, posisjon.posisjonstype());
        if (posisjon.stoerrelsesintervall().isPresent()) {
            kode(Felt.INTERVALL, posisjon.stoerrelsesintervall().get());
        }
        tekst(Felt.BESKRIVELSE, posisjon.beskrivelse());
        if (!posisjon.grunnlagstyper().isEmpty()) {
            json.writeArrayFieldStart(Felt.GRUNNLAG);
            for (Kode grunnlag : posisjon.grunnlagstyper()) {
                json.writeString(grunnlag.verdi());
            }
            json.writeEndArray();
        }
        mellomliggende(posisjon.mellomliggendeVirksomheter());
        json.writeEndObject();
    }

    private void mellomliggende(List<MellomliggendeVirksomhet> virksomheter) throws IOException {
        if (virksomheter.isEmpty()) {
            return;
        }
        json.writeArrayFieldStart(Felt.MELLOMLIGGENDE);
        for (MellomliggendeVirksomhet virksomhet : virksomheter) {
            if (virksomhet instanceof NorskVirksomhet norsk) {
                json.writeNumber(norsk.organisasjonsnummer().tall());
            } else {
                mellomliggende((UtenlandskVirksomhet) virksomhet);
            }
        }
        json.writeEndArray();
    }

    private void mellomliggende(UtenlandskVirksomhet virksomhet) throws IOException {
        json.writeStartObject();
        tekst(Felt.ID, virksomhet.registreringsnummerIHjemlandet());
        json.writeStringField(Felt.NAVN, virksomhet.navn());
        json.writeArrayFieldStart(Felt.ADRESSELINJER);
        for (String linje : virksomhet.adresse().friAdressetekst()) {
            json.writeString(linje);
        }
        json.writeEndArray();
        land(Felt.LAND, virksomhet.adresse().land());
        json.writeEndObject();
    }

    private void uoverensstemmelse(Uoverensstemmelse uoverensstemmelse) throws IOException {
        json.writeObjectFieldStart(Felt.UOVERENSSTEMMELSE);
        json.writeStringField(Felt.BESKRIVELSE, uoverensstemmelse.beskrivelse());
        tid(Felt.MOTTATT, uoverensstemmelse.mottatt());
        if (uoverensstemmelse.innsender().isPresent()) {
            innsender(uoverensstemmelse.innsender().get());
        }
        json.writeEndObject();
    }

    private void innsender(Innsender innsender) throws IOException {
        if (innsender instanceof VarslingspliktigVirksomhet virksomhet) {
            json.writeNumberField(
                    Felt.VARSLINGSPLIKTIG, virksomhet.organisasjonsnummer().tall());
        } else if (innsender instanceof FolkeregistrertInnsender folkeregistrert) {
            folkeregistrert(folkeregistrert.person());
        } else if (innsender instanceof UtenlandskInnsender utenlandsk) {
            json.writeObjectFieldStart(Felt.UTENLANDSK);
            json.writeNumberField(Felt.FOEDSELSDATO, utenlandsk.foedselsdato().toEpochDay());
            json.writeStringField(Felt.NAVN, utenlandsk.fulltNavn());
            json.writeEndObject();
        }
    }

    private void kode(String felt, Kode kode) throws IOException {
        json.writeStringField(felt, kode.verdi());
    }

    private void tid(String felt, Instant tid) throws IOException {
        json.writeNumberField(felt, tid.toEpochMilli());
    }

    private void flagg(String felt, boolean verdi) throws IOException {
        if (verdi) {
            json.writeBooleanField(felt, true);
        }
    }

    private void tekst(String felt, Optional<String> tekst) throws IOException {
        if (tekst.isPresent()) {
            json.writeStringField(felt, tekst.get());
        }
    }

    private void land(String felt, LandAlfa2 land) throws IOException {
        json.writeStringField(felt, land(land.landkode(), land.oppgittNavn()));
    }

    private static String land(LandAlfa3 land) {
        return land(land.landkode(), land.oppgittNavn());
    }

    private static String land(String landkode, Optional<String> oppgittNavn) {
        return oppgittNavn.map(navn -> landkode + ":" + navn).orElse(landkode);
    }
}
