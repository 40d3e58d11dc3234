package no.rrh.application.service;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import no.rrh.application.port.in.EksporterRegister;
import no.rrh.application.port.in.Eksportresultat;
import no.rrh.application.port.in.Eksportvalg;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.out.Bestand;
import no.rrh.application.port.out.Representasjon;
import no.rrh.application.port.out.Virksomhetsregister;

/** Streams the register with its history through the representation. */
public final class Registereksport implements EksporterRegister {
    private final Virksomhetsregister register;
    private final Representasjon representasjon;

    public Registereksport(Virksomhetsregister register, Representasjon representasjon) {
        this.register = register;
        this.representasjon = representasjon;
    }

    @Override
    public Eksportresultat eksporter(OutputStream ut, Eksportvalg valg, Framdrift framdrift) {
        return register.lesBestand(bestand -> {
            try {
                return new Eksportresultat(skriv(bestand, ut, valg, framdrift), bestand.sekvensnummer());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private long skriv(Bestand bestand, OutputStream ut, Eksportvalg valg, Framdrift framdrift) throws IOException {
        Bestandsfil fil = Bestandsfil.begynn(representasjon, ut, valg);
        long[] antall = {0};
        framdrift.ialt(bestand.antall());
        bestand.forHver(virksomhet -> {
            fil.skriv(virksomhet);
            framdrift.ferdig(++antall[0]);
        });
        fil.ferdig();
        return antall[0];
    }
}
