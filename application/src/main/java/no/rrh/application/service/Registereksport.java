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
import no.rrh.application.port.out.Representasjon.Bestandsskriver;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

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

    /** Nothing is closed after a failure: what was written must not look like a whole file. */
    private long skriv(Bestand bestand, OutputStream ut, Eksportvalg valg, Framdrift framdrift) throws IOException {
        OutputStream pakket = pakk(ut, valg);
        Bestandsskriver skriver = skriver(pakket, valg);
        long[] antall = {0};
        framdrift.ialt(bestand.antall());
        bestand.forHver(virksomhet -> {
            skriv(skriver, virksomhet);
            framdrift.ferdig(++antall[0]);
        });
        skriver.close();
        if (pakket != ut) {
            pakket.close();
        }
        ut.flush();
        return antall[0];
    }

    private OutputStream pakk(OutputStream ut, Eksportvalg valg) throws IOException {
        return switch (valg.pakking()) {
            case INGEN -> ut;
            case GZIP -> representasjon.gzip(ut);
            case ZIP -> representasjon.zip(ut, filnavn(valg));
        };
    }

    private Bestandsskriver skriver(OutputStream ut, Eksportvalg valg) throws IOException {
        return switch (valg.form()) {
            case JSON -> representasjon.bestand(ut);
            case JSONL -> representasjon.linjer(ut);
        };
    }

    private static String filnavn(Eksportvalg valg) {
        return switch (valg.form()) {
            case JSON -> "register.json";
            case JSONL -> "register.jsonl";
        };
    }

    private static void skriv(Bestandsskriver skriver, RegistreringspliktigVirksomhet virksomhet) {
        try {
            skriver.skriv(Innsynspolicy.medHistorikk(virksomhet, Innsynsnivaa.ALT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
