package no.rrh.domain.syntetisk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import no.rrh.domain.kodeverk.LandAlfa2;
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

/** Who owns the virksomheter of a synthetic register, and through what. */
final class Eierskap {
    private static final double UTENLANDSK_EID_PROSENT = 2;

    /** With the minors, of whom there are as many, one in a hundred. */
    private static final double UNNTATT_PROSENT = 0.5;

    private static final LocalDate MINDREAARIG_FRA = LocalDate.of(2008, 10, 1);

    /** Of every hundred virksomheter so many have one, up to two, up to three … holders, and the rest more. */
    private static final double[] HOEYST_PROSENT = {56, 81, 91, 95, 97, 98};

    private static final double FLERE_PROSENT = 88;
    private static final int FLEST = 40;

    /** For so many virksomheter there is one person who owns in hundreds of them; those persons are drawn so often. */
    private static final int VIRKSOMHETER_PER_SERIEEIER = 8_000;

    private static final double SERIEEIER_PROSENT = 2;

    /** So that there are enough for the one virksomhet that many own. */
    private static final int FAERREST_MEDEIERE = 1_000;

    private static final double ANDRES_PROSENT = 20;

    /** What has happened when a virksomhet is registered anew, each share above the one before; in the rest one owns differently. */
    private static final double NY_I_STEDET_PROSENT = 60;

    private static final double NY_PROSENT = 82;
    private static final double BORTE_PROSENT = 88;

    private static final double STEMMERETT_PROSENT = 10;
    private static final double STYRE_PROSENT = 6;
    private static final double PAA_ANNEN_MAATE_PROSENT = 5;

    private static final int FLEST_MS = 3_600_000;

    private static final double INDIREKTE_PROSENT = 33;
    private static final double ENDA_ET_LEDD_PROSENT = 45;
    private static final int FLEST_LEDD = 6;
    private static final double UTENLANDSK_LEDD_PROSENT = 50;

    /** Of so many neighbours one pair owns each other. */
    private static final int RINGAVSTAND = 997;

    private static final List<String> BESKRIVELSER = List.of(
            "Avtale mellom eierne gir rett til å bestemme over budsjett og driftsplaner",
            "Vedtektene gir en aksjeklasse flertall i alle saker",
            "Lån med rett til å kreve styret skiftet ut",
            "Fullmakt til å opptre for flertallet av eierne",
            "Rett etter aksjonæravtale til å motsette seg vesentlige beslutninger");
    private static final List<LandAlfa2> LAND = Stream.of("SE", "DK", "DE", "GB", "NL", "LU", "CH", "US", "CY", "IE")
            .map(LandAlfa2::av)
            .toList();
    private static final Stoerrelsesintervall[] INTERVALLER = Stoerrelsesintervall.values();

    private final int antall;
    private final int serieeiere;
    private final int medeiere;
    private final Nummerserie numre;
    private final Befolkning befolkning;

    Eierskap(int antall, long froe, Nummerserie numre) {
        this.antall = antall;
        this.serieeiere = Math.max(1, antall / VIRKSOMHETER_PER_SERIEEIER);
        this.medeiere = Math.max(antall, FAERREST_MEDEIERE);
        this.numre = numre;
        this.befolkning = new Befolkning(froe);
    }

    /** The first that were registered. */
    List<ReellRettighetshaver> foerste(int virksomhet, Trekning trekning, Instant registrert) {
        int hvorMange = hvorMange(trekning);
        IntFunction<Person> hvem =
                trekning.prosent(UTENLANDSK_EID_PROSENT) ? befolkning::utenlandsk : befolkning::person;
        return personer(trekning, hvorMange, virksomhet).stream()
                .map(nummer -> holder(hvem.apply(nummer), virksomhet, hvorMange, trekning, registrert))
                .toList();
    }

    /** Those of some time after: all are reported anew; one has come, or gone, or both, or owns more or less. */
    List<ReellRettighetshaver> endret(
            List<ReellRettighetshaver> foer, int virksomhet, Trekning trekning, Instant registrert) {
        List<ReellRettighetshaver> etter = new ArrayList<>();
        foer.forEach(holder -> etter.add(meldtPaaNytt(holder, holder.posisjoner(), trekning, registrert)));
        int hvem = trekning.under(foer.size());
        ReellRettighetshaver en = foer.get(hvem);
        Person ny = befolkning.person(hvemSomHelst(trekning));
        boolean finnes = foer.stream().anyMatch(holder -> holder.person().equals(ny));
        double del = trekning.del() * 100;
        if (del < NY_I_STEDET_PROSENT && !finnes) {
            etter.set(hvem, holder(ny, virksomhet, foer.size(), trekning, registrert));
        } else if (del < NY_PROSENT && !finnes && foer.size() < FLEST) {
            etter.add(holder(ny, virksomhet, foer.size() + 1, trekning, registrert));
        } else if (del < BORTE_PROSENT && foer.size() > 1) {
            etter.remove(hvem);
        } else {
            etter.set(hvem, meldtPaaNytt(en, posisjoner(virksomhet, foer.size(), trekning), trekning, registrert));
        }
        return etter;
    }

    private static ReellRettighetshaver meldtPaaNytt(
            ReellRettighetshaver holder, List<Posisjon> posisjoner, Trekning trekning, Instant registrert) {
        return new ReellRettighetshaver(
                holder.person(),
                holder.erUnntattFraInnsyn(),
                holder.foerstRegistrert(),
                litt(trekning, registrert),
                posisjoner);
    }

    private static int hvorMange(Trekning trekning) {
        double del = trekning.del() * 100;
        for (int n = 0; n < HOEYST_PROSENT.length; n++) {
            if (del < HOEYST_PROSENT[n]) {
                return n + 1;
            }
        }
        int flere = HOEYST_PROSENT.length + 1;
        while (flere < FLEST && trekning.prosent(FLERE_PROSENT)) {
            flere++;
        }
        return flere;
    }

    /** One who is the virksomhet's own, or one of the few; and then some who may own others too. */
    private Set<Integer> personer(Trekning trekning, int hvorMange, int virksomhet) {
        Set<Integer> valgt = new LinkedHashSet<>();
        valgt.add(trekning.prosent(SERIEEIER_PROSENT) ? trekning.under(serieeiere) : serieeiere + virksomhet);
        while (valgt.size() < hvorMange) {
            boolean serieeier = trekning.prosent(SERIEEIER_PROSENT);
            boolean annens = trekning.prosent(ANDRES_PROSENT);
            valgt.add(
                    serieeier
                            ? trekning.under(serieeiere)
                            : annens ? hvemSomHelst(trekning) : serieeiere + antall + trekning.under(medeiere));
        }
        return valgt;
    }

    private int hvemSomHelst(Trekning trekning) {
        return serieeiere + trekning.under(antall);
    }

    private ReellRettighetshaver holder(
            Person person, int virksomhet, int hvorMange, Trekning trekning, Instant registrert) {
        Instant meldt = litt(trekning, registrert);
        boolean mindreaarig = person.foedselsdato()
                .filter(foedt -> !foedt.isBefore(MINDREAARIG_FRA))
                .isPresent();
        return new ReellRettighetshaver(
                person,
                mindreaarig || trekning.prosent(UNNTATT_PROSENT),
                meldt,
                meldt,
                posisjoner(virksomhet, hvorMange, trekning));
    }

    /** Each person is reported in a form of its own, some time before the whole is registered. */
    private static Instant litt(Trekning trekning, Instant registrert) {
        return registrert.minusMillis(trekning.under(FLEST_MS));
    }

    private List<Posisjon> posisjoner(int virksomhet, int hvorMange, Trekning trekning) {
        List<MellomliggendeVirksomhet> ledd = ledd(virksomhet, trekning);
        List<Grunnlagstype> grunnlag = List.of(ledd.isEmpty() ? Grunnlagstype.DIREKTE : Grunnlagstype.INDIREKTE);
        Optional<Stoerrelsesintervall> intervall = Optional.of(
                hvorMange == 1
                        ? INTERVALLER[2 - trekning.under(2)]
                        : INTERVALLER[trekning.under(hvorMange == 2 ? 2 : 1)]);
        List<Posisjon> posisjoner = new ArrayList<>();
        posisjoner.add(new Posisjon(Posisjonstype.EIERSKAP, intervall, Optional.empty(), grunnlag, ledd));
        if (trekning.prosent(STEMMERETT_PROSENT)) {
            posisjoner.add(new Posisjon(
                    Posisjonstype.KONTROLL_OVER_STEMMERETTIGHETER, intervall, Optional.empty(), grunnlag, ledd));
        }
        if (trekning.prosent(STYRE_PROSENT)) {
            posisjoner.add(new Posisjon(
                    Posisjonstype.RETT_TIL_AA_UTPEKE_ELLER_AVSETTE_STYRE,
                    Optional.empty(),
                    Optional.empty(),
                    List.of(Grunnlagstype.ENIGHET_ELLER_AVTALE),
                    List.of()));
        }
        if (trekning.prosent(PAA_ANNEN_MAATE_PROSENT)) {
            posisjoner.add(new Posisjon(
                    Posisjonstype.KONTROLL_PAA_ANNEN_MAATE,
                    Optional.empty(),
                    Optional.of(trekning.en(BESKRIVELSER) + ", dokument " + (100_000 + trekning.under(900_000))),
                    List.of(Grunnlagstype.ENIGHET_ELLER_AVTALE),
                    List.of()));
        }
        return posisjoner;
    }

    private List<MellomliggendeVirksomhet> ledd(int virksomhet, Trekning trekning) {
        int iRing = virksomhet % RINGAVSTAND;
        if (iRing == 0 && virksomhet + 1 < antall) {
            return List.of(new NorskVirksomhet(numre.nummer(virksomhet + 1)));
        }
        if (iRing == 1) {
            return List.of(new NorskVirksomhet(numre.nummer(virksomhet - 1)));
        }
        List<MellomliggendeVirksomhet> ledd = new ArrayList<>();
        if (trekning.prosent(INDIREKTE_PROSENT)) {
            do {
                ledd.add(etLedd(trekning));
            } while (ledd.size() < FLEST_LEDD && trekning.prosent(ENDA_ET_LEDD_PROSENT));
        }
        return ledd;
    }

    private MellomliggendeVirksomhet etLedd(Trekning trekning) {
        if (!trekning.prosent(UTENLANDSK_LEDD_PROSENT)) {
            return new NorskVirksomhet(numre.nummer(trekning.under(antall)));
        }
        LandAlfa2 land = trekning.en(LAND);
        return new UtenlandskVirksomhet(
                Optional.of(land.landkode() + "-" + (100_000 + trekning.under(900_000))),
                Navneord.selskap(trekning),
                new Adresse(
                        List.of(
                                Navneord.vei(trekning),
                                Navneord.gaard(trekning),
                                land.landkode() + "-" + (1_000 + trekning.under(9_000))),
                        land));
    }
}
