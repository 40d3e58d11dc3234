package no.rrh.application.service;

import static no.rrh.domain.Eksempler.ORGANISASJONSNUMMER;
import static no.rrh.domain.Eksempler.REGISTRERT;
import static no.rrh.domain.Eksempler.meldt;
import static no.rrh.domain.Eksempler.organisasjonsnummer;
import static no.rrh.domain.Eksempler.registrering;
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
                    mottaker.accept(meldt(organisasjonsnummer(1), REGISTRERT));
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
    void handsTheReaderTheFile() {
        List<InputStream> lest = new ArrayList<>();
        new Registerimport((fil, mottaker) -> lest.add(fil), register, () -> NY_ID, KLOKKE)
                .importer(FIL, Importvalg.FLETT, Framdrift.INGEN);
        assertThat(lest).containsExactly(FIL);
    }

    private Importresultat importer(Framdrift framdrift, RegistreringspliktigVirksomhet... poster) {
        Registerleser leser = (fil, mottaker) -> List.of(poster).forEach(mottaker);
        return new Registerimport(leser, register, () -> NY_ID, KLOKKE).importer(FIL, Importvalg.FLETT, framdrift);
    }
}
