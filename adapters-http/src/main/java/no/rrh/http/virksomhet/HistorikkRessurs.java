package no.rrh.http.virksomhet;

import jakarta.ws.rs.Path;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.http.kall.Gjelder;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.BodsRepresentasjon;
import no.rrh.http.sikkerhet.Autentisert;

/** {@code GET /api/oppslag/v1/virksomheter/{organisasjonsnummer}}: every registration of one virksomhet, newest first. */
@Path("api/oppslag/v1/virksomheter/" + Oppslagsressurs.NUMMER)
@Autentisert
@Gjelder(Operasjon.OPPSLAG_B)
public final class HistorikkRessurs extends Oppslagsressurs {
    public HistorikkRessurs(HentVirksomhet hentVirksomhet, V1Representasjon representasjon, BodsRepresentasjon bods) {
        super(hentVirksomhet, representasjon, bods);
    }
}
