package no.rrh.persistence.lagringsform;

import static no.rrh.persistence.lagringsform.Merke.om;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
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
 * Writes the stored form: how many registrations there are, and then they, each part after a byte that tells what there is of it
 * ({@link Merke}). A code is its place in its list, a time milliseconds and a date days since 1970, a fødselsnummer one whole
 * number. {@link Dokumentleser} reads it, in the same order.
 */
final class Dokumentskriver {
    /** What most persons have for both country and citizenship. */
    static final LandAlfa3 NORGE = LandAlfa3.av("NOR");

    private final Byteskriver ut;

    private Dokumentskriver(Byteskriver ut) {
        this.ut = ut;
    }

    static void skriv(List<LagretRegistrering> registreringer, Byteskriver ut) {
        Dokumentskriver skriver = new Dokumentskriver(ut);
        skriver.liste(
                registreringer,
                (LagretRegistrering lagret) -> skriver.registrering(lagret.registrering(), lagret.fra()));
    }

    private void registrering(Registrering registrering, long fra) {
        Rettighetsinformasjon informasjon = registrering.rettighetsinformasjon();
        ut.enByte(om(registrering.reelleRettighetshaverestatus().isPresent(), Merke.HOLDERSTATUS)
                | om(registrering.uoverensstemmelse().isPresent(), Merke.UOVERENSSTEMMELSE)
                | om(informasjon instanceof Rettighetshavere, Merke.RETTIGHETSHAVERE)
                | om(informasjon instanceof UtenlandskRegister, Merke.UTENLANDSK_REGISTER)
                | om(informasjon instanceof RegulertMarked, Merke.REGULERT_MARKED));
        ut.id(registrering.registreringsid());
        ut.tall(registrering.versjon());
        ut.tall(fra);
        kode(registrering.registreringsstatus());
        long registrert = registrering.registrert().toEpochMilli();
        ut.tallMedFortegn(registrert);
        registrering.reelleRettighetshaverestatus().ifPresent(this::kode);
        rettighetsinformasjon(informasjon, registrert);
        registrering.uoverensstemmelse().ifPresent(this::uoverensstemmelse);
    }

    private void rettighetsinformasjon(Rettighetsinformasjon informasjon, long registrert) {
        if (informasjon instanceof Rettighetshavere holdere) {
            liste(holdere.reelleRettighetshavere(), holder -> rettighetshaver(holder, registrert));
        } else if (informasjon instanceof UtenlandskRegister register) {
            land(register.land());
            ut.tekst(register.internettadresse());
        } else if (informasjon instanceof RegulertMarked marked) {
            ut.tekst(marked.navn());
            land(marked.land());
            ut.tekst(marked.internettadresse());
        }
    }

    private void rettighetshaver(ReellRettighetshaver rettighetshaver, long registrert) {
        long foerst = rettighetshaver.foerstRegistrert().toEpochMilli();
        long endret = rettighetshaver.endret().toEpochMilli();
        ut.enByte(om(rettighetshaver.erUnntattFraInnsyn(), Merke.UNNTATT)
                | om(foerst == registrert, Merke.FOERST_REGISTRERT_SAMTIDIG)
                | om(endret == registrert, Merke.ENDRET_SAMTIDIG));
        if (foerst != registrert) {
            ut.tallMedFortegn(foerst);
        }
        if (endret != registrert) {
            ut.tallMedFortegn(endret);
        }
        person(rettighetshaver.person());
        liste(rettighetshaver.posisjoner(), this::posisjon);
    }

    private void person(Person person) {
        if (person instanceof FolkeregistrertPerson folkeregistrert) {
            folkeregistrert(folkeregistrert);
        } else {
            utenlandsk((UtenlandskPerson) person);
        }
    }

    private void folkeregistrert(FolkeregistrertPerson person) {
        Optional<Navn> navn = person.navn();
        ut.enByte(om(person.foedselsEllerDNummer().isPresent(), Merke.NUMMER)
                | om(navn.isPresent(), Merke.NAVN)
                | om(navn.flatMap(Navn::mellomnavn).isPresent(), Merke.MELLOMNAVN)
                | om(person.erDoed(), Merke.DOED)
                | felles(person));
        person.foedselsEllerDNummer().ifPresent(nummer -> ut.tall(Long.parseLong(nummer.verdi())));
        if (navn.isPresent()) {
            ut.tekst(navn.get().fornavn());
            navn.get().mellomnavn().ifPresent(ut::tekst);
            ut.tekst(navn.get().etternavn());
        }
        resten(person);
    }

    private void utenlandsk(UtenlandskPerson person) {
        ut.enByte(Merke.UTENLANDSK | om(person.fulltNavn().isPresent(), Merke.NAVN) | felles(person));
        person.fulltNavn().ifPresent(ut::tekst);
        resten(person);
    }

    private static int felles(Person person) {
        return om(person.foedselsdato().isPresent(), Merke.FOEDSELSDATO)
                | om(aaretErDatoens(person), Merke.AARET_ER_DATOENS)
                | om(erNorsk(person), Merke.NORSK);
    }

    private static boolean aaretErDatoens(Person person) {
        return person.foedselsdato()
                .filter(dato -> dato.getYear() == person.foedselsaar().getValue())
                .isPresent();
    }

    private static boolean erNorsk(Person person) {
        return person.bostedsland().equals(NORGE)
                && person.statsborgerskap().size() == 1
                && person.statsborgerskap().get(0).equals(NORGE);
    }

    private void resten(Person person) {
        person.foedselsdato().map(LocalDate::toEpochDay).ifPresent(ut::tallMedFortegn);
        if (!aaretErDatoens(person)) {
            ut.tallMedFortegn(person.foedselsaar().getValue());
        }
        if (!erNorsk(person)) {
            land(person.bostedsland());
            liste(person.statsborgerskap(), this::land);
        }
    }

    private void posisjon(Posisjon posisjon) {
        kode(posisjon.posisjonstype());
        ut.enByte(om(posisjon.stoerrelsesintervall().isPresent(), Merke.INTERVALL)
                | om(posisjon.beskrivelse().isPresent(), Merke.BESKRIVELSE)
                | om(!posisjon.grunnlagstyper().isEmpty(), Merke.GRUNNLAG)
                | om(!posisjon.mellomliggendeVirksomheter().isEmpty(), Merke.MELLOMLIGGENDE));
        posisjon.stoerrelsesintervall().ifPresent(this::kode);
        posisjon.beskrivelse().ifPresent(ut::tekst);
        if (!posisjon.grunnlagstyper().isEmpty()) {
            liste(posisjon.grunnlagstyper(), this::kode);
        }
        if (!posisjon.mellomliggendeVirksomheter().isEmpty()) {
            liste(posisjon.mellomliggendeVirksomheter(), this::mellomliggende);
        }
    }

    private void mellomliggende(MellomliggendeVirksomhet virksomhet) {
        if (virksomhet instanceof NorskVirksomhet norsk) {
            ut.enByte(0);
            ut.tall(norsk.organisasjonsnummer().tall());
            return;
        }
        UtenlandskVirksomhet fremmed = (UtenlandskVirksomhet) virksomhet;
        Optional<String> nummer = fremmed.registreringsnummerIHjemlandet();
        ut.enByte(Merke.FREMMED | om(nummer.isPresent(), Merke.HJEMLIG_NUMMER));
        nummer.ifPresent(ut::tekst);
        ut.tekst(fremmed.navn());
        liste(fremmed.adresse().friAdressetekst(), ut::tekst);
        land(fremmed.adresse().land());
    }

    private void uoverensstemmelse(Uoverensstemmelse uoverensstemmelse) {
        ut.tekst(uoverensstemmelse.beskrivelse());
        tid(uoverensstemmelse.mottatt());
        innsender(uoverensstemmelse.innsender().orElse(null));
    }

    private void innsender(Innsender innsender) {
        if (innsender instanceof VarslingspliktigVirksomhet virksomhet) {
            ut.enByte(Merke.VARSLINGSPLIKTIG);
            ut.tall(virksomhet.organisasjonsnummer().tall());
        } else if (innsender instanceof FolkeregistrertInnsender folkeregistrert) {
            ut.enByte(Merke.FOLKEREGISTRERT_INNSENDER);
            folkeregistrert(folkeregistrert.person());
        } else if (innsender instanceof UtenlandskInnsender utenlandsk) {
            ut.enByte(Merke.UTENLANDSK_INNSENDER);
            ut.tallMedFortegn(utenlandsk.foedselsdato().toEpochDay());
            ut.tekst(utenlandsk.fulltNavn());
        } else {
            ut.enByte(Merke.INGEN_INNSENDER);
        }
    }

    private <T> void liste(List<? extends T> alle, Consumer<T> en) {
        ut.tall(alle.size());
        alle.forEach(en);
    }

    private void kode(Enum<?> kode) {
        ut.enByte(kode.ordinal());
    }

    private void tid(Instant tid) {
        ut.tallMedFortegn(tid.toEpochMilli());
    }

    private void land(LandAlfa2 land) {
        land(land.landkode(), land.oppgittNavn());
    }

    private void land(LandAlfa3 land) {
        land(land.landkode(), land.oppgittNavn());
    }

    private void land(String kode, Optional<String> navn) {
        ut.enByte(kode.length() | om(navn.isPresent(), Merke.LAND_MED_NAVN));
        for (int i = 0; i < kode.length(); i++) {
            ut.enByte(kode.charAt(i));
        }
        navn.ifPresent(ut::tekst);
    }
}
