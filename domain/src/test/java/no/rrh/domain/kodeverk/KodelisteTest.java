package no.rrh.domain.kodeverk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.registrering.Markedstype;
import no.rrh.domain.registrering.Reellerettighetshavereidentifikasjon;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registertype;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.rettighetshaver.Grunnlagstype;
import no.rrh.domain.rettighetshaver.Posisjonstype;
import no.rrh.domain.rettighetshaver.Stoerrelsesintervall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class KodelisteTest {
    private static final Pattern NAVN_ELLER_KODE = Pattern.compile("\"(navn|kode)\": \"([^\"]*)\"");

    private static final List<Kodeliste<?>> LISTER = List.of(
            Reellerettighetshaverestatus.LISTE,
            Registreringsstatus.LISTE,
            Posisjonstype.LISTE,
            Stoerrelsesintervall.LISTE,
            Grunnlagstype.LISTE,
            Markedstype.LISTE,
            Registertype.LISTE,
            Reellerettighetshavereidentifikasjon.LISTE);

    @Test
    void holdsTheRegistersListsCodeByCodeInItsOrder() throws IOException {
        Map<String, List<String>> vaare = new LinkedHashMap<>();
        for (Kodeliste<?> liste : LISTER) {
            vaare.put(
                    liste.navn(),
                    liste.koder().stream().map(kode -> ((Kode) kode).kode()).toList());
        }
        Map<String, List<String>> registerets = registeretsFil();
        assertThat(registerets.values().stream().mapToInt(List::size).sum()).isEqualTo(65);
        assertThat(vaare).containsExactlyEntriesOf(registerets);
    }

    @Test
    void findsEveryCodeByHowTheRegisterWritesIt() {
        for (Posisjonstype type : Posisjonstype.values()) {
            assertThat(Posisjonstype.LISTE.av(type.kode())).isSameAs(type);
        }
        assertThat(Posisjonstype.EIERSKAP.kode()).isEqualTo("posisjonstype.eierskap");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "eierskap", "posisjonstype.", "posisjonstype.Eierskap", "grunnlagstype.direkte"})
    void refusesACodeThatTheListDoesNotHaveAndNamesThoseItHas(String kode) {
        assertThatThrownBy(() -> Posisjonstype.LISTE.av(kode))
                .isInstanceOf(UgyldigVerdi.class)
                .hasMessageContaining("kodelisten posisjonstype")
                .hasMessageContaining("posisjonstype.destinatar");
    }

    @Test
    void doesNotRepeatTheUnknownCode() {
        assertThatThrownBy(() -> Grunnlagstype.LISTE.av("05861498192"))
                .message()
                .doesNotContain("05861498192");
    }

    private static Map<String, List<String>> registeretsFil() throws IOException {
        Map<String, List<String>> lister = new LinkedHashMap<>();
        try (InputStream fil = KodelisteTest.class.getResourceAsStream("/kodelister.json")) {
            Matcher treff = NAVN_ELLER_KODE.matcher(new String(fil.readAllBytes(), StandardCharsets.UTF_8));
            List<String> koder = List.of();
            while (treff.find()) {
                if (treff.group(1).equals("navn")) {
                    koder = new ArrayList<>();
                    lister.put(treff.group(2), koder);
                } else {
                    koder.add(treff.group(2));
                }
            }
        }
        return lister;
    }
}
