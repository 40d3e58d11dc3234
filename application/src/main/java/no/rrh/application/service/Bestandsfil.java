package no.rrh.application.service;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import no.rrh.application.port.in.Eksportvalg;
import no.rrh.application.port.out.Representasjon;
import no.rrh.application.port.out.Representasjon.Bestandsskriver;
import no.rrh.application.port.out.Representasjon.Del;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;

/**
 * A file of virksomheter with their history and every field, under way. Nothing is closed before {@link #ferdig}: what was
 * written when something failed must not look like a whole file.
 */
final class Bestandsfil {
    private final OutputStream ut;
    private final OutputStream pakket;
    private final Bestandsskriver skriver;

    private Bestandsfil(OutputStream ut, OutputStream pakket, Bestandsskriver skriver) {
        this.ut = ut;
        this.pakket = pakket;
        this.skriver = skriver;
    }

    /** Begins it. */
    static Bestandsfil begynn(Representasjon representasjon, OutputStream ut, Eksportvalg valg) throws IOException {
        OutputStream pakket = pakk(representasjon, ut, valg);
        return new Bestandsfil(ut, pakket, skriver(representasjon, pakket, valg));
    }

    /** Begins one whose records, before they are packed, are written to another place too. */
    static Bestandsfil begynn(Representasjon representasjon, OutputStream ut, Eksportvalg valg, OutputStream avskrift)
            throws IOException {
        OutputStream pakket = pakk(representasjon, ut, valg);
        return new Bestandsfil(ut, pakket, skriver(representasjon, new Tvilling(pakket, avskrift), valg));
    }

    private static Bestandsskriver skriver(Representasjon representasjon, OutputStream ut, Eksportvalg valg)
            throws IOException {
        return switch (valg.form()) {
            case JSON -> representasjon.bestand(ut, Del.HELE);
            case JSONL -> representasjon.linjer(ut);
        };
    }

    private static OutputStream pakk(Representasjon representasjon, OutputStream ut, Eksportvalg valg)
            throws IOException {
        return switch (valg.pakking()) {
            case INGEN -> ut;
            case GZIP -> representasjon.gzip(ut);
            case ZIP -> representasjon.zip(ut, filnavn(valg));
        };
    }

    private static String filnavn(Eksportvalg valg) {
        return switch (valg.form()) {
            case JSON -> "register.json";
            case JSONL -> "register.jsonl";
        };
    }

    /**
     * Adds a virksomhet.
     *
     * @throws UncheckedIOException when it cannot be written
     */
    void skriv(RegistreringspliktigVirksomhet virksomhet) {
        try {
            skriver.skriv(Innsynspolicy.medHistorikk(virksomhet, Innsynsnivaa.ALT));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it, and leaves the stream open. */
    void ferdig() throws IOException {
        skriver.close();
        if (pakket != ut) {
            pakket.close();
        }
        ut.flush();
    }

    private static final class Tvilling extends FilterOutputStream {
        private final OutputStream annen;

        Tvilling(OutputStream foerste, OutputStream annen) {
            super(foerste);
            this.annen = annen;
        }

        @Override
        public void write(int en) throws IOException {
            out.write(en);
            annen.write(en);
        }

        @Override
        public void write(byte[] kilde, int fra, int antall) throws IOException {
            out.write(kilde, fra, antall);
            annen.write(kilde, fra, antall);
        }
    }
}
