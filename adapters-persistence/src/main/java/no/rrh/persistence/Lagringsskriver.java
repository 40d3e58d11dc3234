package no.rrh.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
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
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.NorskVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.UtenlandskVirksomhet;
import no.rrh.domain.rettighetshaver.Navn;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.Posisjon;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.domain.rettighetshaver.UtenlandskPerson;

/** Writes form 1 of a stored registration: its fields in order, as {@link Lagringsleser} reads them. */
final class Lagringsskriver {
    private final DataOutputStream ut;

    Lagringsskriver(DataOutputStream ut) {
        this.ut = ut;
    }

    /** Writes one value. */
    private interface Del<T> {
        void skriv(T verdi) throws IOException;
    }

    void skriv(Lagret lagret) throws IOException {
        Registrering r = lagret.registrering();
        ut.writeLong(r.registreringsid().getMostSignificantBits());
        ut.writeLong(r.registreringsid().getLeastSignificantBits());
        ut.writeInt(r.versjon());
        ut.writeLong(lagret.fra());
        ut.writeLong(lagret.gjeldendeFra());
        ut.writeLong(lagret.gjeldendeTil());
        ut.writeBoolean(r.erGjeldende());
        kode(r.registreringsstatus());
        tid(r.registrert());
        kanskje(r.reelleRettighetshaverestatus(), this::kode);
        rettighetsinformasjon(r.rettighetsinformasjon());
        kanskje(r.uoverensstemmelse(), this::uoverensstemmelse);
    }

    private void rettighetsinformasjon(Rettighetsinformasjon informasjon) throws IOException {
        if (informasjon instanceof Rettighetshavere holdere) {
            ut.writeByte(Slag.RETTIGHETSHAVERE);
            liste(holdere.reelleRettighetshavere(), this::rettighetshaver);
        } else if (informasjon instanceof UtenlandskRegister register) {
            ut.writeByte(Slag.UTENLANDSK_REGISTER);
            land(register.land());
            tekst(register.internettadresse());
        } else if (informasjon instanceof RegulertMarked marked) {
            ut.writeByte(Slag.REGULERT_MARKED);
            tekst(marked.navn());
            land(marked.land());
            tekst(marked.internettadresse());
        }
    }

    private void uoverensstemmelse(Uoverensstemmelse u) throws IOException {
        tekst(u.beskrivelse());
        tid(u.mottatt());
        kanskje(u.innsender(), this::innsender);
    }

    private void innsender(Innsender innsender) throws IOException {
        if (innsender instanceof VarslingspliktigVirksomhet virksomhet) {
            ut.writeByte(Slag.VIRKSOMHET);
            ut.writeInt(virksomhet.organisasjonsnummer().tall());
        } else if (innsender instanceof FolkeregistrertInnsender folkeregistrert) {
            ut.writeByte(Slag.FOLKEREGISTRERT);
            folkeregistrert(folkeregistrert.person());
        } else if (innsender instanceof UtenlandskInnsender utenlandsk) {
            ut.writeByte(Slag.UTENLANDSK);
            dato(utenlandsk.foedselsdato());
            tekst(utenlandsk.fulltNavn());
        }
    }

    private void rettighetshaver(ReellRettighetshaver r) throws IOException {
        person(r.person());
        ut.writeBoolean(r.erUnntattFraInnsyn());
        tid(r.foerstRegistrert());
        tid(r.endret());
        liste(r.posisjoner(), this::posisjon);
    }

    private void person(Person person) throws IOException {
        if (person instanceof FolkeregistrertPerson folkeregistrert) {
            ut.writeByte(Slag.FOLKEREGISTRERT);
            folkeregistrert(folkeregistrert);
        } else if (person instanceof UtenlandskPerson utenlandsk) {
            ut.writeByte(Slag.UTENLANDSK);
            kanskje(utenlandsk.foedselsdato(), this::dato);
            ut.writeInt(utenlandsk.foedselsaar().getValue());
            kanskje(utenlandsk.fulltNavn(), this::tekst);
            land(utenlandsk.bostedsland());
            liste(utenlandsk.statsborgerskap(), this::land);
        }
    }

    private void folkeregistrert(FolkeregistrertPerson p) throws IOException {
        kanskje(p.foedselsEllerDNummer().map(Foedselsnummer::verdi), this::tekst);
        kanskje(p.foedselsdato(), this::dato);
        ut.writeInt(p.foedselsaar().getValue());
        kanskje(p.navn(), this::navn);
        ut.writeBoolean(p.erDoed());
        land(p.bostedsland());
        liste(p.statsborgerskap(), this::land);
    }

    private void navn(Navn navn) throws IOException {
        tekst(navn.fornavn());
        kanskje(navn.mellomnavn(), this::tekst);
        tekst(navn.etternavn());
    }

    private void posisjon(Posisjon p) throws IOException {
        kode(p.posisjonstype());
        kanskje(p.stoerrelsesintervall(), this::kode);
        kanskje(p.beskrivelse(), this::tekst);
        liste(p.grunnlagstyper(), this::kode);
        liste(p.mellomliggendeVirksomheter(), this::mellomliggende);
    }

    private void mellomliggende(MellomliggendeVirksomhet virksomhet) throws IOException {
        if (virksomhet instanceof NorskVirksomhet norsk) {
            ut.writeByte(Slag.VIRKSOMHET);
            ut.writeInt(norsk.organisasjonsnummer().tall());
        } else if (virksomhet instanceof UtenlandskVirksomhet utenlandsk) {
            ut.writeByte(Slag.UTENLANDSK);
            kanskje(utenlandsk.registreringsnummerIHjemlandet(), this::tekst);
            tekst(utenlandsk.navn());
            liste(utenlandsk.adresse().friAdressetekst(), this::tekst);
            land(utenlandsk.adresse().land());
        }
    }

    private <T> void kanskje(Optional<T> verdi, Del<? super T> del) throws IOException {
        ut.writeBoolean(verdi.isPresent());
        if (verdi.isPresent()) {
            del.skriv(verdi.get());
        }
    }

    private <T> void liste(List<T> verdier, Del<? super T> del) throws IOException {
        ut.writeInt(verdier.size());
        for (T verdi : verdier) {
            del.skriv(verdi);
        }
    }

    /** By its word, not its place in the list: the register may put a new one among them. */
    private void kode(Kode kode) throws IOException {
        tekst(kode.verdi());
    }

    private void land(LandAlfa2 land) throws IOException {
        tekst(land.landkode());
        kanskje(land.oppgittNavn(), this::tekst);
    }

    private void land(LandAlfa3 land) throws IOException {
        tekst(land.landkode());
        kanskje(land.oppgittNavn(), this::tekst);
    }

    private void tid(Instant tid) throws IOException {
        ut.writeLong(tid.toEpochMilli());
    }

    private void dato(LocalDate dato) throws IOException {
        ut.writeInt(Math.toIntExact(dato.toEpochDay()));
    }

    /** Short ones, nearly all, cost one byte beside their own. */
    private void tekst(String tekst) throws IOException {
        byte[] bytes = tekst.getBytes(UTF_8);
        if (bytes.length < Slag.LANG_TEKST) {
            ut.writeByte(bytes.length);
        } else {
            ut.writeByte(Slag.LANG_TEKST);
            ut.writeInt(bytes.length);
        }
        ut.write(bytes);
    }
}
