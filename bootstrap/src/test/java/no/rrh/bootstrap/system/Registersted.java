package no.rrh.bootstrap.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import no.rrh.bootstrap.Testlager;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.persistence.Testpostgres;
import no.rrh.persistence.register.Databaseadresse;
import no.rrh.persistence.register.H2Register;
import no.rrh.persistence.register.Postgresregister;
import no.rrh.persistence.register.Registerlager;

/**
 * Where the registers of the system tests lie: that of each data folder in the folder itself, or in a database of its own,
 * as {@code rrh.test.lager} says. The commands are told, and the tests need not know.
 */
final class Registersted {
    /** The store of this run. */
    static final Testlager LAGER =
            Testlager.valueOf(System.getProperty("rrh.test.lager", "h2").toUpperCase(Locale.ROOT));

    private static final String REGISTER = "register";

    /** The register, and what is known of it beside it. */
    private static final List<String> FILER = List.of("rrh.mv.db", "rrh.segl");

    private static final Map<Path, Databaseadresse> DATABASER = new ConcurrentHashMap<>();

    private Registersted() {}

    /** The environment of a command, with the variables that name the database of the data folder it works on. */
    static Map<String, String> med(Map<String, String> variabler, List<String> argumenter) {
        int data = argumenter.indexOf(Innstilling.DATA.flagg()) + 1;
        if (LAGER == Testlager.H2 || data == 0 || argumenter.contains(Innstilling.DB_URL.flagg())) {
            return variabler;
        }
        Databaseadresse adresse = database(Path.of(argumenter.get(data)));
        Map<String, String> alle = new HashMap<>(variabler);
        alle.put(Innstilling.DB_URL.variabel(), adresse.url());
        adresse.bruker().ifPresent(bruker -> alle.put(Innstilling.DB_BRUKER.variabel(), bruker));
        adresse.passord().ifPresent(passord -> alle.put(Innstilling.DB_PASSORD.variabel(), passord));
        if (Rrhprosess.ER_I_JVM) {
            // with the JAR they are answered in front of Jersey
            alle.putIfAbsent(Innstilling.OPPSLAG_HURTIGVEI.variabel(), "nei");
        }
        return alle;
    }

    /** A new folder has no register, and so has a new database. */
    private static Databaseadresse database(Path data) {
        return DATABASER.computeIfAbsent(noekkel(data), mappe -> Testpostgres.tom());
    }

    /** Opens the register of a folder that nobody has open. */
    static Registerlager aapne(Path data) {
        return LAGER == Testlager.H2
                ? H2Register.aapne(data.resolve(REGISTER), Clock.systemUTC())
                : Postgresregister.aapne(database(data), Testpostgres.MILJOE, Clock.systemUTC());
    }

    /**
     * Copies the register of a folder that nobody has open.
     *
     * @return puts the copy in the place of what is there then
     */
    static Runnable kopi(Path data) throws IOException {
        if (LAGER == Testlager.H2) {
            Path register = data.resolve(REGISTER);
            Path kopi = Felles.mappe();
            kopier(register, kopi);
            return () -> legg(kopi, register);
        }
        Databaseadresse kopi = Testpostgres.kopi(database(data));
        return () -> DATABASER.put(noekkel(data), kopi);
    }

    private static void legg(Path kopi, Path register) {
        try {
            kopier(kopi, register);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void kopier(Path fra, Path til) throws IOException {
        for (String fil : FILER) {
            Files.copy(fra.resolve(fil), til.resolve(fil), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Takes the register away from a folder that nobody has open. */
    static void fjern(Path data) throws IOException {
        if (LAGER == Testlager.H2) {
            for (String fil : FILER) {
                Files.delete(data.resolve(REGISTER).resolve(fil));
            }
        } else {
            DATABASER.remove(noekkel(data));
        }
    }

    private static Path noekkel(Path data) {
        return data.toAbsolutePath().normalize();
    }
}
