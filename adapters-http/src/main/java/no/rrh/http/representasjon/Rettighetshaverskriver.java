package no.rrh.http.representasjon;

import java.io.IOException;
import no.rrh.domain.innsyn.RettighetshaverInnsyn;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.Adresse;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.NorskVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.UtenlandskVirksomhet;
import no.rrh.domain.rettighetshaver.Navn;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.Posisjon;
import no.rrh.domain.rettighetshaver.UtenlandskPerson;

/** Writes the reelle rettighetshavere of a registration: the person, and the positions. */
final class Rettighetshaverskriver {
    private final Feltskriver felter;

    Rettighetshaverskriver(Feltskriver felter) {
        this.felter = felter;
    }

    void skriv(RettighetshaverInnsyn rettighetshaver) throws IOException {
        felter.objekt(rettighetshaver, r -> {
            person(r.person());
            felter.sannhet(Felt.ER_UNNTATT, r.erUnntattFraInnsyn());
            felter.tid(Felt.FOERST_REGISTRERT, r.foerstRegistrert());
            felter.tid(Felt.ENDRET, r.endret());
            felter.liste(Felt.POSISJONER, r.posisjoner(), this::posisjon);
        });
    }

    /** The field of the kind of person it is. */
    void person(Person person) throws IOException {
        if (person instanceof FolkeregistrertPerson folkeregistrert) {
            felter.objekt(Felt.FOLKEREGISTRERT_PERSON, folkeregistrert, this::folkeregistrert);
        } else if (person instanceof UtenlandskPerson utenlandsk) {
            felter.objekt(Felt.UTENLANDSK_PERSON, utenlandsk, this::utenlandsk);
        }
    }

    private void folkeregistrert(FolkeregistrertPerson person) throws IOException {
        if (person.foedselsEllerDNummer().isPresent()) {
            felter.tekst(
                    Felt.FOEDSELS_ELLER_DNUMMER,
                    person.foedselsEllerDNummer().get().verdi());
        }
        felter.dato(Felt.FOEDSELSDATO, person.foedselsdato());
        felter.aar(Felt.FOEDSELSAAR, person.foedselsaar());
        felter.objekt(Felt.NAVN, person.navn(), this::navn);
        felter.sannhet(Felt.ER_DOED, person.erDoed());
        landene(person);
    }

    private void utenlandsk(UtenlandskPerson person) throws IOException {
        felter.dato(Felt.FOEDSELSDATO, person.foedselsdato());
        felter.aar(Felt.FOEDSELSAAR, person.foedselsaar());
        felter.tekst(Felt.FULLT_NAVN, person.fulltNavn());
        landene(person);
    }

    private void landene(Person person) throws IOException {
        felter.land(Felt.BOSTEDSLAND, person.bostedsland());
        felter.liste(Felt.STATSBORGERSKAP, person.statsborgerskap(), felter::land);
    }

    private void navn(Navn navn) throws IOException {
        felter.tekst(Felt.FORNAVN, navn.fornavn());
        felter.tekst(Felt.MELLOMNAVN, navn.mellomnavn());
        felter.tekst(Felt.ETTERNAVN, navn.etternavn());
    }

    private void posisjon(Posisjon posisjon) throws IOException {
        felter.objekt(posisjon, p -> {
            felter.kode(Felt.POSISJONSTYPE, p.posisjonstype());
            felter.kode(Felt.STOERRELSESINTERVALL, p.stoerrelsesintervall());
            felter.tekst(Felt.BESKRIVELSE_AV_POSISJONEN, p.beskrivelse());
            felter.liste(Felt.GRUNNLAGSTYPER, p.grunnlagstyper(), felter::kode);
            felter.liste(Felt.MELLOMLIGGENDE, p.mellomliggendeVirksomheter(), this::mellomliggende);
        });
    }

    private void mellomliggende(MellomliggendeVirksomhet virksomhet) throws IOException {
        felter.objekt(virksomhet, v -> {
            if (v instanceof NorskVirksomhet norsk) {
                felter.objekt(
                        Felt.NORSK_VIRKSOMHET,
                        norsk,
                        n -> felter.nummer(Felt.ORGANISASJONSNUMMER, n.organisasjonsnummer()));
            } else if (v instanceof UtenlandskVirksomhet utenlandsk) {
                felter.objekt(Felt.UTENLANDSK_VIRKSOMHET, utenlandsk, this::utenlandskVirksomhet);
            }
        });
    }

    private void utenlandskVirksomhet(UtenlandskVirksomhet virksomhet) throws IOException {
        felter.tekst(Felt.REGISTRERINGSNUMMER, virksomhet.registreringsnummerIHjemlandet());
        felter.tekst(Felt.NAVN, virksomhet.navn());
        felter.objekt(Felt.ADRESSE, virksomhet.adresse(), this::adresse);
    }

    private void adresse(Adresse adresse) throws IOException {
        felter.liste(Felt.FRI_ADRESSETEKST, adresse.friAdressetekst(), felter::tekst);
        felter.land(Felt.LAND, adresse.land());
    }
}
