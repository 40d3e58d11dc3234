package no.rrh.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.DataInputStream;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.Grunnlagstype;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.Adresse;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.NorskVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.UtenlandskVirksomhet;
import no.rrh.domain.rettighetshaver.Navn;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.Posisjon;
import no.rrh.domain.rettighetshaver.Posisjonstype;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.domain.rettighetshaver.Stoerrelsesintervall;
import no.rrh.domain.rettighetshaver.UtenlandskPerson;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Reads form 1 of a stored registration, as {@link Lagringsskriver} writes it. */
final class Lagringsleser {
    private final DataInputStream inn;

    Lagringsleser(DataInputStream inn) {
        this.inn = inn;
    }

    /** Reads one value. */
    private interface Del<T> {
        T les() throws IOException;
    }

    Lagret les() throws IOException {
        UUID id = new UUID(inn.readLong(), inn.readLong());
        int versjon = inn.readInt();
        long fra = inn.readLong();
        long gjeldendeFra = inn.readLong();
        long gjeldendeTil = inn.readLong();
        boolean gjeldende = inn.readBoolean();
        Registrering registrering = new Registrering(
                id,
                versjon,
                kode(Registreringsstatus.LISTE),
                tid(),
                gjeldende,
                kanskje(() -> kode(Reellerettighetshaverestatus.LISTE)),
                rettighetsinformasjon(),
                kanskje(this::uoverensstemmelse));
        return new Lagret(registrering, fra, gjeldendeFra, gjeldendeTil);
    }

    private Rettighetsinformasjon rettighetsinformasjon() throws IOException {
        int slag = inn.readByte();
        return switch (slag) {
            case Slag.RETTIGHETSHAVERE -> new Rettighetshavere(liste(this::rettighetshaver));
            case Slag.UTENLANDSK_REGISTER -> new UtenlandskRegister(landAlfa2(), tekst());
            case Slag.REGULERT_MARKED -> new RegulertMarked(tekst(), landAlfa2(), tekst());
            default -> throw ukjent(slag);
        };
    }

    private Uoverensstemmelse uoverensstemmelse() throws IOException {
        return new Uoverensstemmelse(tekst(), tid(), kanskje(this::innsender));
    }

    private Innsender innsender() throws IOException {
        int slag = inn.readByte();
        return switch (slag) {
            case Slag.VIRKSOMHET -> new VarslingspliktigVirksomhet(nummer());
            case Slag.FOLKEREGISTRERT -> new FolkeregistrertInnsender(folkeregistrert());
            case Slag.UTENLANDSK -> new UtenlandskInnsender(dato(), tekst());
            default -> throw ukjent(slag);
        };
    }

    private ReellRettighetshaver rettighetshaver() throws IOException {
        return new ReellRettighetshaver(person(), inn.readBoolean(), tid(), tid(), liste(this::posisjon));
    }

    private Person person() throws IOException {
        int slag = inn.readByte();
        return switch (slag) {
            case Slag.FOLKEREGISTRERT -> folkeregistrert();
            case Slag.UTENLANDSK ->
                new UtenlandskPerson(
                        kanskje(this::dato),
                        Year.of(inn.readInt()),
                        kanskje(this::tekst),
                        landAlfa3(),
                        liste(this::landAlfa3));
            default -> throw ukjent(slag);
        };
    }

    private FolkeregistrertPerson folkeregistrert() throws IOException {
        return new FolkeregistrertPerson(
                kanskje(() -> new Foedselsnummer(tekst())),
                kanskje(this::dato),
                Year.of(inn.readInt()),
                kanskje(() -> new Navn(tekst(), kanskje(this::tekst), tekst())),
                inn.readBoolean(),
                landAlfa3(),
                liste(this::landAlfa3));
    }

    private Posisjon posisjon() throws IOException {
        return new Posisjon(
                kode(Posisjonstype.LISTE),
                kanskje(() -> kode(Stoerrelsesintervall.LISTE)),
                kanskje(this::tekst),
                liste(() -> kode(Grunnlagstype.LISTE)),
                liste(this::mellomliggende));
    }

    private MellomliggendeVirksomhet mellomliggende() throws IOException {
        int slag = inn.readByte();
        return switch (slag) {
            case Slag.VIRKSOMHET -> new NorskVirksomhet(nummer());
            case Slag.UTENLANDSK ->
                new UtenlandskVirksomhet(kanskje(this::tekst), tekst(), new Adresse(liste(this::tekst), landAlfa2()));
            default -> throw ukjent(slag);
        };
    }

    private <T> Optional<T> kanskje(Del<T> del) throws IOException {
        return inn.readBoolean() ? Optional.of(del.les()) : Optional.empty();
    }

    private <T> List<T> liste(Del<T> del) throws IOException {
        int antall = inn.readInt();
        List<T> verdier = new ArrayList<>(antall);
        for (int i = 0; i < antall; i++) {
            verdier.add(del.les());
        }
        return verdier;
    }

    private <K extends Enum<K> & Kode> K kode(Kodeliste<K> liste) throws IOException {
        return liste.av(liste.navn() + "." + tekst());
    }

    private LandAlfa2 landAlfa2() throws IOException {
        return new LandAlfa2(tekst(), kanskje(this::tekst));
    }

    private LandAlfa3 landAlfa3() throws IOException {
        return new LandAlfa3(tekst(), kanskje(this::tekst));
    }

    private Organisasjonsnummer nummer() throws IOException {
        return Organisasjonsnummer.av(inn.readInt());
    }

    private Instant tid() throws IOException {
        return Instant.ofEpochMilli(inn.readLong());
    }

    private LocalDate dato() throws IOException {
        return LocalDate.ofEpochDay(inn.readInt());
    }

    private String tekst() throws IOException {
        int lengde = inn.readUnsignedByte();
        byte[] bytes = new byte[lengde == Slag.LANG_TEKST ? inn.readInt() : lengde];
        inn.readFully(bytes);
        return new String(bytes, UTF_8);
    }

    private static IOException ukjent(int slag) {
        return new IOException("a stored registration has the unknown mark " + slag);
    }
}
