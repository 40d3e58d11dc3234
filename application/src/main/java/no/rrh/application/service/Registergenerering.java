package no.rrh.application.service;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import no.rrh.application.port.in.Eksportvalg;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.GenererRegister;
import no.rrh.application.port.out.Representasjon;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.syntetisk.SyntetiskRegister;

/** Streams a synthetic register through the representation. */
public final class Registergenerering implements GenererRegister {
    private final Representasjon representasjon;

    public Registergenerering(Representasjon representasjon) {
        this.representasjon = representasjon;
    }

    @Override
    public Resultat generer(int antall, long froe, OutputStream ut, Eksportvalg valg, Framdrift framdrift) {
        SyntetiskRegister register = new SyntetiskRegister(antall, froe);
        framdrift.ialt(antall);
        try {
            Pakkeproeve proeve = new Pakkeproeve(representasjon);
            Bestandsfil fil = Bestandsfil.begynn(representasjon, ut, valg, proeve);
            long skrevet = 0;
            for (Iterator<RegistreringspliktigVirksomhet> alle =
                            register.virksomheter().iterator();
                    alle.hasNext(); ) {
                fil.skriv(alle.next());
                framdrift.ferdig(++skrevet);
            }
            fil.ferdig();
            return new Resultat(skrevet, proeve.byter(), proeve.pakking());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
