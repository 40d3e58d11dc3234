package no.rrh.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.kodeverk.LandAlfa3;
import no.rrh.domain.registrering.Innsender;
import no.rrh.domain.registrering.Innsender.FolkeregistrertInnsender;
import no.rrh.domain.registrering.Innsender.UtenlandskInnsender;
import no.rrh.domain.registrering.Innsender.VarslingspliktigVirksomhet;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
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

/**
 * Arbitrary values of the whole information model, for properties. Every person is synthetic, and every text begins with
 * {@link #MERKE}, so that a test can look for leaked text without mistaking the register's own words for it.
 *
 * <p>Composed values have no edge cases of their own, since the combinations of those of their parts outnumber all tries.
 */
public final class Vilkaarlig {
    /** What every generated text and name begins with, and nothing else does. */
    public static final String MERKE = "OPPDIKTET";

    private static final List<String> TEGN = List.of(
            "a", "Z", "7", " ", "æ", "Ø", "å", "č", "Đ", "ŋ", "š", "Ŧ", "ž", "é", "ß", "Ł", "ı", "ﬁ", "e\u0301", "ق",
            "中", "\u00a0", "\u2028", "😀", "👩‍🚀", "𝔘", "\"", "'", "\\", "/", "<", "&", ";", "--", "{", "?", "%",
            "\ufffd");

    private Vilkaarlig() {}

    /** Numbers of the synthetic series, and some that begin with 0. */
    public static Arbitrary<Organisasjonsnummer> organisasjonsnumre() {
        return Combinators.combine(
                        Arbitraries.of(0, 2, 3), Arbitraries.integers().between(0, 9_999_999))
                .as((foerste, resten) -> String.format("%d%07d", foerste, resten))
                .map(Organisasjonsnummer::medKontrollsiffer)
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    /** Synthetic numbers (month + 80) of every century, some of them D-nummer. */
    public static Arbitrary<Foedselsnummer> foedselsnumre() {
        Arbitrary<LocalDate> datoer = datoer(LocalDate.of(1854, 1, 1), LocalDate.of(2039, 12, 31));
        return Combinators.combine(datoer, Arbitraries.of(false, false, true))
                .flatAs((dato, dnummer) -> individnumre(dato.getYear()).map(ind -> niSifre(dato, dnummer, ind)))
                .map(Foedselsnummer::medKontrollsifre)
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow);
    }

    /** Both kinds of person, in the folkeregister and foreign. */
    public static Arbitrary<Person> personer() {
        Arbitrary<Person> personer = Arbitraries.oneOf(folkeregistrerte(), utenlandske());
        return personer.withoutEdgeCases();
    }

    /** Positions of every type, with everything optional there or not. */
    public static Arbitrary<Posisjon> posisjoner() {
        return Combinators.combine(
                        Arbitraries.of(Posisjonstype.class),
                        kanskje(Arbitraries.of(Stoerrelsesintervall.class)),
                        kanskje(tekster()),
                        Arbitraries.of(Grunnlagstype.class)
                                .list()
                                .uniqueElements()
                                .ofMaxSize(3),
                        mellomliggende().list().ofMaxSize(2))
                .as(Posisjon::new)
                .withoutEdgeCases();
    }

    /** Holders with one to three positions, unntatt innsyn or not. */
    public static Arbitrary<ReellRettighetshaver> rettighetshavere() {
        return Combinators.combine(
                        personer(),
                        Arbitraries.of(true, false),
                        tidspunkter(),
                        tidspunkter(),
                        posisjoner().list().ofMinSize(1).ofMaxSize(3))
                .as(ReellRettighetshaver::new)
                .withoutEdgeCases();
    }

    /** Reports of disagreement, from every kind of innsender or none. */
    public static Arbitrary<Uoverensstemmelse> uoverensstemmelser() {
        return Combinators.combine(tekster(), tidspunkter(), kanskje(innsendere()))
                .as(Uoverensstemmelse::new)
                .withoutEdgeCases();
    }

    /**
     * Registrations in their first version, of every status and with every kind of rettighetsinformasjon, gjeldende
     * unless they tell of a deletion or chance will not have it.
     */
    public static Arbitrary<Registrering> registreringer() {
        return Combinators.combine(
                        registreringsider(),
                        Arbitraries.of(Registreringsstatus.class),
                        tidspunkter(),
                        Arbitraries.of(true, false),
                        kanskje(Arbitraries.of(Reellerettighetshaverestatus.class)),
                        rettighetsinformasjon(),
                        kanskje(uoverensstemmelser()))
                .as((id, status, registrert, gjeldende, reelle, info, uoverensstemmelse) -> new Registrering(
                        id,
                        Registrering.FOERSTE_VERSJON,
                        status,
                        registrert,
                        gjeldende && status != Registreringsstatus.RETTIGHETSINFORMASJON_ER_SLETTET,
                        reelle,
                        info,
                        uoverensstemmelse))
                .withoutEdgeCases();
    }

    /** Virksomheter with one to five registrations: deleted, with a gjeldende one, or with neither. */
    public static Arbitrary<RegistreringspliktigVirksomhet> virksomheter() {
        return Combinators.combine(
                        organisasjonsnumre(),
                        tidspunkter(),
                        tidspunkter(),
                        Arbitraries.frequency(Tuple.of(1, true), Tuple.of(4, false)),
                        registreringer()
                                .list()
                                .uniqueElements(Registrering::registreringsid)
                                .ofMinSize(1)
                                .ofMaxSize(5))
                .as((nummer, foerst, slettet, erSlettet, registreringer) -> new RegistreringspliktigVirksomhet(
                        nummer,
                        foerst,
                        erSlettet ? Optional.of(slettet) : Optional.empty(),
                        medHoeyst(erSlettet ? 0 : 1, registreringer)))
                .withoutEdgeCases();
    }

    /** New identifiers, never the same twice. */
    public static Arbitrary<UUID> registreringsider() {
        return Arbitraries.randomValue(tilfeldig -> new UUID(tilfeldig.nextLong(), tilfeldig.nextLong()));
    }

    /** Whole milliseconds from 2000 to 2035, a few of them often, so that some fall together. */
    public static Arbitrary<Instant> tidspunkter() {
        Arbitrary<Instant> alle = Arbitraries.longs()
                .between(
                        Instant.parse("2000-01-01T00:00:00Z").toEpochMilli(),
                        Instant.parse("2034-12-31T23:59:59.999Z").toEpochMilli())
                .map(Instant::ofEpochMilli);
        Arbitrary<Instant> noen = Arbitraries.of("2000-01-01T00:00:00Z", "2024-02-29T23:59:59.999Z")
                .map(Instant::parse);
        return Arbitraries.frequencyOf(Tuple.of(4, alle), Tuple.of(1, noen));
    }

    /** Texts that can be kept: any letters, emoji and quotes, no control characters. */
    public static Arbitrary<String> tekster() {
        return Arbitraries.of(TEGN).list().ofMaxSize(12).map(tegn -> MERKE + String.join("", tegn));
    }

    private static Arbitrary<FolkeregistrertPerson> folkeregistrerte() {
        return Combinators.combine(
                        kanskje(foedselsnumre()),
                        kanskje(foedselsdatoer()),
                        foedselsaar(),
                        kanskje(navn()),
                        Arbitraries.of(true, false),
                        landAlfa3(),
                        landAlfa3().list().ofMaxSize(3))
                .as(FolkeregistrertPerson::new);
    }

    private static Arbitrary<UtenlandskPerson> utenlandske() {
        return Combinators.combine(
                        kanskje(foedselsdatoer()),
                        foedselsaar(),
                        kanskje(tekster()),
                        landAlfa3(),
                        landAlfa3().list().ofMaxSize(3))
                .as(UtenlandskPerson::new);
    }

    private static Arbitrary<Navn> navn() {
        return Combinators.combine(tekster(), kanskje(tekster()), tekster()).as(Navn::new);
    }

    private static Arbitrary<MellomliggendeVirksomhet> mellomliggende() {
        Arbitrary<Adresse> adresser = Combinators.combine(
                        tekster().list().ofMinSize(1).ofMaxSize(3), landAlfa2())
                .as(Adresse::new);
        return Arbitraries.oneOf(
                organisasjonsnumre().map(NorskVirksomhet::new),
                Combinators.combine(kanskje(tekster()), tekster(), adresser).as(UtenlandskVirksomhet::new));
    }

    private static Arbitrary<Innsender> innsendere() {
        return Arbitraries.oneOf(
                organisasjonsnumre().map(VarslingspliktigVirksomhet::new),
                folkeregistrerte().map(FolkeregistrertInnsender::new),
                Combinators.combine(foedselsdatoer(), tekster()).as(UtenlandskInnsender::new));
    }

    private static Arbitrary<Rettighetsinformasjon> rettighetsinformasjon() {
        Arbitrary<Rettighetsinformasjon> holdere =
                rettighetshavere().list().ofMaxSize(3).map(Rettighetshavere::new);
        Arbitrary<Rettighetsinformasjon> registre =
                Combinators.combine(landAlfa2(), tekster()).as(UtenlandskRegister::new);
        Arbitrary<Rettighetsinformasjon> markeder =
                Combinators.combine(tekster(), landAlfa2(), tekster()).as(RegulertMarked::new);
        return Arbitraries.frequencyOf(Tuple.of(4, holdere), Tuple.of(1, registre), Tuple.of(1, markeder));
    }

    /** Countries that any country table has, and codes that none has, with the name they came with. */
    private static Arbitrary<LandAlfa2> landAlfa2() {
        Arbitrary<LandAlfa2> ukjente = Combinators.combine(Arbitraries.of("QM", "QX", "QY"), tekster())
                .as((kode, navn) -> new LandAlfa2(kode, Optional.of(navn)));
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of("NO", "SE", "LT", "GB", "CI").map(LandAlfa2::av)), Tuple.of(1, ukjente));
    }

    private static Arbitrary<LandAlfa3> landAlfa3() {
        Arbitrary<LandAlfa3> ukjente = Combinators.combine(Arbitraries.of("QMM", "QXX", "QYY"), tekster())
                .as((kode, navn) -> new LandAlfa3(kode, Optional.of(navn)));
        return Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.of("NOR", "XUK", "SWE", "MEX", "CIV").map(LandAlfa3::av)),
                Tuple.of(1, ukjente));
    }

    private static Arbitrary<LocalDate> foedselsdatoer() {
        return datoer(LocalDate.of(1854, 1, 1), LocalDate.of(2035, 12, 31));
    }

    private static Arbitrary<Year> foedselsaar() {
        return Arbitraries.integers().between(1854, 2035).map(Year::of);
    }

    private static Arbitrary<LocalDate> datoer(LocalDate fra, LocalDate til) {
        return Arbitraries.longs().between(fra.toEpochDay(), til.toEpochDay()).map(LocalDate::ofEpochDay);
    }

    private static <T> Arbitrary<Optional<T>> kanskje(Arbitrary<T> verdier) {
        return verdier.optional(0.6);
    }

    private static Arbitrary<Integer> individnumre(int aar) {
        if (aar < 1900) {
            return Arbitraries.integers().between(500, 749);
        }
        if (aar >= 2000) {
            return Arbitraries.integers().between(500, 999);
        }
        Arbitrary<Integer> gamle = Arbitraries.integers().between(0, 499);
        return aar < 1940
                ? gamle
                : Arbitraries.oneOf(gamle, Arbitraries.integers().between(900, 999));
    }

    private static String niSifre(LocalDate dato, boolean dnummer, int individnummer) {
        return String.format(
                "%02d%02d%02d%03d",
                dato.getDayOfMonth() + (dnummer ? 40 : 0),
                dato.getMonthValue() + 80,
                dato.getYear() % 100,
                individnummer);
    }

    /** The same registrations, only so many of those that are gjeldende left so. */
    private static List<Registrering> medHoeyst(int antall, List<Registrering> registreringer) {
        List<Integer> gjeldende = IntStream.range(0, registreringer.size())
                .filter(i -> registreringer.get(i).erGjeldende())
                .boxed()
                .limit(antall)
                .toList();
        return IntStream.range(0, registreringer.size())
                .mapToObj(i -> gjeldende.contains(i)
                        ? registreringer.get(i)
                        : registreringer.get(i).somHistorisk())
                .toList();
    }
}
