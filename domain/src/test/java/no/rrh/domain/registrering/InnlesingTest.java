package no.rrh.domain.registrering;

import static no.rrh.domain.Eksempler.ORGANISASJONSNUMMER;
import static no.rrh.domain.Eksempler.ikkeMeldtRegistrering;
import static no.rrh.domain.Eksempler.registrering;
import static no.rrh.domain.Eksempler.slettingsregistrering;
import static no.rrh.domain.Eksempler.virksomhet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import no.rrh.domain.Vilkaarlig;
import no.rrh.domain.feil.UgyldigVerdi;
import org.junit.jupiter.api.Test;

/** The contract's «Import and export», rule by rule, and then all of them at once as properties. */
class InnlesingTest {
    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);
    private static final UUID C = new UUID(0, 3);
    private static final UUID NY_ID = new UUID(0, 99);
    private static final Instant T1 = Instant.parse("2021-01-01T00:00:00.000Z");
    private static final Instant T2 = Instant.parse("2022-01-01T00:00:00.000Z");
    private static final Instant T3 = Instant.parse("2023-01-01T00:00:00.000Z");
    private static final Uoverensstemmelse UENIG = new Uoverensstemmelse("Oppdiktet", T3, Optional.empty());

    @Test
    void aNewIdentifierIsRegistrert() {
        Registerendring endring = innles(virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, true)));
        assertThat(endring.etter()).isEqualTo(virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, true)));
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.REGISTRERT, A));
    }

    @Test
    void aNewIdentifierWithNothingReportedIsKlargjortForRegistrering() {
        Registerendring endring = innles(virksomhet(ORGANISASJONSNUMMER, ikkeMeldtRegistrering(A, T1, true)));
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.KLARGJORT_FOR_REGISTRERING, A));
    }

    @Test
    void aKnownIdentifierWithOtherContentIsEndretAndOneVersionOn() {
        RegistreringspliktigVirksomhet foer = virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, true));
        Registerendring endring = innles(foer, virksomhet(ORGANISASJONSNUMMER, med(registrering(A, T1, true), UENIG)));
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.ENDRET, A));
        assertThat(endring.etter().gjeldende())
                .contains(registrering(A, T1, true).nesteVersjonMed(UENIG));
        assertThat(endring.etter().gjeldende().orElseThrow().versjon()).isEqualTo(2);
    }

    @Test
    void aVersionCountsOnFromTheOneThatIsStoredWhateverTheFileSays() {
        RegistreringspliktigVirksomhet post = virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, true));
        RegistreringspliktigVirksomhet versjon2 = innles(
                        post, virksomhet(ORGANISASJONSNUMMER, med(registrering(A, T1, true), UENIG)))
                .etter();
        Registerendring endring = innles(versjon2, post);
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.ENDRET, A));
        assertThat(endring.etter().registreringer().get(0).versjon()).isEqualTo(3);
    }

    @Test
    void anIdenticalRecordChangesNothing() {
        RegistreringspliktigVirksomhet post =
                virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, false), registrering(B, T2, true));
        Registerendring endring = innles(post, post);
        assertThat(endring.erTom()).isTrue();
        assertThat(endring.etter()).isEqualTo(post);
    }

    @Test
    void aRegistrationThatIsNotInTheFileStays() {
        RegistreringspliktigVirksomhet foer =
                virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, false), registrering(B, T2, true));
        Registerendring endring =
                innles(foer, medFoerst(T1, virksomhet(ORGANISASJONSNUMMER, registrering(B, T2, true))));
        assertThat(endring.erTom()).isTrue();
        assertThat(endring.etter()).isEqualTo(foer);
    }

    @Test
    void aNewGjeldendeDisplacesTheOldOneIntoHistoryWithoutMakingANewVersionOfIt() {
        RegistreringspliktigVirksomhet foer = virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, true));
        Registerendring endring =
                innles(foer, virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, false), registrering(B, T2, true)));
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.REGISTRERT, B));
        assertThat(endring.etter().registreringer())
                .containsExactly(registrering(B, T2, true), registrering(A, T1, false));
    }

    @Test
    void aNewGjeldendeDisplacesTheOldOneAlsoWhenTheFileDoesNotNameIt() {
        RegistreringspliktigVirksomhet foer = virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, true));
        Registerendring endring = innles(foer, virksomhet(ORGANISASJONSNUMMER, registrering(B, T2, true)));
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.REGISTRERT, B));
        assertThat(endring.etter().registreringer())
                .containsExactly(registrering(B, T2, true), registrering(A, T1, false));
    }

    @Test
    void aNewOneThatIsNotGjeldendeLeavesTheGjeldendeAlone() {
        RegistreringspliktigVirksomhet foer = virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, true));
        Registerendring endring =
                innles(foer, virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, true), registrering(B, T2, false)));
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.REGISTRERT, B));
        assertThat(endring.etter().gjeldende()).contains(registrering(A, T1, true));
    }

    @Test
    void aKnownIdentifierNeverChangesWhichIsGjeldende() {
        RegistreringspliktigVirksomhet foer =
                virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, false), registrering(B, T2, true));
        Registerendring byttet =
                innles(foer, virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, true), registrering(B, T2, false)));
        assertThat(byttet.erTom()).isTrue();
        assertThat(byttet.etter()).isEqualTo(foer);

        Registerendring endret = innles(
                foer,
                virksomhet(ORGANISASJONSNUMMER, med(registrering(A, T1, true), UENIG), registrering(B, T2, false)));
        assertThat(endret.endringer()).containsExactly(endring(Endringstype.ENDRET, A));
        assertThat(endret.etter().gjeldende()).contains(registrering(B, T2, true));
        assertThat(endret.etter().registrering(A).orElseThrow().erGjeldende()).isFalse();
    }

    @Test
    void aRecordOfADeletedVirksomhetDeletes() {
        RegistreringspliktigVirksomhet foer = virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, true));
        Registerendring endring = innles(foer, slettet(T2, registrering(A, T1, false), slettingsregistrering(B, T2)));
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.SLETTET, B));
        assertThat(endring.etter()).isEqualTo(slettet(T2, registrering(A, T1, false), slettingsregistrering(B, T2)));
    }

    @Test
    void aDeletionWithoutARegistrationThatTellsOfItMakesOne() {
        RegistreringspliktigVirksomhet foer = virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, true));
        Registerendring endring = innles(foer, slettet(T2, registrering(A, T1, false)));
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.SLETTET, NY_ID));
        assertThat(endring.etter().registreringer())
                .containsExactly(slettingsregistrering(NY_ID, T2), registrering(A, T1, false));
        assertThat(endring.etter().slettet()).contains(T2);
    }

    @Test
    void aDeletionWhoseRegistrationIsKnownAlreadyDeletesAllTheSame() {
        RegistreringspliktigVirksomhet foer =
                virksomhet(ORGANISASJONSNUMMER, slettingsregistrering(A, T1), registrering(B, T2, true));
        Registerendring endring =
                innles(foer, medFoerst(T1, slettet(T3, slettingsregistrering(A, T1), registrering(B, T2, false))));
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.SLETTET, A));
        assertThat(endring.etter().slettet()).contains(T3);
        assertThat(endring.etter().gjeldende()).isEmpty();
    }

    @Test
    void aDeletionWhoseRegistrationIsKnownWithOtherContentIsOneChange() {
        RegistreringspliktigVirksomhet foer =
                virksomhet(ORGANISASJONSNUMMER, slettingsregistrering(A, T1), registrering(B, T2, true));
        Registerendring endring =
                innles(foer, medFoerst(T1, slettet(T3, slettingsregistrering(A, T3), registrering(B, T2, false))));
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.SLETTET, A));
        assertThat(endring.etter().registrering(A).orElseThrow().registrert()).isEqualTo(T3);
        assertThat(endring.etter().registrering(A).orElseThrow().versjon()).isEqualTo(2);
    }

    @Test
    void aDeletedVirksomhetThatWasUnknownComesInWithItsHistory() {
        Registerendring endring = innles(slettet(T3, registrering(A, T1, false), slettingsregistrering(B, T3)));
        assertThat(endring.foer()).isEmpty();
        assertThat(endring.endringer())
                .containsExactly(endring(Endringstype.REGISTRERT, A), endring(Endringstype.SLETTET, B));
    }

    @Test
    void ofSeveralDeletionsTheNewestIsTheOneThatDeletes() {
        Registerendring endring = innles(
                slettet(T3, slettingsregistrering(A, T1), registrering(B, T2, false), slettingsregistrering(C, T3)));
        assertThat(endring.endringer())
                .containsExactly(
                        endring(Endringstype.REGISTRERT, A),
                        endring(Endringstype.REGISTRERT, B),
                        endring(Endringstype.SLETTET, C));
    }

    @Test
    void aNewGjeldendeResurrectsADeletedVirksomhetAndItsHistoryStays() {
        RegistreringspliktigVirksomhet foer = slettet(T2, registrering(A, T1, false), slettingsregistrering(B, T2));
        Registerendring endring =
                innles(foer, medFoerst(T1, virksomhet(ORGANISASJONSNUMMER, registrering(C, T3, true))));
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.REGISTRERT, C));
        assertThat(endring.etter())
                .isEqualTo(virksomhet(
                        ORGANISASJONSNUMMER,
                        registrering(A, T1, false),
                        slettingsregistrering(B, T2),
                        registrering(C, T3, true)));
    }

    @Test
    void knownRegistrationsDoNotResurrectADeletedVirksomhet() {
        RegistreringspliktigVirksomhet foer = slettet(T2, registrering(A, T1, false), slettingsregistrering(B, T2));
        Registerendring endring = innles(foer, virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, true)));
        assertThat(endring.erTom()).isTrue();
        assertThat(endring.etter()).isEqualTo(foer);
    }

    @Test
    void changesComeWithTheOldestRegistrertFirstWhateverOrderTheFileHas() {
        RegistreringspliktigVirksomhet foer = virksomhet(ORGANISASJONSNUMMER, registrering(B, T2, true));
        RegistreringspliktigVirksomhet post = medFoerst(
                T1,
                virksomhet(
                        ORGANISASJONSNUMMER,
                        registrering(C, T3, true),
                        ikkeMeldtRegistrering(A, T1, false),
                        med(registrering(B, T2, false), UENIG)));
        assertThat(innles(foer, post).endringer())
                .containsExactly(
                        endring(Endringstype.KLARGJORT_FOR_REGISTRERING, A),
                        endring(Endringstype.ENDRET, B),
                        endring(Endringstype.REGISTRERT, C));
    }

    @Test
    void theDeletionHasItsPlaceAmongTheOthersByTime() {
        RegistreringspliktigVirksomhet foer = virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, true));
        assertThat(innles(foer, slettet(T2, registrering(A, T1, false), registrering(C, T3, false)))
                        .endringer())
                .containsExactly(endring(Endringstype.SLETTET, NY_ID), endring(Endringstype.REGISTRERT, C));
    }

    @Test
    void aVirksomhetThatIsItselfStatedOtherwiseIsEndretByItsNewestRegistration() {
        RegistreringspliktigVirksomhet foer =
                virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, false), registrering(B, T2, true));
        Registerendring endring = innles(foer, medFoerst(T3, foer));
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.ENDRET, B));
        assertThat(endring.etter()).isEqualTo(medFoerst(T3, foer));
    }

    @Test
    void aNewTimeOfDeletionIsEndret() {
        RegistreringspliktigVirksomhet foer = slettet(T2, slettingsregistrering(B, T2));
        Registerendring endring = innles(foer, medFoerst(T2, slettet(T3, slettingsregistrering(B, T2))));
        assertThat(endring.endringer()).containsExactly(endring(Endringstype.ENDRET, B));
        assertThat(endring.etter().slettet()).contains(T3);
    }

    @Test
    void aDeletedVirksomhetWhoseDeletionIsAlteredIntoSomethingElseGetsAnotherThatTellsOfIt() {
        RegistreringspliktigVirksomhet foer = slettet(T2, slettingsregistrering(B, T2));
        for (RegistreringspliktigVirksomhet post : List.of(
                slettet(T2, registrering(B, T2, false)), virksomhet(ORGANISASJONSNUMMER, registrering(B, T2, false)))) {
            Registerendring endring = innles(foer, post);
            assertThat(endring.etter().registreringer())
                    .extracting(Registrering::registreringsid)
                    .containsExactly(NY_ID, B);
            assertThat(endring.etter().registreringer().get(0)).isEqualTo(slettingsregistrering(NY_ID, T2));
            assertThat(endring.endringer())
                    .containsExactlyInAnyOrder(
                            endring(Endringstype.ENDRET, B), endring(Endringstype.REGISTRERT, NY_ID));
        }
    }

    @Test
    void theGjeldendeCannotBeAlteredIntoADeletionThatDeletesNothing() {
        RegistreringspliktigVirksomhet foer = virksomhet(ORGANISASJONSNUMMER, registrering(A, T1, true));
        assertThatThrownBy(() -> innles(foer, virksomhet(ORGANISASJONSNUMMER, slettingsregistrering(A, T1))))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("rettighetsinformasjonErSlettet");
    }

    @Property(tries = 500)
    void mergingTheSameRecordTwiceChangesNothing(@ForAll("par") Par par) {
        Registerendring foerste = Registerfoering.innles(par.foer, par.post, ider(7));
        Registerendring andre = Registerfoering.innles(Optional.of(foerste.etter()), par.post, ider(8));
        assertThat(andre.erTom()).isTrue();
        assertThat(andre.etter()).isEqualTo(foerste.etter());
    }

    @Property(tries = 300)
    void mergingIntoAnEmptyRegisterTakesTheRecordAsItIsAndThenNoOrderOfItChangesAnything(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet post, @ForAll Random tilfeldig) {
        Registerendring endring = Registerfoering.innles(Optional.empty(), post, ider(7));
        List<Registrering> fraPost = endring.etter().registreringer().stream()
                .filter(r -> post.registrering(r.registreringsid()).isPresent())
                .toList();
        assertThat(fraPost).isEqualTo(post.registreringer());
        List<Registrering> stokket = new ArrayList<>(fraPost);
        Collections.shuffle(stokket, tilfeldig);
        assertThat(Registerfoering.innles(Optional.of(endring.etter()), medRegistreringer(post, stokket), ider(8))
                        .erTom())
                .isTrue();
    }

    @Property(tries = 500)
    void everyRegistrationIsWhatTheContractSays(@ForAll("par") Par par) {
        Registerendring endring = Registerfoering.innles(par.foer, par.post, ider(7));
        for (Registrering etter : endring.etter().registreringer()) {
            Optional<Registrering> foer = par.foer.flatMap(v -> v.registrering(etter.registreringsid()));
            Optional<Registrering> iPost = par.post.registrering(etter.registreringsid());
            Optional<Registrering> kilde = iPost.or(() -> foer);
            kilde.ifPresent(k -> assertThat(etter.harSammeInnholdSom(k)).isTrue());
            int endret = foer.isPresent() && iPost.isPresent() && !likt(foer.get(), iPost.get()) ? 1 : 0;
            assertThat(etter.versjon())
                    .isEqualTo(foer.map(Registrering::versjon).orElse(1) + endret);
        }
        assertThat(ider(endring.etter())).containsAll(ider(par.post));
        par.foer.ifPresent(foer -> assertThat(ider(endring.etter())).containsAll(ider(foer)));
    }

    @Property(tries = 500)
    void whichOneIsGjeldendeIsWhatTheContractSays(@ForAll("par") Par par) {
        RegistreringspliktigVirksomhet etter =
                Registerfoering.innles(par.foer, par.post, ider(7)).etter();
        Optional<UUID> nyGjeldende = par.post
                .gjeldende()
                .map(Registrering::registreringsid)
                .filter(id -> par.foer.flatMap(v -> v.registrering(id)).isEmpty());
        Optional<UUID> gammelGjeldende =
                par.foer.flatMap(RegistreringspliktigVirksomhet::gjeldende).map(Registrering::registreringsid);
        Optional<UUID> ventet =
                par.post.slettet().isPresent() ? Optional.empty() : nyGjeldende.or(() -> gammelGjeldende);
        assertThat(etter.gjeldende().map(Registrering::registreringsid)).isEqualTo(ventet);
    }

    @Property(tries = 500)
    void thereIsOneChangeForEachRegistrationThatIsNewOrAlteredOldestFirst(@ForAll("par") Par par) {
        Registerendring endring = Registerfoering.innles(par.foer, par.post, ider(7));
        Set<UUID> nyeOgEndrede = endring.etter().registreringer().stream()
                .filter(etter -> par.foer
                        .flatMap(v -> v.registrering(etter.registreringsid()))
                        .filter(foer -> foer.versjon() == etter.versjon())
                        .isEmpty())
                .map(Registrering::registreringsid)
                .collect(Collectors.toSet());
        List<UUID> endrede = endring.endringer().stream()
                .filter(e -> nyeOgEndrede.contains(e.registreringsid()))
                .map(Endring::registreringsid)
                .toList();
        assertThat(endrede).containsExactlyInAnyOrderElementsOf(nyeOgEndrede);
        assertThat(endring.endringer())
                .extracting(e -> endring.etter()
                        .registrering(e.registreringsid())
                        .orElseThrow()
                        .registrert())
                .isSorted();
    }

    @Property(tries = 500)
    void thereIsADeletionExactlyWhenTheVirksomhetBecomesDeleted(@ForAll("par") Par par) {
        Registerendring endring = Registerfoering.innles(par.foer, par.post, ider(7));
        boolean blirSlettet = endring.etter().slettet().isPresent()
                && par.foer.flatMap(RegistreringspliktigVirksomhet::slettet).isEmpty();
        List<Endring> slettinger = endring.endringer().stream()
                .filter(e -> e.type() == Endringstype.SLETTET)
                .toList();
        assertThat(slettinger)
                .hasSize(blirSlettet ? 1 : 0)
                .allSatisfy(e -> assertThat(endring.etter().registrering(e.registreringsid()))
                        .get()
                        .matches(Registrering::erSletting));
    }

    @Property(tries = 500)
    void aDeletedVirksomhetHasARegistrationThatTellsOfIt(@ForAll("par") Par par) {
        RegistreringspliktigVirksomhet etter =
                Registerfoering.innles(par.foer, par.post, ider(7)).etter();
        assertThat(etter.slettet().isEmpty() || etter.registreringer().stream().anyMatch(Registrering::erSletting))
                .isTrue();
    }

    /** What an export writes is what an import into an empty register then holds. */
    @Property(tries = 500)
    void theStateAfterAMergeIsTheStateAfterMergingItIntoAnEmptyRegister(@ForAll("par") Par par) {
        RegistreringspliktigVirksomhet etter =
                Registerfoering.innles(par.foer, par.post, ider(7)).etter();
        RegistreringspliktigVirksomhet paaNytt =
                Registerfoering.innles(Optional.empty(), etter, ider(8)).etter();
        assertThat(paaNytt).isEqualTo(etter);
        assertThat(Registerfoering.innles(Optional.of(etter), etter, ider(8)).erTom())
                .isTrue();
    }

    private static Registerendring innles(RegistreringspliktigVirksomhet post) {
        return Registerfoering.innles(Optional.empty(), post, () -> NY_ID);
    }

    private static Registerendring innles(RegistreringspliktigVirksomhet foer, RegistreringspliktigVirksomhet post) {
        return Registerfoering.innles(Optional.of(foer), post, () -> NY_ID);
    }

    private static Endring endring(Endringstype type, UUID id) {
        return new Endring(type, ORGANISASJONSNUMMER, id);
    }

    private static Supplier<UUID> ider(long hvilke) {
        return () -> new UUID(0, hvilke);
    }

    private static List<UUID> ider(RegistreringspliktigVirksomhet virksomhet) {
        return virksomhet.registreringer().stream()
                .map(Registrering::registreringsid)
                .toList();
    }

    private static RegistreringspliktigVirksomhet slettet(Instant slettet, Registrering... registreringer) {
        RegistreringspliktigVirksomhet ikkeSlettet = virksomhet(ORGANISASJONSNUMMER, registreringer);
        return new RegistreringspliktigVirksomhet(
                ORGANISASJONSNUMMER, ikkeSlettet.foerstRegistrert(), Optional.of(slettet), List.of(registreringer));
    }

    private static RegistreringspliktigVirksomhet medFoerst(Instant foerst, RegistreringspliktigVirksomhet virksomhet) {
        return new RegistreringspliktigVirksomhet(
                virksomhet.organisasjonsnummer(), foerst, virksomhet.slettet(), virksomhet.registreringer());
    }

    private static RegistreringspliktigVirksomhet medRegistreringer(
            RegistreringspliktigVirksomhet virksomhet, List<Registrering> registreringer) {
        return new RegistreringspliktigVirksomhet(
                virksomhet.organisasjonsnummer(), virksomhet.foerstRegistrert(), virksomhet.slettet(), registreringer);
    }

    private static Registrering med(Registrering r, Uoverensstemmelse uoverensstemmelse) {
        return med(r, Registrering.FOERSTE_VERSJON, r.erGjeldende(), Optional.of(uoverensstemmelse));
    }

    private static Registrering somIFilen(Registrering r, boolean gjeldende) {
        return med(r, Registrering.FOERSTE_VERSJON, gjeldende, r.uoverensstemmelse());
    }

    private static Registrering med(
            Registrering r, int versjon, boolean gjeldende, Optional<Uoverensstemmelse> uoverensstemmelse) {
        return new Registrering(
                r.registreringsid(),
                versjon,
                r.registreringsstatus(),
                r.registrert(),
                gjeldende,
                r.reelleRettighetshaverestatus(),
                r.rettighetsinformasjon(),
                uoverensstemmelse);
    }

    private static boolean likt(Registrering en, Registrering annen) {
        return somIFilen(en, false).equals(somIFilen(annen, false));
    }

    /** What stands in the register, and a record about the same virksomhet. */
    private record Par(Optional<RegistreringspliktigVirksomhet> foer, RegistreringspliktigVirksomhet post) {}

    /** A register that knows the virksomhet or not, and a record that names some of what it knows, altered or not. */
    @Provide
    Arbitrary<Par> par() {
        return Combinators.combine(
                        Vilkaarlig.virksomheter(),
                        Vilkaarlig.virksomheter(),
                        Arbitraries.frequency(Tuple.of(1, false), Tuple.of(6, true)),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of(IFilen.class).list().ofSize(5),
                        Arbitraries.integers().between(-1, 9))
                .as((foer, post, kjent, versjon, hvordan, gjeldende) -> {
                    List<Registrering> iPost = new ArrayList<>(post.registreringer());
                    if (kjent) {
                        iPost.addAll(slikDeStaarIFilen(foer.registreringer(), hvordan));
                    }
                    return new Par(
                            kjent ? Optional.of(iVersjon(versjon, foer)) : Optional.empty(),
                            medGjeldende(
                                    gjeldende,
                                    new RegistreringspliktigVirksomhet(
                                            foer.organisasjonsnummer(),
                                            versjon == 1 ? foer.foerstRegistrert() : post.foerstRegistrert(),
                                            post.slettet(),
                                            iPost.stream()
                                                    .map(Registrering::somHistorisk)
                                                    .toList())));
                });
    }

    /** How a record states a registration that the register knows. */
    private enum IFilen {
        LIK,
        ENDRET,
        BORTE
    }

    private static List<Registrering> slikDeStaarIFilen(List<Registrering> kjente, List<IFilen> hvordan) {
        return IntStream.range(0, kjente.size())
                .filter(i -> hvordan.get(i) != IFilen.BORTE)
                .mapToObj(i -> hvordan.get(i) == IFilen.LIK ? kjente.get(i) : med(kjente.get(i), UENIG))
                .toList();
    }

    private static RegistreringspliktigVirksomhet iVersjon(int versjon, RegistreringspliktigVirksomhet virksomhet) {
        return medRegistreringer(
                virksomhet,
                virksomhet.registreringer().stream()
                        .map(r -> med(r, versjon, r.erGjeldende(), r.uoverensstemmelse()))
                        .toList());
    }

    /** The same, with that registration gjeldende where the model lets it be. */
    private static RegistreringspliktigVirksomhet medGjeldende(int nr, RegistreringspliktigVirksomhet virksomhet) {
        List<Registrering> registreringer = new ArrayList<>(virksomhet.registreringer());
        if (nr >= 0 && nr < registreringer.size() && virksomhet.slettet().isEmpty()) {
            registreringer.set(
                    nr,
                    somIFilen(registreringer.get(nr), !registreringer.get(nr).erSletting()));
        }
        return medRegistreringer(virksomhet, registreringer);
    }

    @Provide
    Arbitrary<RegistreringspliktigVirksomhet> virksomheter() {
        return Vilkaarlig.virksomheter();
    }
}
