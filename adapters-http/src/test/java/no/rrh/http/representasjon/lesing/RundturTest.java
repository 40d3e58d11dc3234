package no.rrh.http.representasjon.lesing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.rrh.application.port.out.Representasjon.Bestandsskriver;
import no.rrh.application.port.out.Representasjon.Del;
import no.rrh.domain.Eksempler;
import no.rrh.domain.Vilkaarlig;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.http.representasjon.Spraak;
import no.rrh.http.representasjon.V1Representasjon;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written with everything in it is read as it was. */
class RundturTest {
    @Property(tries = 500)
    void aWholeRegisterIsReadAsItWasWritten(@ForAll("registre") List<RegistreringspliktigVirksomhet> register)
            throws IOException {
        ByteArrayOutputStream fil = new ByteArrayOutputStream();
        try (Bestandsskriver skriver = new V1Representasjon().bestand(fil, Del.HELE)) {
            for (RegistreringspliktigVirksomhet virksomhet : register) {
                skriver.skriv(Innsynspolicy.medHistorikk(virksomhet, Innsynsnivaa.ALT));
            }
        }
        assertThat(lest(fil.toByteArray()).equals(register)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void theLanguageItWasWrittenInDoesNotMatter(Spraak spraak) {
        byte[] json = new V1Representasjon()
                .virksomhet(Innsynspolicy.medHistorikk(Eksempler.virksomhetMedAlt(), Innsynsnivaa.ALT), spraak);
        String fil = "[" + new String(json, StandardCharsets.UTF_8) + "]";
        assertThat(lest(fil.getBytes(StandardCharsets.UTF_8))).containsExactly(Eksempler.virksomhetMedAlt());
    }

    private static List<RegistreringspliktigVirksomhet> lest(byte[] fil) {
        List<RegistreringspliktigVirksomhet> lest = new ArrayList<>();
        new V1Leser().les(new ByteArrayInputStream(fil), lest::add);
        return lest;
    }

    @Provide
    Arbitrary<List<RegistreringspliktigVirksomhet>> registre() {
        return Vilkaarlig.virksomheter().list().ofMaxSize(3);
    }
}
