package no.rrh.bootstrap.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import generert.klient.ApiClient;
import generert.klient.ApiException;
import generert.klient.ApiResponse;
import generert.klient.api.VirksomheterApi;
import generert.klient.modell.Registrering;
import generert.klient.modell.RegistreringspliktigVirksomhet;
import org.junit.jupiter.api.Test;

/** A client that openapi-generator made from the OpenAPI file, and that knows nothing else, against the fat JAR. */
class GenerertKlientIT {
    private static VirksomheterApi api(String token) {
        ApiClient klient = new ApiClient();
        klient.updateBaseUri(Felles.server().adresse().toString());
        klient.setRequestInterceptor(kall -> kall.header("Authorization", "Bearer " + token));
        return new VirksomheterApi(klient);
    }

    @Test
    void looksUpAVirksomhet() throws ApiException {
        ApiResponse<RegistreringspliktigVirksomhet> svar =
                api(Felles.token(Felles.OFFENTLIG)).hentVirksomhetWithHttpInfo("313513408", "eng", null, null);

        assertThat(svar.getStatusCode()).isEqualTo(200);
        RegistreringspliktigVirksomhet virksomhet = svar.getData();
        assertThat(virksomhet.getOrganisasjonsnummer()).isEqualTo("313513408");
        Registrering registrering = virksomhet.getRegistreringer().get(0);
        assertThat(registrering.getErGjeldendeRegistrering()).isTrue();
        assertThat(registrering.getReelleRettighetshavere())
                .isNotEmpty()
                .allSatisfy(rettighetshaver -> assertThat(rettighetshaver.getFolkeregistrertPerson() == null)
                        .isNotEqualTo(rettighetshaver.getUtenlandskPerson() == null));
        assertThat(registrering.getReelleRettighetshavere().get(0).getPosisjoner())
                .isNotEmpty();
    }

    @Test
    void isToldWhatIsWrong() {
        ApiException feil = catchThrowableOfType(
                ApiException.class, () -> api("tull").hentVirksomhet("313513408", null, null, null));

        assertThat(feil.getCode()).isEqualTo(403);
        assertThat(feil.getResponseBody()).contains("\"status\":403");
    }
}
