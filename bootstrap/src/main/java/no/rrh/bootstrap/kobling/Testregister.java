package no.rrh.bootstrap.kobling;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.UUID;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.in.ImporterRegister;
import no.rrh.application.port.in.Importresultat;
import no.rrh.application.port.in.Importvalg;
import no.rrh.application.port.in.MottaUoverensstemmelse;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.domain.registrering.Innsender.VarslingspliktigVirksomhet;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.representasjon.Testdata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What an empty register of {@code lokal} is filled with, so that every feature shows on the first start. */
final class Testregister {
    private static final Logger LOG = LoggerFactory.getLogger(Testregister.class);

    private static final Organisasjonsnummer UTEN_ENIGHET = new Organisasjonsnummer("313611760");
    private static final UUID REGISTRERING = UUID.fromString("6e6ac2da-36d0-5908-962f-eeedc5a7567f");
    private static final Organisasjonsnummer SPAREBANK = new Organisasjonsnummer("310223719");
    private static final String BESKRIVELSE =
            "Kunden har oppgitt en annen person som eier enn de to som er meldt til registeret";

    private final Virksomhetsregister register;
    private final ImporterRegister importer;
    private final MottaUoverensstemmelse mottaUoverensstemmelse;

    Testregister(
            Virksomhetsregister register, ImporterRegister importer, MottaUoverensstemmelse mottaUoverensstemmelse) {
        this.register = register;
        this.importer = importer;
        this.mottaUoverensstemmelse = mottaUoverensstemmelse;
    }

    /**
     * Fills a register that is empty. One import takes all of the data or nothing; the uoverensstemmelse cannot come by an
     * import and is added after it, at the next start if this one is killed in between.
     */
    void fyllOmTomt() {
        if (register.erTomt()) {
            importer();
        }
        if (manglerUoverensstemmelsen()) {
            mottaUoverensstemmelse.motta(UTEN_ENIGHET, BESKRIVELSE, new VarslingspliktigVirksomhet(SPAREBANK));
        }
    }

    private void importer() {
        try (InputStream testdata = Testdata.medTillegg()) {
            Importresultat resultat = importer.importer(testdata, Importvalg.FLETT, Framdrift.INGEN);
            LOG.info("Loaded the test data: {} changes", resultat.endringer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The registration is the one of the data, and has none. */
    private boolean manglerUoverensstemmelsen() {
        return register.hentGjeldende(UTEN_ENIGHET)
                .flatMap(RegistreringspliktigVirksomhet::gjeldende)
                .filter(gjeldende -> gjeldende.registreringsid().equals(REGISTRERING))
                .filter(gjeldende -> gjeldende.uoverensstemmelse().isEmpty())
                .isPresent();
    }
}
