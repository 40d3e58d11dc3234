package no.rrh.persistence.lagringsform;

import static no.rrh.persistence.lagringsform.Merke.har;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
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

/** Reads what {@link Dokumentskriver} wrote. */
final class Dokumentleser {
    private static final Posisjonstype[] POSISJONSTYPER = Posisjonstype.values();
    private static final Stoerrelsesintervall[] INTERVALLER = Stoerrelsesintervall.values();
    private static final Grunnlagstype[] GRUNNLAGSTYPER = Grunnlagstype.values();
    private static final Registreringsstatus[] STATUSER = Registreringsstatus.values();
    private static final Reellerettighetshaverestatus[] HOLDERSTATUSER = Reellerettighetshaverestatus.values();
    private static final List<LandAlfa3> NORSK = List.of(Dokumentskriver.NORGE);
    private static final long TI_SIFRE = 10_000_000_000L;

    private final Byteleser inn;
    private final boolean gjeldende;

    private Dokumentleser(Byteleser inn, boolean gjeldende) {
        this.inn = inn;
        this.gjeldende = gjeldende;
    }

    static List<LagretRegistrering> les(Byteleser inn, boolean gjeldende) {
        Dokumentleser leser = new Dokumentleser(inn, gjeldende);
        List<LagretRegistrering> alle;
        try {
            alle = inn.liste(leser::registrering);
        } catch (RuntimeException e) {
            // the messages may quote what was read, which may be about persons
            throw new UlesbartDokument("not what was written: " + e.getClass().getSimpleName());
        }
        if (!inn.erFerdig()) {
            throw new UlesbartDokument("more than was written");
        }
        return alle;
    }

    private LagretRegistrering registrering() {
        int merker = inn.enByte();
        UUID id = inn.id();
        int versjon = (int) inn.tall();
        long fra = inn.tall();
        Registreringsstatus status = kode(STATUSER);
        Instant registrert = tid();
        Optional<Reellerettighetshaverestatus> holderstatus =
                om(har(merker, Merke.HOLDERSTATUS), () -> kode(HOLDERSTATUSER));
        Rettighetsinformasjon informasjon = rettighetsinformasjon(merker, registrert);
        Registrering registrering = new Registrering(
                id,
                versjon,
                status,
                registrert,
                gjeldende,
                holderstatus,
                informasjon,
                om(har(merker, Merke.UOVERENSSTEMMELSE), this::uoverensstemmelse));
        return new LagretRegistrering(registrering, fra);
    }

    private Rettighetsinformasjon rettighetsinformasjon(int merker, Instant registrert) {
        if (har(merker, Merke.UTENLANDSK_REGISTER)) {
            return new UtenlandskRegister(landAlfa2(), inn.tekst());
        }
        if (har(merker, Merke.REGULERT_MARKED)) {
            return new RegulertMarked(inn.tekst(), landAlfa2(), inn.tekst());
        }
        return new Rettighetshavere(inn.liste(() -> rettighetshaver(registrert)));
    }

    private ReellRettighetshaver rettighetshaver(Instant registrert) {
        int merker = inn.enByte();
        Instant foerst = har(merker, Merke.FOERST_REGISTRERT_SAMTIDIG) ? registrert : tid();
        Instant endret = har(merker, Merke.ENDRET_SAMTIDIG) ? registrert : tid();
        return new ReellRettighetshaver(
                person(), har(merker, Merke.UNNTATT), foerst, endret, inn.liste(this::posisjon));
    }

    private Person person() {
        int merker = inn.enByte();
        return har(merker, Merke.UTENLANDSK) ? utenlandsk(merker) : folkeregistrert(merker);
    }

    private FolkeregistrertPerson folkeregistrert(int merker) {
        Optional<Foedselsnummer> nummer = om(har(merker, Merke.NUMMER), this::foedselsnummer);
        Optional<Navn> navn = om(
                har(merker, Merke.NAVN),
                () -> new Navn(inn.tekst(), om(har(merker, Merke.MELLOMNAVN), inn::tekst), inn.tekst()));
        Optional<LocalDate> dato = foedselsdato(merker);
        return new FolkeregistrertPerson(
                nummer,
                dato,
                foedselsaar(merker, dato),
                navn,
                har(merker, Merke.DOED),
                bostedsland(merker),
                statsborgerskap(merker));
    }

    private UtenlandskPerson utenlandsk(int merker) {
        Optional<String> navn = om(har(merker, Merke.NAVN), inn::tekst);
        Optional<LocalDate> dato = foedselsdato(merker);
        return new UtenlandskPerson(
                dato, foedselsaar(merker, dato), navn, bostedsland(merker), statsborgerskap(merker));
    }

    private Foedselsnummer foedselsnummer() {
        long tall = inn.tall();
        // a number may begin with a nought
        return new Foedselsnummer(tall >= TI_SIFRE ? Long.toString(tall) : "0" + tall);
    }

    private Optional<LocalDate> foedselsdato(int merker) {
        return om(har(merker, Merke.FOEDSELSDATO), () -> LocalDate.ofEpochDay(inn.tallMedFortegn()));
    }

    private Year foedselsaar(int merker, Optional<LocalDate> dato) {
        return Year.of(har(merker, Merke.AARET_ER_DATOENS) ? dato.orElseThrow().getYear() : (int) inn.tallMedFortegn());
    }

    private LandAlfa3 bostedsland(int merker) {
        return har(merker, Merke.NORSK) ? Dokumentskriver.NORGE : landAlfa3();
    }

    private List<LandAlfa3> statsborgerskap(int merker) {
        return har(merker, Merke.NORSK) ? NORSK : inn.liste(this::landAlfa3);
    }

    private Posisjon posisjon() {
        Posisjonstype type = kode(POSISJONSTYPER);
        int merker = inn.enByte();
        return new Posisjon(
                type,
                om(har(merker, Merke.INTERVALL), () -> kode(INTERVALLER)),
                om(har(merker, Merke.BESKRIVELSE), inn::tekst),
                har(merker, Merke.GRUNNLAG) ? inn.liste(() -> kode(GRUNNLAGSTYPER)) : List.of(),
                har(merker, Merke.MELLOMLIGGENDE) ? inn.liste(this::mellomliggende) : List.of());
    }

    private MellomliggendeVirksomhet mellomliggende() {
        int merker = inn.enByte();
        if (!har(merker, Merke.FREMMED)) {
            return new NorskVirksomhet(organisasjonsnummer());
        }
        return new UtenlandskVirksomhet(
                om(har(merker, Merke.HJEMLIG_NUMMER), inn::tekst),
                inn.tekst(),
                new Adresse(inn.liste(inn::tekst), landAlfa2()));
    }

    private Uoverensstemmelse uoverensstemmelse() {
        return new Uoverensstemmelse(inn.tekst(), tid(), innsender());
    }

    private Optional<Innsender> innsender() {
        return switch (inn.enByte()) {
            case Merke.INGEN_INNSENDER -> Optional.empty();
            case Merke.VARSLINGSPLIKTIG -> Optional.of(new VarslingspliktigVirksomhet(organisasjonsnummer()));
            case Merke.FOLKEREGISTRERT_INNSENDER ->
                Optional.of(new FolkeregistrertInnsender(folkeregistrert(inn.enByte())));
            case Merke.UTENLANDSK_INNSENDER ->
                Optional.of(new UtenlandskInnsender(LocalDate.ofEpochDay(inn.tallMedFortegn()), inn.tekst()));
            default -> throw new IllegalArgumentException();
        };
    }

    private Organisasjonsnummer organisasjonsnummer() {
        return Organisasjonsnummer.av(Math.toIntExact(inn.tall()));
    }

    private <K> K kode(K[] liste) {
        return liste[inn.enByte()];
    }

    private Instant tid() {
        return Instant.ofEpochMilli(inn.tallMedFortegn());
    }

    private LandAlfa2 landAlfa2() {
        return land(LandAlfa2::new);
    }

    private LandAlfa3 landAlfa3() {
        return land(LandAlfa3::new);
    }

    private <L> L land(BiFunction<String, Optional<String>, L> nytt) {
        int merker = inn.enByte();
        char[] kode = new char[merker & ~Merke.LAND_MED_NAVN];
        for (int i = 0; i < kode.length; i++) {
            kode[i] = (char) inn.enByte();
        }
        return nytt.apply(new String(kode), om(har(merker, Merke.LAND_MED_NAVN), inn::tekst));
    }

    private static <T> Optional<T> om(boolean finnes, Supplier<T> verdi) {
        return finnes ? Optional.of(verdi.get()) : Optional.empty();
    }
}
