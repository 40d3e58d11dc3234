package no.rrh.bootstrap.cli;

import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.config.Miljoe;
import no.rrh.bootstrap.kobling.Datamappe;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.http.maskinporten.Klientregister;

/** {@code klient}: who may fetch tokens from {@code /maskinporten/token}. */
final class Klientkommandoer {
    private Klientkommandoer() {}

    static Kommandogruppe gruppe(PrintStream ut, PrintStream melding) {
        return new Kommandogruppe(
                "klient",
                "Klientene som kan hente token fra /maskinporten/token. Bare i miljøet lokal.",
                List.of(new OpprettKlient(melding), new ListKlienter(ut), new SlettKlient(melding)));
    }

    /** The clients in the data folder; a server may run on it, and sees what is done here at once. */
    static Klientregister register(Innstillinger innstillinger) {
        if (innstillinger.miljoe() != Miljoe.LOKAL) {
            throw new Kommandofeil("klienter finnes bare i miljøet lokal; i "
                    + innstillinger.miljoe().navn() + " registreres de hos Maskinporten");
        }
        return new Klientregister(Datamappe.finnBrukt(innstillinger).maskinporten(), Clock.systemUTC());
    }
}
