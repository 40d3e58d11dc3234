package no.rrh.http.virksomhet;

import jakarta.ws.rs.Path;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.http.kall.Gjelder;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.BodsRepresentasjon;
import no.rrh.http.sikkerhet.Autentisert;

/** {@code GET /api/virksomheter/{organisasjonsnummer}}: the gjeldende registration of one virksomhet. */
@Path("api/virksomheter/" + Oppslagsressurs.NUMMER)
@Autentisert
@Gjelder(Operasjon.OPPSLAG_A)
public final class VirksomhetRessurs extends Oppslagsressurs {
    public VirksomhetRessurs(HentVirksomhet hentVirksomhet, V1Representasjon representasjon, BodsRepresentasjon bods) {
        super(hentVirksomhet, representasjon, bods);
    }
}
