package no.rrh.application.service;

import static no.rrh.domain.Eksempler.ORGANISASJONSNUMMER;
import static no.rrh.domain.Eksempler.REGISTRERT;
import static no.rrh.domain.Eksempler.ikkeMeldt;
import static no.rrh.domain.Eksempler.meldt;
import static no.rrh.domain.Eksempler.organisasjonsnummer;
import static no.rrh.domain.Eksempler.registrering;
import static no.rrh.domain.Eksempler.slettet;
import static no.rrh.domain.Eksempler.virksomhet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.Importresultat;
import no.rrh.application.port.in.Importvalg;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.application.port.out.Registerleser;
import no.rrh.domain.registrering.Endring;
import no.rrh.domain.registrering.Endringstype;
import no.rrh.domain.registrering.Registerendring;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import org.junit.jupiter.api.Test;

class RegisterimportTest {
    private static final UUID NY_ID = new UUID(0, 99);
    private static final Clock KLOKKE = Clock.fixed(Instant.parse("2026-11-23T09:13:45.120999999Z"), ZoneOffset.UTC);
    private static final InputStream FIL = new ByteArrayInputStream(new byte[0]);

    private final Registerstubb register = new Registerstubb();

    @Test
    void storesEveryRecordInOneTransactionAndCountsThem() {
        Importresultat resultat = importer(
                Framdrift.INGEN,
                meldt(organisasjonsnummer(1), REGISTRERT),
                virksomhet(
                        organisasjonsnummer(2),
                        registrering(new UUID(0, 1), REGISTRERT, false),
                        registrering(new UUID(0, 2), REGISTRERT.plusMillis(1), true)));
        assertThat(resultat).isEqualTo(new Importresultat(2, 3, 0));
        assertThat(register.lagret()).hasSize(2);
        assertThat(register.skrivinger()).isEqualTo(1);
    }

    @Test
    void storesNothingOfARecordThatChangesNothing() {
        RegistreringspliktigVirksomhet post = meldt(ORGANISASJONSNUMMER, REGISTRERT);
        importer(Framdrift.INGEN, post);
        Importresultat igjen = importer(Framdrift.INGEN, post);
        assertThat(igjen).isEqualTo(new Importresultat(1, 0, 0));
        assertThat(register.lagret()).hasSize(1);
    }

    @Test
    void mergesAVirksomhetThatStandsTwiceInTheFileWithItself() {
        Registrering foerste = registrering(new UUID(0, 1), REGISTRERT, true);
        Registrering andre = registrering(new UUID(0, 2), REGISTRERT.plusMillis(1), true);
        importer(Framdrift.INGEN, virksomhet(ORGANISASJONSNUMMER, foerste), virksomhet(ORGANISASJONSNUMMER, andre));
        Registerendring siste = register.lagret().get(1);
        assertThat(siste.foer()).contains(virksomhet(ORGANISASJONSNUMMER, foerste));
        assertThat(siste.etter().registreringer()).containsExactly(andre, foerste.somHistorisk());
    }

    @Test
    void givesADeletionThatTellsOfNoRegistrationANewIdentifier() {
        importer(
                Framdrift.INGEN,
                new RegistreringspliktigVirksomhet(
                        ORGANISASJONSNUMMER,
                        REGISTRERT,
                        Optional.of(REGISTRERT.plusMillis(1)),
                        List.of(registrering(new UUID(0, 1), REGISTRERT, false))));
        assertThat(register.lagret().get(0).endringer())
                .contains(new Endring(Endringstype.SLETTET, ORGANISASJONSNUMMER, NY_ID));
    }

    @Test
    void storesNothingAtAllWhenARecordIsWrong() {
        Lesefeil feil = new Lesefeil(3, 7, Optional.empty(), "ukjent felt");
        Registerimport registerimport = new Registerimport(
                (fil, mottaker) -> {
                    mottaker.ta(meldt(organisasjonsnummer(1), REGISTRERT));
                    throw feil;
                },
                register,
                () -> NY_ID,
                KLOKKE);
        assertThatThrownBy(() -> registerimport.importer(FIL, Importvalg.FLETT, Framdrift.INGEN))
                .isSameAs(feil);
        assertThat(register.lagret()).isEmpty();
        assertThat(register.erTomt()).isTrue();
    }

    @Test
    void tellsHowManyAreRead() {
        List<Long> framdrift = new ArrayList<>();
        importer(
                framdrift::add,
                meldt(organisasjonsnummer(1), REGISTRERT),
                meldt(organisasjonsnummer(1), REGISTRERT),
                meldt(organisasjonsnummer(2), REGISTRERT));
        assertThat(framdrift).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatTheListenerThrowsComesOutUnchangedAndNothingIsStored() {
        for (Throwable avbrutt : List.of(new IllegalStateException("avbrutt"), new AssertionError("avbrutt"))) {
            for (Importvalg valg : Importvalg.values()) {
                assertThatThrownBy(() -> importer(
                                valg,
                                antall -> kastVed(2, antall, avbrutt),
                                meldt(organisasjonsnummer(1), REGISTRERT),
                                meldt(organisasjonsnummer(2), REGISTRERT)))
                        .isSameAs(avbrutt);
                assertThat(register.erTomt()).isTrue();
            }
        }
    }

    @Test
    void mergingLeavesWhatIsNotInTheFile() {
        importer(Framdrift.INGEN, meldt(organisasjonsnummer(1), REGISTRERT));
        Importresultat resultat = importer(Framdrift.INGEN, meldt(organisasjonsnummer(2), REGISTRERT));
        assertThat(resultat.slettet()).isZero();
        assertThat(register.lagret()).hasSize(2);
    }

    @Test
    void replacingDeletesWhatIsNotInTheFileByNumberAfterTheFilesOwnChangesAndAtTheClocksTime() {
        RegistreringspliktigVirksomhet slettetAlt =
                slettet(organisasjonsnummer(5), REGISTRERT, REGISTRERT.plusMillis(1));
        importer(
                Framdrift.INGEN,
                meldt(organisasjonsnummer(9), REGISTRERT),
                ikkeMeldt(organisasjonsnummer(1), REGISTRERT),
                uavklart(organisasjonsnummer(3)),
                meldt(organisasjonsnummer(2), REGISTRERT),
                slettetAlt);
        register.lagret().clear();

        List<Long> framdrift = new ArrayList<>();
        Importresultat resultat = importer(
                Importvalg.ERSTATT,
                framdrift::add,
                meldt(organisasjonsnummer(4), REGISTRERT),
                meldt(organisasjonsnummer(2), REGISTRERT));

        assertThat(resultat).isEqualTo(new Importresultat(2, 4, 3));
        // once more before the deletions, where it can be given up though there is nothing to delete
        assertThat(framdrift).containsExactly(1L, 2L, 2L, 3L, 4L, 5L);
        assertThat(register.lagret())
                .flatExtracting(Registerendring::endringer)
                .containsExactly(
                        new Endring(
                                Endringstype.REGISTRERT,
                                organisasjonsnummer(4),
                                meldt(organisasjonsnummer(4), REGISTRERT)
                                        .registreringer()
                                        .get(0)
                                        .registreringsid()),
                        new Endring(Endringstype.SLETTET, organisasjonsnummer(1), NY_ID),
                        new Endring(Endringstype.SLETTET, organisasjonsnummer(3), NY_ID),
                        new Endring(Endringstype.SLETTET, organisasjonsnummer(9), NY_ID));
        assertThat(register.lagret().subList(1, 4))
                .extracting(Registerendring::etter)
                .extracting(RegistreringspliktigVirksomhet::slettet)
                .containsOnly(Optional.of(Instant.parse("2026-11-23T09:13:45.120Z")));
    }

    @Test
    void replacingTwiceWithTheSameFileChangesNothingTheSecondTime() {
        importer(Framdrift.INGEN, meldt(organisasjonsnummer(1), REGISTRERT), meldt(organisasjonsnummer(2), REGISTRERT));
        RegistreringspliktigVirksomhet post = meldt(organisasjonsnummer(2), REGISTRERT);
        assertThat(importer(Importvalg.ERSTATT, Framdrift.INGEN, post)).isEqualTo(new Importresultat(1, 1, 1));
        assertThat(importer(Importvalg.ERSTATT, Framdrift.INGEN, post)).isEqualTo(new Importresultat(1, 0, 0));
    }

    @Test
    void replacingDeletesMoreThanAPageOfThem() {
        int antall = 2_500;
        importer(
                Framdrift.INGEN,
                IntStream.range(0, antall)
                        .mapToObj(i -> meldt(organisasjonsnummer(i), REGISTRERT))
                        .toArray(RegistreringspliktigVirksomhet[]::new));
        assertThat(importer(Importvalg.ERSTATT, Framdrift.INGEN, meldt(organisasjonsnummer(1_234), REGISTRERT)))
                .isEqualTo(new Importresultat(1, antall - 1, antall - 1));
    }

    @Test
    void replacingWithAFileOfNobodyIsRefusedAndDeletesNobody() {
        importer(Framdrift.INGEN, meldt(organisasjonsnummer(1), REGISTRERT));
        assertThatThrownBy(() -> importer(Importvalg.ERSTATT, Framdrift.INGEN))
                .isExactlyInstanceOf(Lesefeil.class)
                .hasMessage("filen har ingen virksomheter, og en import som erstatter ville slettet alt i registeret;"
                        + " forventet minst én virksomhet");
        assertThat(register.lagret()).hasSize(1);
    }

    @Test
    void aListenerCanBreakOffWhileTheRestIsDeletedToo() {
        importer(Framdrift.INGEN, meldt(organisasjonsnummer(1), REGISTRERT), meldt(organisasjonsnummer(2), REGISTRERT));
        IllegalStateException avbrutt = new IllegalStateException();
        assertThatThrownBy(() -> importer(
                        Importvalg.ERSTATT,
                        antall -> kastVed(3, antall, avbrutt),
                        meldt(organisasjonsnummer(3), REGISTRERT)))
                .isSameAs(avbrutt);
        assertThat(register.lagret()).hasSize(2);
    }

    @Test
    void handsTheReaderTheFile() {
        List<InputStream> lest = new ArrayList<>();
        new Registerimport((fil, mottaker) -> lest.add(fil), register, () -> NY_ID, KLOKKE)
                .importer(FIL, Importvalg.FLETT, Framdrift.INGEN);
        assertThat(lest).containsExactly(FIL);
    }

    private Importresultat importer(Framdrift framdrift, RegistreringspliktigVirksomhet... poster) {
        return importer(Importvalg.FLETT, framdrift, poster);
    }

    private Importresultat importer(Importvalg valg, Framdrift framdrift, RegistreringspliktigVirksomhet... poster) {
        Registerleser leser = (fil, mottaker) -> List.of(poster).forEach(mottaker::ta);
        return new Registerimport(leser, register, () -> NY_ID, KLOKKE).importer(FIL, valg, framdrift);
    }

    /** Neither deleted nor with a gjeldende registration. */
    private static RegistreringspliktigVirksomhet uavklart(Organisasjonsnummer nummer) {
        return virksomhet(nummer, registrering(new UUID(3, 3), REGISTRERT, false));
    }

    private static void kastVed(long grense, long antall, Throwable feil) {
        if (antall == grense && feil instanceof Error error) {
            throw error;
        } else if (antall == grense) {
            throw (RuntimeException) feil;
        }
    }
}
