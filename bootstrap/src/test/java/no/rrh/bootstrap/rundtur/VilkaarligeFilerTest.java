package no.rrh.bootstrap.rundtur;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.AfterTry;
import no.rrh.application.port.in.Eksportvalg.Form;
import no.rrh.application.port.in.Eksportvalg.Pakking;
import no.rrh.application.port.in.Importvalg;
import no.rrh.application.port.out.Lesefeil;
import no.rrh.bootstrap.Testlager;
import no.rrh.domain.Eksempler;
import no.rrh.domain.fuzz.Fuzz;
import no.rrh.domain.fuzz.Jsontre;
import no.rrh.domain.fuzz.Mutasjon;

/**
 * Good files that are mutated as JSON, as bytes and as packed bytes, imported into a register that has something: either all of the
 * file is there and can be written out and read again, or the register is as it was and the message tells where and why, and nothing
 * of a person.
 */
class VilkaarligeFilerTest {
    /** So many changes, and then a new register. */
    private static final int FLEST_ENDRINGER = 400;

    private static final Fuzz<Fil> FUZZ = Fuzz.mot(
            "import files",
            Fuzz.filer(VilkaarligeFilerTest.class, "filer").stream()
                    .map(tilfelle -> new Fil(tilfelle.navn(), tilfelle.innhold(), Importvalg.FLETT))
                    .toList());

    private static final List<String> PERSONLIG = List.of(
            "PAPPESKE",
            "PARASOLL",
            "KULEPENN",
            "SLOTTE",
            "HEMMELIG",
            "FOREIGN",
            "OPPDIKTET",
            "059102983",
            "058614981",
            "418640006");

    /** What stands before the content of a packed file, or before any of it could be read, has no place. */
    private static final String UTEN_STED =
            "(gzip-|ZIP-|innholdet i |filen i ZIP-filen|filen er pakket|filen er i UTF-16|filen har ingen).*";

    private static final List<String> GODE = gode();

    private static Register register = new Register(Testlager.H2);
    private static String innhold = fyll();

    /** What is imported. Shown by what was done to it. */
    private record Fil(String navn, byte[] innhold, Importvalg valg) {
        @Override
        public String toString() {
            return navn + ", " + valg;
        }
    }

    private static List<String> gode() {
        try (Register kilde = new Register(Testlager.H2)) {
            kilde.les(List.of(
                    Eksempler.virksomhetMedAlt(),
                    Eksempler.slettet(Eksempler.organisasjonsnummer(1), Eksempler.REGISTRERT, Eksempler.REGISTRERT),
                    Eksempler.meldt(Eksempler.organisasjonsnummer(2), Eksempler.REGISTRERT)));
            return List.of(new String(kilde.eksporter(Form.JSON, Pakking.INGEN), UTF_8), kilde.somLinjer());
        }
    }

    private static String fyll() {
        register.les(List.of(
                Eksempler.virksomhetMedAlt(),
                Eksempler.ikkeMeldt(Eksempler.organisasjonsnummer(3), Eksempler.REGISTRERT)));
        return register.somLinjer();
    }

    @AfterTry
    void nyttNaarDetErFullt() {
        if (register.lager.endringslogg().siste() > FLEST_ENDRINGER) {
            register.close();
            register = new Register(Testlager.H2);
            innhold = fyll();
        }
    }

    @AfterContainer
    static void lukk() {
        register.close();
        FUZZ.fortell();
    }

    @Property(edgeCases = EdgeCasesMode.FIRST)
    @Tag(Fuzz.MERKE)
    void allOfAFileIsThereOrTheRegisterIsAsItWas(@ForAll("filer") Fil fil) {
        long siste = register.lager.endringslogg().siste();
        try {
            register.importer(fil.innhold(), fil.valg());
        } catch (Lesefeil e) {
            assertThat(e.getMessage())
                    .matches(
                            "(linje [1-9]\\d*, kolonne [1-9]\\d*(, organisasjonsnummer \\d{9})?: .+|" + UTEN_STED + ")")
                    .doesNotContain(PERSONLIG);
            assertThat(register.lager.endringslogg().siste()).isEqualTo(siste);
            assertThat(register.somLinjer().equals(innhold))
                    .as("the register as it was")
                    .isTrue();
            FUZZ.noter("refused: " + slag(e.getMessage()));
            return;
        }
        assertThat(register.importer(register.eksporter(Form.JSON, Pakking.GZIP), Importvalg.ERSTATT)
                        .endringer())
                .as("changes when it is written out and read again")
                .isZero();
        innhold = register.somLinjer();
        FUZZ.noter("imported");
    }

    /** The beginning of the reason. */
    private static String slag(String melding) {
        return melding.replaceFirst("^linje [^:]*: ", "")
                .replaceFirst("^[a-zA-Z0-9.?\\[\\]]+: ", "")
                .replaceFirst("^(\\S+ \\S+ \\S+).*", "$1")
                .replaceAll("[0-9]+", "N");
    }

    @Provide
    Arbitrary<Fil> filer() {
        Arbitrary<List<Mutasjon>> iBytene =
                Arbitraries.frequencyOf(Tuple.of(3, Arbitraries.just(List.of())), Tuple.of(1, Mutasjon.liste(3)));
        return FUZZ.foerst(Combinators.combine(
                        Arbitraries.of(GODE),
                        Mutasjon.liste(4),
                        iBytene,
                        Arbitraries.of(Pakking.class),
                        iBytene,
                        Arbitraries.of(Importvalg.class))
                .as(VilkaarligeFilerTest::fil));
    }

    private static Fil fil(
            String god,
            List<Mutasjon> iTreet,
            List<Mutasjon> iJson,
            Pakking pakking,
            List<Mutasjon> iFilen,
            Importvalg valg) {
        byte[] json = Mutasjon.bytes(mutert(god, iTreet).getBytes(UTF_8), iJson);
        return new Fil(
                (god.startsWith("[") ? "JSON" : "JSON Lines") + ", tree " + iTreet + ", bytes " + iJson + ", " + pakking
                        + ", packed " + iFilen,
                Mutasjon.bytes(pakket(json, pakking), iFilen),
                valg);
    }

    /** Of JSON Lines the first, where what is rare stands. */
    private static String mutert(String god, List<Mutasjon> mutasjoner) {
        if (god.startsWith("[")) {
            return Jsontre.mutert(god, mutasjoner);
        }
        List<String> linjer = god.lines().toList();
        return Jsontre.mutert(linjer.get(0), mutasjoner) + "\n"
                + linjer.stream().skip(1).collect(Collectors.joining("\n"));
    }

    private static byte[] pakket(byte[] json, Pakking pakking) {
        ByteArrayOutputStream fil = new ByteArrayOutputStream();
        try (OutputStream ut = switch (pakking) {
            case INGEN -> fil;
            case GZIP -> no.rrh.http.representasjon.pakking.Pakking.gzip(fil);
            case ZIP -> no.rrh.http.representasjon.pakking.Pakking.zip(fil, "register.json");
        }) {
            ut.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fil.toByteArray();
    }
}
