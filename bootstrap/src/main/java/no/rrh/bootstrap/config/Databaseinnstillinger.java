package no.rrh.bootstrap.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.persistence.register.Databaseadresse;

/** Where the register and the files of totalbestand lie: the settings {@code db.*} and those of what instances share. */
public final class Databaseinnstillinger {
    private static final Duration KORTESTE_LEIE = Duration.ofSeconds(1);
    private static final Duration LENGSTE_LEIE = Duration.ofHours(24);

    private static final String PASSORDFIL = "en fil som kan leses, med passordet i UTF-8";

    private final Verdier verdier;

    Databaseinnstillinger(Verdier verdier) {
        this.verdier = verdier;
        Optional<Databaseadresse> adresse = adresse();
        if (adresse.isEmpty()) {
            verdier.krevUsatt(Innstilling.DB_BRUKER, Innstilling.DB_URL);
            verdier.krevUsatt(Innstilling.DB_PASSORD, Innstilling.DB_URL);
            verdier.krevUsatt(Innstilling.DB_PASSORDFIL, Innstilling.DB_URL);
            verdier.krevUsatt(Innstilling.DB_REPLIKAER, Innstilling.DB_URL);
        }
        replikaer();
        totalbestandmappe();
        leie();
    }

    /** The database; absent when the register is a file in the data folder. */
    public Optional<Databaseadresse> adresse() {
        return verdier.verdi(Innstilling.DB_URL).map(url -> adresse(Innstilling.DB_URL, url));
    }

    /** Its read replicas. */
    public List<Databaseadresse> replikaer() {
        return verdier.verdi(Innstilling.DB_REPLIKAER)
                .map(urler -> Arrays.stream(urler.split(","))
                        .map(url -> adresse(Innstilling.DB_REPLIKAER, url.strip()))
                        .toList())
                .orElse(List.of());
    }

    private Databaseadresse adresse(Innstilling innstilling, String url) {
        try {
            return new Databaseadresse(url, verdier.verdi(Innstilling.DB_BRUKER), passord());
        } catch (UgyldigVerdi e) {
            throw Verdier.ugyldig(innstilling, e.getMessage());
        }
    }

    private Optional<String> passord() {
        Optional<String> passord = verdier.verdi(Innstilling.DB_PASSORD);
        Optional<Path> fil = passordfil();
        if (passord.isPresent() && fil.isPresent()) {
            throw new Innstillingsfeil("db.passord og db.passordfil er begge satt; sett en av dem");
        }
        return passord.or(() -> fil.map(Databaseinnstillinger::lest));
    }

    /** The file of the password; absent when that is given in another way, or there is none. */
    private Optional<Path> passordfil() {
        return verdier.sti(Innstilling.DB_PASSORDFIL, PASSORDFIL);
    }

    private static String lest(Path fil) {
        try {
            return Files.readString(fil).stripTrailing();
        } catch (IOException e) {
            throw Verdier.ugyldig(Innstilling.DB_PASSORDFIL, PASSORDFIL);
        }
    }

    /** Where the files of totalbestand lie; absent when that is in the data folder. */
    public Optional<Path> totalbestandmappe() {
        return verdier.sti(Innstilling.TOTALBESTAND_MAPPE, "en mappe");
    }

    /** How long the maker of a totalbestand may be silent. */
    public Duration leie() {
        return Varighet.les(verdier.get(Innstilling.TOTALBESTAND_LEIE))
                .filter(leie -> leie.compareTo(KORTESTE_LEIE) >= 0 && leie.compareTo(LENGSTE_LEIE) <= 0)
                .orElseThrow(() -> Verdier.ugyldig(Innstilling.TOTALBESTAND_LEIE, Varighet.FORM + ", fra 1s til 24t"));
    }
}
