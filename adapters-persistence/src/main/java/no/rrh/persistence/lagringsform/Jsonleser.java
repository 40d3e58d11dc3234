package no.rrh.persistence.lagringsform;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.kodeverk.Kodeliste;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.kodeverk.LandAlfa3;
import no.rrh.domain.registrering.Innsender;
import no.rrh.domain.registrering.Innsender.FolkeregistrertInnsender;
import no.rrh.domain.registrering.Innsender.UtenlandskInnsender;
import no.rrh.domain.registrering.Innsender.VarslingspliktigVirksomhet;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon;
import no.rrh.domain.registrering.Rettighetsinformasjon.RegulertMarked;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.registrering.Rettighetsinformasjon.UtenlandskRegister;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.rettighetshaver.Grunnlagstype;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.Adresse;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.NorskVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.UtenlandskVirksomhet;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.Posisjon;
import no.rrh.domain.rettighetshaver.Posisjonstype;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.domain.rettighetshaver.Stoerrelsesintervall;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/**
 * Reads the first stored form, which nothing writes any more: JSON, an array of registrations. The names of the fields stand
 * in {@link Felt}; a code is without its list, a time in milliseconds and a date in days since 1970, a country is its code,
 * followed by a colon and the name it was imported with where it has one. What is absent, empty or false is left out.
 */
final class Jsonleser {
    private final JsonParser json;
    private final boolean gjeldende;

    private Jsonleser(JsonParser json, boolean gjeldende) {
        this.json = json;
        this.gjeldende = gjeldende;
    }

    static List<LagretRegistrering> les(byte[] dokument, boolean gjeldende) {
        try (JsonParser json = Felt.JSON.createParser(dokument)) {
            Jsonleser leser = new Jsonleser(json, gjeldende);
            json.nextToken();
            return leser.liste(leser::registrering);
        } catch (IOException | RuntimeException e) {
            // the parser's messages may quote what it read, which may be about persons
            throw new UlesbartDokument("not what was written: " + e.getClass().getSimpleName());
        }
    }

    private LagretRegistrering registrering() throws IOException {
        UUID id = null;
        int versjon = 0;
        long fra = 0;
        Registreringsstatus status = null;
        Instant registrert = null;
        Optional<Reellerettighetshaverestatus> holderstatus = Optional.empty();
        Rettighetsinformasjon informasjon = Rettighetsinformasjon.INGEN;
        Optional<Uoverensstemmelse> uoverensstemmelse = Optional.empty();
        for (String felt = foerste(); felt != null; felt = neste()) {
            switch (felt) {
                case Felt.ID -> id = UUID.fromString(json.getText());
                case Felt.VERSJON -> versjon = json.getIntValue();
                case Felt.FRA -> fra = json.getLongValue();
                case Felt.STATUS -> status = kode(Registreringsstatus.LISTE);
                case Felt.REGISTRERT -> registrert = tid();
                case Felt.HOLDERSTATUS -> holderstatus = Optional.of(kode(Reellerettighetshaverestatus.LISTE));
                case Felt.RETTIGHETSHAVERE -> informasjon = new Rettighetshavere(liste(this::rettighetshaver));
                case Felt.UTENLANDSK_REGISTER -> informasjon = utenlandskRegister();
                case Felt.REGULERT_MARKED -> informasjon = regulertMarked();
                case Felt.UOVERENSSTEMMELSE -> uoverensstemmelse = Optional.of(uoverensstemmelse());
                default -> throw ukjent();
            }
        }
        Registrering registrering = new Registrering(
                krev(id),
                versjon,
                krev(status),
                krev(registrert),
                gjeldende,
                holderstatus,
                informasjon,
                uoverensstemmelse);
        return new LagretRegistrering(registrering, fra);
    }

    private UtenlandskRegister utenlandskRegister() throws IOException {
        LandAlfa2 land = null;
        String internettadresse = null;
        for (String felt = foerste(); felt != null; felt = neste()) {
            switch (felt) {
                case Felt.LAND -> land = landAlfa2();
                case Felt.INTERNETTADRESSE -> internettadresse = json.getText();
                default -> throw ukjent();
            }
        }
        return new UtenlandskRegister(krev(land), internettadresse);
    }

    private RegulertMarked regulertMarked() throws IOException {
        String navn = null;
        LandAlfa2 land = null;
        String internettadresse = null;
        for (String felt = foerste(); felt != null; felt = neste()) {
            switch (felt) {
                case Felt.NAVN -> navn = json.getText();
                case Felt.LAND -> land = landAlfa2();
                case Felt.INTERNETTADRESSE -> internettadresse = json.getText();
                default -> throw ukjent();
            }
        }
        return new RegulertMarked(navn, krev(land), internettadresse);
    }

    private ReellRettighetshaver rettighetshaver() throws IOException {
        Person person = null;
        boolean unntatt = false;
        Instant foerstRegistrert = null;
        Instant endret = null;
        List<Posisjon> posisjoner = List.of();
        for (String felt = foerste(); felt != null; felt = neste()) {
            switch (felt) {
                case Felt.FOLKEREGISTRERT -> person = lestPerson().folkeregistrert();
                case Felt.UTENLANDSK -> person = lestPerson().utenlandsk();
                case Felt.UNNTATT -> unntatt = json.getBooleanValue();
                case Felt.FOERST_REGISTRERT -> foerstRegistrert = tid();
                case Felt.ENDRET -> endret = tid();
                case Felt.POSISJONER -> posisjoner = liste(this::posisjon);
                default -> throw ukjent();
            }
        }
        return new ReellRettighetshaver(krev(person), unntatt, krev(foerstRegistrert), krev(endret), posisjoner);
    }

    private LestPerson lestPerson() throws IOException {
        LestPerson person = new LestPerson();
        for (String felt = foerste(); felt != null; felt = neste()) {
            switch (felt) {
                case Felt.FOEDSELSNUMMER -> person.foedselsnummer = json.getText();
                case Felt.NAVN -> person.fulltNavn = json.getText();
                case Felt.FORNAVN -> person.fornavn = json.getText();
                case Felt.MELLOMNAVN -> person.mellomnavn = json.getText();
                case Felt.ETTERNAVN -> person.etternavn = json.getText();
                case Felt.DOED -> person.doed = json.getBooleanValue();
                case Felt.FOEDSELSDATO -> person.foedselsdato = LocalDate.ofEpochDay(json.getLongValue());
                case Felt.FOEDSELSAAR -> person.foedselsaar = Year.of(json.getIntValue());
                case Felt.BOSTEDSLAND -> person.bostedsland = landAlfa3();
                case Felt.STATSBORGERSKAP -> person.statsborgerskap = liste(this::landAlfa3);
                default -> throw ukjent();
            }
        }
        return person;
    }

    private Posisjon posisjon() throws IOException {
        Posisjonstype type = null;
        Optional<Stoerrelsesintervall> intervall = Optional.empty();
        Optional<String> beskrivelse = Optional.empty();
        List<Grunnlagstype> grunnlag = List.of();
        List<MellomliggendeVirksomhet> mellomliggende = List.of();
        for (String felt = foerste(); felt != null; felt = neste()) {
            switch (felt) {
                case Felt.TYPE -> type = kode(Posisjonstype.LISTE);
                case Felt.INTERVALL -> intervall = Optional.of(kode(Stoerrelsesintervall.LISTE));
                case Felt.BESKRIVELSE -> beskrivelse = Optional.of(json.getText());
                case Felt.GRUNNLAG -> grunnlag = liste(() -> kode(Grunnlagstype.LISTE));
                case Felt.MELLOMLIGGENDE -> mellomliggende = liste(this::mellomliggende);
                default -> throw ukjent();
            }
        }
        return new Posisjon(krev(type), intervall, beskrivelse, grunnlag, mellomliggende);
    }

    private MellomliggendeVirksomhet mellomliggende() throws IOException {
        if (json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return new NorskVirksomhet(organisasjonsnummer());
        }
        Optional<String> nummer = Optional.empty();
        String navn = null;
        List<String> adresselinjer = List.of();
        LandAlfa2 land = null;
        for (String felt = foerste(); felt != null; felt = neste()) {
            switch (felt) {
                case Felt.ID -> nummer = Optional.of(json.getText());
                case Felt.NAVN -> navn = json.getText();
                case Felt.ADRESSELINJER -> adresselinjer = liste(json::getText);
                case Felt.LAND -> land = landAlfa2();
                default -> throw ukjent();
            }
        }
        return new UtenlandskVirksomhet(nummer, navn, new Adresse(adresselinjer, krev(land)));
    }

    private Uoverensstemmelse uoverensstemmelse() throws IOException {
        String beskrivelse = null;
        Instant mottatt = null;
        Optional<Innsender> innsender = Optional.empty();
        for (String felt = foerste(); felt != null; felt = neste()) {
            switch (felt) {
                case Felt.BESKRIVELSE -> beskrivelse = json.getText();
                case Felt.MOTTATT -> mottatt = tid();
                case Felt.VARSLINGSPLIKTIG ->
                    innsender = Optional.of(new VarslingspliktigVirksomhet(organisasjonsnummer()));
                case Felt.FOLKEREGISTRERT ->
                    innsender = Optional.of(
                            new FolkeregistrertInnsender(lestPerson().folkeregistrert()));
                case Felt.UTENLANDSK -> innsender = Optional.of(utenlandskInnsender(lestPerson()));
                default -> throw ukjent();
            }
        }
        return new Uoverensstemmelse(beskrivelse, krev(mottatt), innsender);
    }

    private static UtenlandskInnsender utenlandskInnsender(LestPerson person) throws IOException {
        return new UtenlandskInnsender(krev(person.foedselsdato), person.fulltNavn);
    }

    private String foerste() throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw ukjent();
        }
        return neste();
    }

    /** The next field's name, with the parser at its value; null at the end of the object. */
    private String neste() throws IOException {
        String felt = json.nextFieldName();
        if (felt != null) {
            json.nextToken();
        }
        return felt;
    }

    private <T> List<T> liste(Verdi<T> verdi) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            throw ukjent();
        }
        List<T> verdier = new ArrayList<>(2);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            verdier.add(verdi.les());
        }
        return verdier;
    }

    private <K extends Enum<K> & Kode> K kode(Kodeliste<K> liste) throws IOException {
        return liste.av(liste.navn() + "." + json.getText());
    }

    private Instant tid() throws IOException {
        return Instant.ofEpochMilli(json.getLongValue());
    }

    private Organisasjonsnummer organisasjonsnummer() throws IOException {
        return Organisasjonsnummer.av(json.getIntValue());
    }

    private LandAlfa2 landAlfa2() throws IOException {
        return land(LandAlfa2::new);
    }

    private LandAlfa3 landAlfa3() throws IOException {
        return land(LandAlfa3::new);
    }

    private <L> L land(BiFunction<String, Optional<String>, L> nytt) throws IOException {
        String tekst = json.getText();
        int kolon = tekst.indexOf(':');
        return kolon < 0
                ? nytt.apply(tekst, Optional.empty())
                : nytt.apply(tekst.substring(0, kolon), Optional.of(tekst.substring(kolon + 1)));
    }

    private static <T> T krev(T verdi) throws IOException {
        if (verdi == null) {
            throw new IOException("a field is missing");
        }
        return verdi;
    }

    private static IOException ukjent() {
        return new IOException("an unknown field or form");
    }

    /** Reads one value of a list. */
    @FunctionalInterface
    private interface Verdi<T> {
        T les() throws IOException;
    }
}
