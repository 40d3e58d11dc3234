package no.rrh.http.representasjon;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.Eksempler;
import no.rrh.domain.kodeverk.LandAlfa3;
import no.rrh.domain.registrering.Innsender;
import no.rrh.domain.registrering.Innsender.FolkeregistrertInnsender;
import no.rrh.domain.registrering.Innsender.UtenlandskInnsender;
import no.rrh.domain.registrering.Innsender.VarslingspliktigVirksomhet;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Rettighetsinformasjon;
import no.rrh.domain.registrering.Rettighetsinformasjon.RegulertMarked;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.registrering.Rettighetsinformasjon.UtenlandskRegister;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.Adresse;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.NorskVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.UtenlandskVirksomhet;
import no.rrh.domain.rettighetshaver.Navn;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.Posisjon;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.domain.rettighetshaver.UtenlandskPerson;
import no.rrh.domain.virksomhet.Mod11;

/**
 * A virksomhet where everything that some scope does not see, and most of what all see, is replaced by something that
 * stands nowhere else, so that it can be searched for in what was written.
 */
final class Merking {
    enum Slag {
        FOEDSELSNUMMER,
        IDENTITET,
        GRUNNLAG,
        UOVERENSSTEMMELSE,
        INNSENDER,
        /** What nobody withholds. */
        STAAENDE
    }

    /**
     * One thing to search for.
     *
     * @param unntatt whether it belongs to a holder who is unntatt innsyn
     * @param gjeldende whether it stands in the gjeldende registration
     */
    record Merke(String tekst, Slag slag, boolean unntatt, boolean gjeldende) {
        @Override
        public String toString() {
            return slag + (unntatt ? ", unntatt innsyn" : "") + (gjeldende ? ", gjeldende" : "");
        }
    }

    private static final List<Foedselsnummer> FOEDSELSNUMRE = foedselsnumre();

    private final List<Merke> merker = new ArrayList<>();
    private final RegistreringspliktigVirksomhet virksomhet;
    private boolean unntatt;
    private boolean gjeldende;

    Merking(RegistreringspliktigVirksomhet umerket) {
        this.virksomhet = new RegistreringspliktigVirksomhet(
                Eksempler.ORGANISASJONSNUMMER,
                umerket.foerstRegistrert(),
                umerket.slettet(),
                umerket.registreringer().stream().map(this::merket).toList());
    }

    RegistreringspliktigVirksomhet virksomhet() {
        return virksomhet;
    }

    List<Merke> merker() {
        return merker;
    }

    private Registrering merket(Registrering r) {
        gjeldende = r.erGjeldende();
        return new Registrering(
                r.registreringsid(),
                r.versjon(),
                r.registreringsstatus(),
                r.registrert(),
                r.erGjeldende(),
                r.reelleRettighetshaverestatus(),
                merket(r.rettighetsinformasjon()),
                r.uoverensstemmelse().map(this::merket));
    }

    private Rettighetsinformasjon merket(Rettighetsinformasjon informasjon) {
        unntatt = false;
        if (informasjon instanceof UtenlandskRegister register) {
            return new UtenlandskRegister(register.land(), tekst(Slag.STAAENDE, register.internettadresse()));
        }
        if (informasjon instanceof RegulertMarked marked) {
            return new RegulertMarked(
                    tekst(Slag.STAAENDE, marked.navn()),
                    marked.land(),
                    tekst(Slag.STAAENDE, marked.internettadresse()));
        }
        return new Rettighetshavere(((Rettighetshavere) informasjon)
                .reelleRettighetshavere().stream().map(this::merket).toList());
    }

    private ReellRettighetshaver merket(ReellRettighetshaver r) {
        unntatt = r.erUnntattFraInnsyn();
        return new ReellRettighetshaver(
                merket(r.person(), Slag.FOEDSELSNUMMER, Slag.IDENTITET, Slag.STAAENDE),
                unntatt,
                tidspunkt(Slag.STAAENDE),
                tidspunkt(Slag.STAAENDE),
                r.posisjoner().stream().map(this::merket).toList());
    }

    private Person merket(Person person, Slag nummer, Slag identitet, Slag resten) {
        if (person instanceof FolkeregistrertPerson p) {
            return merket(p, nummer, identitet, resten);
        }
        return new UtenlandskPerson(
                person.foedselsdato().map(d -> dato(identitet)),
                aar(resten),
                ((UtenlandskPerson) person).fulltNavn().map(n -> tekst(identitet, n)),
                land(resten),
                person.statsborgerskap().stream().map(l -> land(resten)).toList());
    }

    private FolkeregistrertPerson merket(FolkeregistrertPerson p, Slag nummer, Slag identitet, Slag resten) {
        return new FolkeregistrertPerson(
                p.foedselsEllerDNummer().map(f -> foedselsnummer(nummer)),
                p.foedselsdato().map(d -> dato(identitet)),
                aar(resten),
                p.navn()
                        .map(n -> new Navn(
                                tekst(identitet, n.fornavn()),
                                n.mellomnavn().map(m -> tekst(identitet, m)),
                                tekst(identitet, n.etternavn()))),
                p.erDoed(),
                land(resten),
                p.statsborgerskap().stream().map(l -> land(resten)).toList());
    }

    private Posisjon merket(Posisjon p) {
        return new Posisjon(
                p.posisjonstype(),
                p.stoerrelsesintervall(),
                p.beskrivelse().map(b -> tekst(Slag.STAAENDE, b)),
                p.grunnlagstyper(),
                p.mellomliggendeVirksomheter().stream().map(this::merket).toList());
    }

    private MellomliggendeVirksomhet merket(MellomliggendeVirksomhet virksomhet) {
        if (virksomhet instanceof UtenlandskVirksomhet u) {
            return new UtenlandskVirksomhet(
                    u.registreringsnummerIHjemlandet().map(n -> tekst(Slag.GRUNNLAG, n)),
                    tekst(Slag.GRUNNLAG, u.navn()),
                    new Adresse(
                            u.adresse().friAdressetekst().stream()
                                    .map(linje -> tekst(Slag.GRUNNLAG, linje))
                                    .toList(),
                            u.adresse().land()));
        }
        return new NorskVirksomhet(Eksempler.organisasjonsnummer(ny(Slag.GRUNNLAG)));
    }

    private Uoverensstemmelse merket(Uoverensstemmelse u) {
        unntatt = false;
        Instant mottatt = tidspunkt(Slag.UOVERENSSTEMMELSE);
        return new Uoverensstemmelse(
                tekst(Slag.UOVERENSSTEMMELSE, u.beskrivelse()),
                mottatt,
                u.innsender().map(this::merket));
    }

    private Innsender merket(Innsender innsender) {
        if (innsender instanceof FolkeregistrertInnsender f) {
            return new FolkeregistrertInnsender(merket(f.person(), Slag.INNSENDER, Slag.INNSENDER, Slag.INNSENDER));
        }
        if (innsender instanceof UtenlandskInnsender u) {
            return new UtenlandskInnsender(dato(Slag.INNSENDER), tekst(Slag.INNSENDER, u.fulltNavn()));
        }
        return new VarslingspliktigVirksomhet(Eksempler.organisasjonsnummer(ny(Slag.INNSENDER)));
    }

    /** An organisasjonsnummer's number in its row, with the mark already made. */
    private int ny(Slag slag) {
        int n = 1000 + merker.size();
        merker.add(new Merke("\"" + Eksempler.organisasjonsnummer(n).verdi() + "\"", slag, unntatt, gjeldende));
        return n;
    }

    private String tekst(Slag slag, String opprinnelig) {
        String merke = "MERKE" + merker.size() + "M";
        merker.add(new Merke(merke, slag, unntatt, gjeldende));
        return merke + opprinnelig;
    }

    /** A code that the country table lacks keeps its name, which is the same in every language. */
    private LandAlfa3 land(Slag slag) {
        return new LandAlfa3("QZZ", Optional.of(tekst(slag, "")));
    }

    private Year aar(Slag slag) {
        Year aar = Year.of(3000 + merker.size());
        merker.add(new Merke("\"" + aar + "\"", slag, unntatt, gjeldende));
        return aar;
    }

    private Instant tidspunkt(Slag slag) {
        Instant tidspunkt = Instant.parse("2040-01-01T00:00:00.001Z").plusSeconds(merker.size());
        merker.add(new Merke(tidspunkt.toString(), slag, unntatt, gjeldende));
        return tidspunkt;
    }

    private LocalDate dato(Slag slag) {
        LocalDate dato = LocalDate.of(1860, 1, 1).plusDays(merker.size());
        merker.add(new Merke(dato.toString(), slag, unntatt, gjeldende));
        return dato;
    }

    private Foedselsnummer foedselsnummer(Slag slag) {
        Foedselsnummer nummer = FOEDSELSNUMRE.get(merker.size());
        merker.add(new Merke(nummer.verdi(), slag, unntatt, gjeldende));
        return nummer;
    }

    /** Every synthetic number of four days of 1950 whose check digits exist: more than are needed. */
    private static List<Foedselsnummer> foedselsnumre() {
        List<Foedselsnummer> numre = new ArrayList<>();
        for (String dag : List.of("018150", "028250", "038350", "048450")) {
            for (int ind = 0; ind < 500; ind++) {
                String ni = dag + String.format("%03d", ind);
                int foerste = Mod11.kontrollsiffer(ni, 3, 7, 6, 1, 8, 9, 4, 5, 2);
                int andre = Mod11.kontrollsiffer(ni + foerste % 10, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2);
                if (foerste != Mod11.FINNES_IKKE && andre != Mod11.FINNES_IKKE) {
                    numre.add(new Foedselsnummer(ni + foerste + andre));
                }
            }
        }
        return numre;
    }
}
