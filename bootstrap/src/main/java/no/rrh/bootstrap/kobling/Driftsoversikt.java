package no.rrh.bootstrap.kobling;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import no.rrh.application.port.in.HentRegisterstatus;
import no.rrh.application.port.in.HentTotalbestandstatus;
import no.rrh.bootstrap.config.Miljoe;
import no.rrh.http.forvaltning.Driftsstatus;
import no.rrh.http.sikkerhet.Noekkelkilde;
import no.rrh.http.tjener.Tilstand;
import no.rrh.http.tjener.Tjener;

/** What of the server there is to ask so far, put together for whoever operates it. Parts are added as they open. */
final class Driftsoversikt {
    private final Miljoe miljoe;
    private final Instant startet;

    private volatile Optional<Tjener> tjener = Optional.empty();
    private volatile Optional<URI> adresse = Optional.empty();
    private volatile Optional<HentRegisterstatus> register = Optional.empty();
    private volatile Optional<HentTotalbestandstatus> totalbestand = Optional.empty();
    private volatile Optional<Noekkelkilde> noekler = Optional.empty();

    Driftsoversikt(Miljoe miljoe, Clock klokke) {
        this.miljoe = miljoe;
        this.startet = klokke.instant();
    }

    void settTjener(Tjener tjener, URI adresse) {
        this.tjener = Optional.of(tjener);
        this.adresse = Optional.of(adresse);
    }

    void settRegister(HentRegisterstatus register, HentTotalbestandstatus totalbestand) {
        this.register = Optional.of(register);
        this.totalbestand = Optional.of(totalbestand);
    }

    void settNoekler(Noekkelkilde noekler) {
        this.noekler = Optional.of(noekler);
    }

    Driftsstatus naa() {
        return new Driftsstatus(
                tjener.map(Tjener::tilstand).orElse(Tilstand.STARTER),
                miljoe.navn(),
                Optional.ofNullable(Driftsoversikt.class.getPackage().getImplementationVersion())
                        .orElse("ukjent"),
                startet,
                adresse,
                register.map(HentRegisterstatus::hent),
                noekler.map(Noekkelkilde::status),
                totalbestand.map(HentTotalbestandstatus::hent),
                tjener.map(Tjener::kallIGang).orElse(0L));
    }
}
