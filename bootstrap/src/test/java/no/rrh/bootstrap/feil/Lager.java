package no.rrh.bootstrap.feil;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import no.rrh.bootstrap.system.Felles;
import no.rrh.persistence.Testpostgres;
import no.rrh.persistence.register.Databaseadresse;
import no.rrh.persistence.register.H2Register;
import no.rrh.persistence.register.Postgresregister;
import org.h2.engine.Constants;

/** A store that a register may lie in. What does not depend on it is tried with the first. */
public enum Lager {
    /** The embedded one: a file in the data folder. */
    H2 {
        @Override
        String versjon() {
            return "H2 " + Constants.VERSION;
        }

        @Override
        List<String> valg(Path data) {
            return List.of();
        }

        @Override
        Path kopi(Path data) {
            return filkopi(data);
        }

        @Override
        Registerinnhold innhold(Path data) {
            try (H2Register h2 = H2Register.aapne(data.resolve("register"), Clock.systemUTC())) {
                return Registerinnhold.les(h2.endringslogg(), h2.virksomhetsregister());
            }
        }
    },

    /** A database for each data folder. */
    POSTGRESQL {
        @Override
        String versjon() {
            return "PostgreSQL " + Testpostgres.versjon();
        }

        @Override
        List<String> valg(Path data) {
            Databaseadresse adresse = database(data);
            List<String> valg = new ArrayList<>(List.of(
                    "--db", adresse.url(), "--db-bruker", adresse.bruker().orElseThrow()));
            adresse.passord().ifPresent(passord -> valg.addAll(List.of("--db-passordfil", passordfil(passord))));
            return valg;
        }

        @Override
        Path kopi(Path data) {
            Path til = filkopi(data);
            bruk(til, Testpostgres.kopi(database(data)));
            return til;
        }

        @Override
        Registerinnhold innhold(Path data) {
            try (Postgresregister lager =
                    Postgresregister.aapne(database(data), Testpostgres.MILJOE, Clock.systemUTC())) {
                return Registerinnhold.les(lager.endringslogg(), lager.virksomhetsregister());
            }
        }
    };

    private static final Map<Path, Databaseadresse> DATABASER = new ConcurrentHashMap<>();

    private static Databaseadresse database(Path data) {
        return DATABASER.computeIfAbsent(data, mappe -> Testpostgres.tom());
    }

    /** Has the register of a data folder lie in this database. */
    static void bruk(Path data, Databaseadresse database) {
        DATABASER.put(data, database);
    }

    private static String passordfil(String passord) {
        try {
            return Files.writeString(Felles.mappe().resolve("passord"), passord).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the table calls it. */
    abstract String versjon();

    /** What tells a command that the register of this data folder lies in this store. */
    abstract List<String> valg(Path data);

    /** A copy of a data folder that no process has, and of the register that belongs to it. */
    abstract Path kopi(Path data);

    /** What the register of a data folder holds that no process has. */
    abstract Registerinnhold innhold(Path data);

    /** A copy of the files of a folder; sockets of killed servers are left. */
    static Path filkopi(Path fra) {
        Path til = Felles.mappe();
        try (Stream<Path> alt = Files.walk(fra)) {
            for (Path sti : alt.toList()) {
                Path maal = til.resolve(fra.relativize(sti).toString());
                if (Files.isDirectory(sti)) {
                    Files.createDirectories(maal);
                } else if (Files.isRegularFile(sti)) {
                    Files.copy(sti, maal);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return til;
    }
}
