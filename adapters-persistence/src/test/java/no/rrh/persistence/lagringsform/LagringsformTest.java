package no.rrh.persistence.lagringsform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.rrh.domain.Eksempler;
import no.rrh.domain.Vilkaarlig;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.kodeverk.Kode;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.rettighetshaver.Grunnlagstype;
import no.rrh.domain.rettighetshaver.Posisjonstype;
import no.rrh.domain.rettighetshaver.Stoerrelsesintervall;
import org.junit.jupiter.api.Test;

class LagringsformTest {
    private static final String FRA_FOERSTE_VERSJON =
            "0183652228d085118670160c1821672f7312b39789a1a5898989a1b1a985253939cdd4d2d0c0c8d2c2d8c208"
                    + "1aeefe01012e9ede21ae21d0bc1710747846982b3436021c03025c83bd5da1b1626868092a6c40516304f406"
                    + "d6b8d151f2758d40c49019d0a1a62626c06030328046969185b1a5b181858599296abc612fea21810b00";

    private static final String FRA_ANDRE_VERSJON =
            "02010500000000000000010000000000000002010700aaf6d2bfb265000100f0e9a9889c5fa2ba8cc4cd646e"
                    + "8efe9f8216094f505044494b544554065052c3985645085041505045534b45b8bb01034e4f5202034e4f5203"
                    + "4d4558010300";

    private static final String[] KODER = {
        "registreringsstatus.rettighetsinformasjonErRegistrert",
        "registreringsstatus.rettighetsinformasjonErSlettet",
        "registreringsstatus.rettighetsinformasjonErIkkeMeldt",
        "reellerettighetshaverestatus.harReelleRettighetshavere",
        "reellerettighetshaverestatus.noenReelleRettighetshavereKanIdentifiseres",
        "reellerettighetshaverestatus.ingenReelleRettighetshavereKanIdentifiseres",
        "reellerettighetshaverestatus.norskOffentligVirksomhetEierEllerKontrollererRegistreringspliktigVirksomhet",
        "reellerettighetshaverestatus.utenlandskOffentligVirksomhetEierEllerKontrollererRegistreringspliktigVirksomhet",
        "reellerettighetshaverestatus.harIkkeReelleRettighetshavere",
        "reellerettighetshaverestatus.harKunStyreOgDagligLederSomReelleRettighetshavere",
        "reellerettighetshaverestatus.harStyreOgDagligLederOgAndrePosisjonerSomReelleRettighetshavere",
        "reellerettighetshaverestatus.harStyreOgDagligLederOgAndrePosisjonerSomReelleRettighetshavereOgNoenReelleRettighetshavereKanIkkeIdentifiseres",
        "posisjonstype.eierskap",
        "posisjonstype.kontrollOverStemmerettigheter",
        "posisjonstype.rettTilAaUtpekeEllerAvsetteStyre",
        "posisjonstype.kontrollPaaAnnenMaate",
        "posisjonstype.oppretter",
        "posisjonstype.forvalter",
        "posisjonstype.beskytter",
        "posisjonstype.begunstigede",
        "posisjonstype.kontrollOverTrustenPaaAnnenMaate",
        "posisjonstype.rettTilAaUtpekeEtFlertallAvStyre",
        "posisjonstype.avgittGrunnkapital",
        "posisjonstype.saerligeRettigheter",
        "posisjonstype.destinatar",
        "stoerrelsesintervall.intervall1",
        "stoerrelsesintervall.intervall2",
        "stoerrelsesintervall.intervall3",
        "grunnlagstype.direkte",
        "grunnlagstype.indirekte",
        "grunnlagstype.enighetEllerAvtale"
    };

    @Property(tries = 500)
    void everythingComesBackAsItWas(
            @ForAll("virksomheter") RegistreringspliktigVirksomhet virksomhet, @ForAll long fra) {
        for (boolean gjeldende : new boolean[] {true, false}) {
            List<LagretRegistrering> registreringer = virksomhet.registreringer().stream()
                    .filter(registrering -> registrering.erGjeldende() == gjeldende)
                    .map(registrering -> new LagretRegistrering(registrering, fra))
                    .toList();
            byte[] dokument = Lagringsform.skriv(registreringer);
            assertThat(Lagringsform.les(dokument, gjeldende)).isEqualTo(registreringer);
        }
    }

    @Test
    void theVersionAndTheNumberAreKept() {
        Registrering registrering = medTekst(new UUID(1, 2), 17, "tekst");
        assertThat(Lagringsform.les(Lagringsform.skriv(lagret(registrering)), false))
                .isEqualTo(lagret(registrering));
    }

    @Test
    void anOrdinaryRegistrationTakesAnEighthOfItsJson() {
        byte[] dokument = Lagringsform.skriv(lagret(ordinaer()));
        assertThat(dokument.length).isBetween(50, 125);
    }

    /** As below, for what that document does not refer to. */
    @Test
    void theDictionaryIsTheOneThatRowsHaveBeenStoredWith() throws NoSuchAlgorithmException {
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Ordbok.EN)))
                .isEqualTo("3f791b7b9ab104a90d2707a896866cff35917ce3fa56f993df6ae4c2d71cdce3");
    }

    /** If this is red, what has been stored can no longer be read: restore the dictionary, and make another format. */
    @Test
    void aDocumentOfTheFirstVersionCanStillBeRead() {
        assertThat(Lagringsform.les(HexFormat.of().parseHex(FRA_FOERSTE_VERSJON), true))
                .isEqualTo(List.of(new LagretRegistrering(ordinaer(), 7)));
    }

    @Test
    void aDocumentOfTheSecondVersionCanStillBeRead() {
        assertThat(HexFormat.of().formatHex(Lagringsform.skriv(List.of(new LagretRegistrering(ordinaer(), 7)))))
                .isEqualTo(FRA_ANDRE_VERSJON);
        assertThat(Lagringsform.les(HexFormat.of().parseHex(FRA_ANDRE_VERSJON), true))
                .isEqualTo(List.of(new LagretRegistrering(ordinaer(), 7)));
    }

    /** By their places in these lists they are stored. A new code goes last; none may move, and none be taken out. */
    @Test
    void theCodesStandWhereTheyHaveBeenStoredBy() {
        assertThat(Stream.of(
                                Registreringsstatus.values(),
                                Reellerettighetshaverestatus.values(),
                                Posisjonstype.values(),
                                Stoerrelsesintervall.values(),
                                Grunnlagstype.values())
                        .flatMap(Stream::of)
                        .map(Kode.class::cast)
                        .map(Kode::kode))
                .containsExactly(KODER);
    }

    @Test
    void aLongHistoryIsPackedAndComesBack() {
        List<LagretRegistrering> mange = IntStream.range(0, 100)
                .mapToObj(nr -> new LagretRegistrering(medTekst(new UUID(1, nr), nr, "den samme teksten"), nr))
                .toList();
        byte[] dokument = Lagringsform.skriv(mange);
        assertThat(dokument.length).isLessThan(1_000);
        assertThat(Lagringsform.les(dokument, false)).isEqualTo(mange);
    }

    @Test
    void whatDoesNotFitIsRefusedInWords() {
        Random tilfeldig = new Random(1);
        String tekst = tilfeldig
                .ints(2 * Lagringsform.STOERSTE, 'a', 'z')
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        assertRefused(tekst);
        assertRefused("a".repeat(Lagringsform.STOERSTE_UTPAKKET));
        String paa = "a".repeat(Lagringsform.STOERSTE_UTPAKKET - 1_000);
        assertThat(Lagringsform.les(Lagringsform.skriv(lagret(medTekst(new UUID(1, 2), 1, paa))), false))
                .hasSize(1);
    }

    @Test
    void bytesThatWereNotWrittenHereAreRefusedWithoutQuotingThem() {
        byte[] dokument = Lagringsform.skriv(
                lagret(Eksempler.virksomhetMedAlt().registreringer().get(1)));
        for (int lengde : new int[] {0, 1, 2, 50, dokument.length - 1}) {
            assertUnreadable(Arrays.copyOf(dokument, lengde));
        }
        for (int sted = 0; sted < dokument.length; sted++) {
            byte[] galt = dokument.clone();
            galt[sted] ^= (byte) 0xff;
            assertUnreadableOrOther(galt);
        }
    }

    private static void assertUnreadableOrOther(byte[] galt) {
        Throwable feil = catchThrowable(() -> Lagringsform.les(galt, false));
        if (feil != null) {
            assertUnreadable(galt);
        }
    }

    private static void assertUnreadable(byte[] dokument) {
        assertThatThrownBy(() -> Lagringsform.les(dokument, false))
                .isInstanceOf(UlesbartDokument.class)
                .hasNoCause()
                .message()
                .doesNotContain("PAPPESKE", "KULEPENN");
    }

    private static void assertRefused(String tekst) {
        List<LagretRegistrering> registreringer = lagret(medTekst(new UUID(1, 2), 1, tekst));
        assertThatThrownBy(() -> Lagringsform.skriv(registreringer))
                .isInstanceOf(Registerkonflikt.class)
                .hasMessageContaining("for store til å lagres");
    }

    private static Registrering ordinaer() {
        return Eksempler.virksomhet(
                        Eksempler.ORGANISASJONSNUMMER,
                        Eksempler.registrering(new UUID(1, 2), Eksempler.REGISTRERT, true))
                .gjeldende()
                .orElseThrow();
    }

    private static List<LagretRegistrering> lagret(Registrering registrering) {
        return List.of(new LagretRegistrering(registrering, 42));
    }

    private static Registrering medTekst(UUID id, int versjon, String tekst) {
        return new Registrering(
                id,
                versjon,
                Registreringsstatus.RETTIGHETSINFORMASJON_ER_REGISTRERT,
                Eksempler.REGISTRERT,
                false,
                Optional.empty(),
                Rettighetsinformasjon.INGEN,
                Optional.of(new Uoverensstemmelse(tekst, Eksempler.REGISTRERT, Optional.empty())));
    }

    @Provide
    Arbitrary<RegistreringspliktigVirksomhet> virksomheter() {
        return Vilkaarlig.virksomheter();
    }
}
