package no.rrh.domain;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
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

/** Fixed values for tests, the same at every call. Every person is synthetic. */
public final class Eksempler {
    /** The virksomhet of {@link #virksomhetMedAlt()}. */
    public static final Organisasjonsnummer ORGANISASJONSNUMMER = new Organisasjonsnummer("314208641");

    /** When the gjeldende registration of {@link #virksomhetMedAlt()} was registered. */
    public static final Instant REGISTRERT = Instant.parse("2025-03-14T09:26:53.589Z");

    /** A Norwegian minor, unntatt innsyn. */
    public static final FolkeregistrertPerson MINDREAARIG = new FolkeregistrertPerson(
            Optional.of(new Foedselsnummer("05861498192")),
            Optional.of(LocalDate.of(2014, 6, 5)),
            Year.of(2014),
            Optional.of(new Navn("SYNTETISK MINDREÅRIG", Optional.empty(), "ČÁHPPESLOTTE")),
            false,
            LandAlfa3.av("NOR"),
            List.of(LandAlfa3.av("NOR")));

    /** A foreign person, unntatt innsyn on application. */
    public static final UtenlandskPerson UTENLANDSK = new UtenlandskPerson(
            Optional.of(LocalDate.of(1983, 12, 1)),
            Year.of(1983),
            Optional.of("SYNTHETIC \"FOREIGN\" O'PERSON"),
            LandAlfa3.av("SWE"),
            List.of(LandAlfa3.av("SWE"), LandAlfa3.UOPPGITT));

    /** A person whom nobody has exempted, with mellomnavn and two citizenships. */
    public static final FolkeregistrertPerson ALMINNELIG = new FolkeregistrertPerson(
            Optional.of(new Foedselsnummer("05910298382")),
            Optional.of(LocalDate.of(2002, 11, 5)),
            Year.of(2002),
            Optional.of(new Navn("OPPDIKTET", Optional.of("PRØVE"), "PAPPESKE")),
            false,
            LandAlfa3.av("NOR"),
            List.of(LandAlfa3.av("NOR"), LandAlfa3.av("MEX")));

    /** A person with a D-nummer, dead. */
    public static final FolkeregistrertPerson DOED = new FolkeregistrertPerson(
            Optional.of(new Foedselsnummer("41864000647")),
            Optional.of(LocalDate.of(1940, 6, 1)),
            Year.of(1940),
            Optional.of(new Navn("OPPDIKTET", Optional.empty(), "KULEPENN")),
            true,
            LandAlfa3.UOPPGITT,
            List.of());

    private static final String INTERNETTADRESSE = "https://register.example/reelle?id=1&språk=no";

    private Eksempler() {}

    /**
     * A virksomhet that has every field of the information model, except that it is deleted. Newest first: a gjeldende
     * registration with a minor and a foreign person unntatt innsyn, an ordinary person, and an uoverensstemmelse from a
     * person in the folkeregister; an earlier one with a dead person and an uoverensstemmelse from a varslingspliktig
     * virksomhet; one with utenlandsk register and an uoverensstemmelse from a foreign person; one with regulert marked;
     * and one where nothing was reported.
     */
    public static RegistreringspliktigVirksomhet virksomhetMedAlt() {
        return virksomhet(
                ORGANISASJONSNUMMER,
                registrering(1, REGISTRERT, true, gjeldendeRettighetshavere(), "folkeregistrert", innsender()),
                registrering(
                        2,
                        Instant.parse("2024-02-29T23:59:59.999Z"),
                        false,
                        new Rettighetshavere(List.of(rettighetshaver(DOED, false, posisjon(Posisjonstype.BESKYTTER)))),
                        "varslingspliktig",
                        new VarslingspliktigVirksomhet(organisasjonsnummer(7))),
                registrering(
                        3,
                        Instant.parse("2023-10-29T01:30:00.000Z"),
                        false,
                        new UtenlandskRegister(LandAlfa2.av("LT"), INTERNETTADRESSE),
                        "utenlandsk",
                        new UtenlandskInnsender(LocalDate.of(1961, 2, 3), "SYNTHETIC FOREIGN SENDER")),
                new Registrering(
                        new UUID(0, 4),
                        Registrering.FOERSTE_VERSJON,
                        Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                        Instant.parse("2022-01-01T00:00:00.001Z"),
                        false,
                        Optional.of(Reellerettighetshaverestatus.HAR_IKKE_REELLE_RETTIGHETSHAVERE),
                        new RegulertMarked("Oppdiktet Børs", LandAlfa2.av("NO"), INTERNETTADRESSE),
                        Optional.empty()),
                ikkeMeldtRegistrering(new UUID(0, 5), Instant.parse("2021-11-01T08:00:00.000Z"), false));
    }

    /** A virksomhet with one registration, gjeldende and reported. */
    public static RegistreringspliktigVirksomhet meldt(Organisasjonsnummer nummer, Instant registrert) {
        return virksomhet(nummer, registrering(registreringsid(nummer, "meldt"), registrert, true));
    }

    /** A virksomhet with one registration, gjeldende, which says that nothing is reported. */
    public static RegistreringspliktigVirksomhet ikkeMeldt(Organisasjonsnummer nummer, Instant registrert) {
        return virksomhet(nummer, ikkeMeldtRegistrering(registreringsid(nummer, "ikkeMeldt"), registrert, true));
    }

    /** A deleted virksomhet: the registration that tells of it, and the one that stood before. */
    public static RegistreringspliktigVirksomhet slettet(
            Organisasjonsnummer nummer, Instant registrert, Instant slettet) {
        return new RegistreringspliktigVirksomhet(
                nummer,
                registrert,
                Optional.of(slettet),
                List.of(
                        registrering(registreringsid(nummer, "meldt"), registrert, false),
                        slettingsregistrering(registreringsid(nummer, "slettet"), slettet)));
    }

    /** A virksomhet that is not deleted, first registered with the oldest of its registrations. */
    public static RegistreringspliktigVirksomhet virksomhet(
            Organisasjonsnummer nummer, Registrering... registreringer) {
        Instant foerst = Arrays.stream(registreringer)
                .map(Registrering::registrert)
                .min(Instant::compareTo)
                .orElseThrow();
        return new RegistreringspliktigVirksomhet(nummer, foerst, Optional.empty(), List.of(registreringer));
    }

    /** A reported registration in its first version, with one ordinary holder. */
    public static Registrering registrering(UUID id, Instant registrert, boolean gjeldende) {
        return new Registrering(
                id,
                Registrering.FOERSTE_VERSJON,
                Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                registrert,
                gjeldende,
                Optional.of(Reellerettighetshaverestatus.HAR_REELLE_RETTIGHETSHAVERE),
                new Rettighetshavere(
                        List.of(rettighetshaver(ALMINNELIG, false, posisjon(Posisjonstype.KONTROLL_PAA_ANNEN_MAATE)))),
                Optional.empty());
    }

    /** A registration in its first version that says that nothing is reported. */
    public static Registrering ikkeMeldtRegistrering(UUID id, Instant registrert, boolean gjeldende) {
        return tom(id, Registreringsstatus.RETTIGHETSINFORMASJON_ER_IKKE_MELDT, registrert, gjeldende);
    }

    /** A registration in its first version that tells of a deletion. */
    public static Registrering slettingsregistrering(UUID id, Instant registrert) {
        return tom(id, Registreringsstatus.RETTIGHETSINFORMASJON_ER_SLETTET, registrert, false);
    }

    /** A position with nothing but its type. */
    public static Posisjon posisjon(Posisjonstype type) {
        return new Posisjon(type, Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    /** A position with every optional field, and both kinds of mellomliggende virksomheter. */
    public static Posisjon posisjonMedAlt() {
        return new Posisjon(
                Posisjonstype.EIERSKAP,
                Optional.of(Stoerrelsesintervall.INTERVALL2),
                Optional.of("Oppdiktet avtale 🐟 om \"kontroll\""),
                List.of(Grunnlagstype.values()),
                List.of(
                        new NorskVirksomhet(new Organisasjonsnummer("310274682")),
                        new UtenlandskVirksomhet(
                                Optional.of("HRB 12345"),
                                "Erfundene Größe GmbH",
                                new Adresse(List.of("Erfundene Straße 1", "99999 Nirgendwo"), LandAlfa2.av("DE"))),
                        new UtenlandskVirksomhet(
                                Optional.empty(),
                                "Nowhere Ltd",
                                new Adresse(
                                        List.of("1 Nowhere Lane"), new LandAlfa2("QX", Optional.of("Ingensteds"))))));
    }

    /** A holder first registered and last changed at fixed times. */
    public static ReellRettighetshaver rettighetshaver(Person person, boolean unntatt, Posisjon... posisjoner) {
        return new ReellRettighetshaver(
                person,
                unntatt,
                Instant.parse("2021-11-02T12:00:00.120Z"),
                Instant.parse("2024-10-08T13:11:28.657Z"),
                List.of(posisjoner));
    }

    /**
     * A valid organisasjonsnummer of the synthetic series: different for each n, and greater for a greater one.
     *
     * @param n from 0 to 8,999,999
     */
    public static Organisasjonsnummer organisasjonsnummer(int n) {
        int begynnelse = 3_000_000 + n / 9;
        return IntStream.rangeClosed(0, 9)
                .mapToObj(siffer -> Organisasjonsnummer.medKontrollsiffer("" + begynnelse + siffer))
                .flatMap(Optional::stream)
                .skip(n % 9)
                .findFirst()
                .orElseThrow();
    }

    private static Rettighetshavere gjeldendeRettighetshavere() {
        return new Rettighetshavere(List.of(
                rettighetshaver(MINDREAARIG, true, posisjonMedAlt(), posisjon(Posisjonstype.DESTINATAR)),
                rettighetshaver(UTENLANDSK, true, posisjonMedAlt()),
                rettighetshaver(ALMINNELIG, false, posisjonMedAlt())));
    }

    private static Innsender innsender() {
        return new FolkeregistrertInnsender(new FolkeregistrertPerson(
                Optional.of(new Foedselsnummer("27899995479")),
                Optional.of(LocalDate.of(1999, 9, 27)),
                Year.of(1999),
                Optional.of(new Navn("SYNTETISK", Optional.of("LANG"), "INNSENDER")),
                false,
                LandAlfa3.av("NOR"),
                List.of(LandAlfa3.av("NOR"))));
    }

    private static Registrering registrering(
            long id,
            Instant registrert,
            boolean gjeldende,
            Rettighetsinformasjon rettighetsinformasjon,
            String innsendertype,
            Innsender innsender) {
        return new Registrering(
                new UUID(0, id),
                Registrering.FOERSTE_VERSJON,
                Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                registrert,
                gjeldende,
                Optional.of(Reellerettighetshaverestatus.NOEN_REELLE_RETTIGHETSHAVERE_KAN_IDENTIFISERES),
                rettighetsinformasjon,
                Optional.of(new Uoverensstemmelse(
                        "Oppdiktet uoverensstemmelse fra innsender: " + innsendertype,
                        registrert.plusMillis(86_400_001),
                        Optional.of(innsender))));
    }

    private static Registrering tom(UUID id, Registreringsstatus status, Instant registrert, boolean gjeldende) {
        return new Registrering(
                id,
                Registrering.FOERSTE_VERSJON,
                status,
                registrert,
                gjeldende,
                Optional.empty(),
                Rettighetsinformasjon.INGEN,
                Optional.empty());
    }

    private static UUID registreringsid(Organisasjonsnummer nummer, String slag) {
        return UUID.nameUUIDFromBytes((nummer.verdi() + slag).getBytes(StandardCharsets.UTF_8));
    }
}
