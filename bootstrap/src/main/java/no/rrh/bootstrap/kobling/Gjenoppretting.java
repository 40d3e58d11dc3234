package no.rrh.bootstrap.kobling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import no.rrh.application.port.in.Framdrift;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.application.port.out.Generasjon;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.application.service.Generasjonsskifte;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.config.Innstillingsfeil;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.persistence.arkiv.Filarkiv;
import no.rrh.persistence.fil.Diskplass;
import no.rrh.persistence.register.H2Kopiering;
import no.rrh.persistence.register.H2Register;
import no.rrh.persistence.register.Kontrollsummering;
import no.rrh.persistence.register.RegisteretErOedelagt;
import no.rrh.persistence.sikkerhetskopi.Kopileser;
import no.rrh.persistence.sikkerhetskopi.Manifest;
import no.rrh.persistence.sikkerhetskopi.UbrukeligSikkerhetskopi;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a register back from a back-up, into a folder that holds none: all of it and ready to go on, or nothing. It is put
 * together and checked beside, and its new generation begun, before anything else can take it for a register.
 */
public final class Gjenoppretting {
    private static final Logger LOG = LoggerFactory.getLogger(Gjenoppretting.class);
    private static final int MIB = 20;

    private final Innstillinger innstillinger;
    private final Clock klokke = Clock.systemUTC();

    public Gjenoppretting(Innstillinger innstillinger) {
        this.innstillinger = innstillinger;
    }

    /**
     * What was brought back.
     *
     * @param manifest of the back-up
     * @param generasjon the one that was begun
     * @param sammenlignet whether its content could be compared with what the manifest says
     */
    public record Resultat(Manifest manifest, Generasjon generasjon, boolean sammenlignet) {}

    /**
     * Does it.
     *
     * @param framdrift told how many MiB have been unpacked
     * @param foerBruk done when all is ready, before it is put to use; what it throws undoes all
     * @throws UbrukeligSikkerhetskopi when the file is no whole back-up
     * @throws Innstillingsfeil when it is of another environment, or the folder is in use
     * @throws Kommandofeil when it cannot be done for another reason
     */
    public Resultat gjenopprett(Path fil, Framdrift framdrift, Runnable foerBruk) {
        if (innstillinger.database().adresse().isPresent()) {
            throw new Innstillingsfeil(Innstilling.DB_URL.noekkel()
                    + " er satt, og en sikkerhetskopi gjenopprettes i datamappen: hent databasen tilbake med PostgreSQLs egne"
                    + " verktøy, og kjør ny-generasjon");
        }
        try (Kopileser kopi = Kopileser.aapne(fil)) {
            krevBrukbar(kopi.manifest());
            try (Gjenopprettingsmappe mappe = Gjenopprettingsmappe.begynn(innstillinger.data(), innsynsloggen())) {
                pakkUt(kopi, mappe.utkast(), framdrift);
                boolean sammenlignet = sammenlign(kopi.manifest(), mappe.utkast(), framdrift);
                Generasjon ny = begynnGenerasjon(mappe.utkast());
                foerBruk.run();
                mappe.taIBruk();
                return new Resultat(kopi.manifest(), ny, sammenlignet);
            }
        }
    }

    /** The name in the data folder that the innsynslogg is under, where it is. */
    private Set<String> innsynsloggen() {
        Path data = innstillinger.data().toAbsolutePath().normalize();
        Path logg = innstillinger.tilgang().innsynsloggmappe().toAbsolutePath().normalize();
        return logg.startsWith(data) && !logg.equals(data)
                ? Set.of(data.relativize(logg).getName(0).toString())
                : Set.of();
    }

    private void krevBrukbar(Manifest manifest) {
        if (!manifest.miljoe().equals(innstillinger.miljoe().navn())) {
            throw new Innstillingsfeil("sikkerhetskopien er fra miljøet " + manifest.miljoe()
                    + " og kan ikke gjenopprettes i "
                    + innstillinger.miljoe().navn() + "; rett miljøet (" + Innstilling.MILJOE.flagg() + ")");
        }
        if (manifest.kontrollsum().skjema().compareTo(Kontrollsummering.SKJEMA) > 0) {
            throw new Kommandofeil(
                    "registeret i sikkerhetskopien er tatt i bruk av en nyere versjon av rrh, og denne versjonen"
                            + " kan ikke lese det; bruk den nyere versjonen");
        }
        if (!Kopioppsett.erHelt(
                manifest.filer().stream().map(Manifest.Fil::navn).toList())) {
            throw new Kommandofeil(
                    "sikkerhetskopien holder ikke et register: den har andre filer enn de som hører til");
        }
    }

    private void pakkUt(Kopileser kopi, Path utkast, Framdrift framdrift) {
        try {
            long ledig = Files.getFileStore(utkast.getParent()).getUsableSpace();
            long trengs = kopi.manifest().byter();
            if (ledig < trengs) {
                throw new Kommandofeil("det er ikke plass i datamappen: " + (trengs >> MIB) + " MiB trengs, og "
                        + (ledig >> MIB) + " er ledige");
            }
            framdrift.ialt(trengs >> MIB);
            kopi.pakkUt(utkast, lest -> framdrift.ferdig(lest >> MIB));
            if (Mappeopphav.les(utkast)
                    .filter(opphav -> opphav.miljoe() == innstillinger.miljoe())
                    .isEmpty()) {
                throw new Kommandofeil("datamappen i sikkerhetskopien tilhører ikke miljøet som manifestet sier");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** False for one of an older version, of whose tables this one does not know the hash. */
    private static boolean sammenlign(Manifest manifest, Path utkast, Framdrift framdrift) {
        if (!manifest.kontrollsum().skjema().equals(Kontrollsummering.SKJEMA)) {
            return false;
        }
        long byter = manifest.byter();
        try {
            if (H2Kopiering.kontrollsum(utkast.resolve(Datamappe.REGISTER), lest -> framdrift.ferdig(byter >> MIB))
                    .equals(manifest.kontrollsum())) {
                return true;
            }
        } catch (RegisteretErOedelagt | RegisteretSvarerIkke e) {
            throw uleselig(e, utkast);
        }
        throw new Kommandofeil(
                "registeret i sikkerhetskopien holder ikke det manifestet sier: kontrollsummen er en annen."
                        + " Bruk en annen kopi");
    }

    /** H2 writes to what it opens, so that a disk may be full there too, which is no fault of the back-up. */
    static RuntimeException uleselig(RuntimeException feil, Path utkast) {
        Optional<IOException> full = Diskplass.full(feil, utkast);
        if (full.isPresent()) {
            return new DiskenErFull(full.get());
        }
        LOG.error("The register of the back-up cannot be read", feil);
        return new Kommandofeil(
                "registeret i sikkerhetskopien kan ikke leses; bruk en annen kopi. Årsaken står i loggen");
    }

    private Generasjon begynnGenerasjon(Path utkast) {
        Path arkivet =
                innstillinger.database().totalbestandmappe().orElseGet(() -> utkast.resolve(Datamappe.TOTALBESTAND));
        try (H2Register lager = H2Register.aapne(utkast.resolve(Datamappe.REGISTER), klokke)) {
            Filarkiv arkiv = new Filarkiv(arkivet, innstillinger.oppbevaring(), klokke);
            return new Generasjonsskifte(lager.virksomhetsregister(), arkiv, klokke).begynn();
        }
    }
}
