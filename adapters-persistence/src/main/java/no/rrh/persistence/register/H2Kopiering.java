package no.rrh.persistence.register;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import no.rrh.application.port.out.DiskenErFull;
import no.rrh.application.port.out.RegisteretSvarerIkke;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.persistence.fil.Diskplass;
import no.rrh.persistence.fil.Eierrettigheter;
import no.rrh.persistence.fil.Filtre;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Copies the H2 file of an open register while it is used. The copy has been opened and read before it is handed out. */
public final class H2Kopiering {
    private static final Logger LOG = LoggerFactory.getLogger(H2Kopiering.class);
    private static final String FORAN = "kopi-";

    /** One reader, and little memory, since it is read once from end to end. */
    private static final Lagerinnstillinger FOR_EN_LESER =
            new Lagerinnstillinger(1, 1, Duration.ofSeconds(30), Duration.ZERO, Duration.ofSeconds(30), 8_192);

    /** Those that this process is at, which are no leftovers. */
    private static final Set<Path> UNDERVEIS = ConcurrentHashMap.newKeySet();

    private final Path mappe;
    private final DataSource kilde;

    /**
     * @param mappe of the register
     */
    H2Kopiering(Path mappe, DataSource kilde) {
        this.mappe = mappe.toAbsolutePath();
        this.kilde = kilde;
    }

    /** How many bytes a copy takes, about. */
    public long stoerrelse() {
        return Registerfil.i(mappe).toFile().length();
    }

    /**
     * Makes a copy beside the register's own file. It holds everything that was committed before.
     *
     * @param skrevet told, now and then, how many bytes have been written, and the same again while the copy is read; what it
     *     throws ends the work, and nothing is left
     * @throws Registerkonflikt when another copy is being made
     * @throws DiskenErFull when there is no room for it
     * @throws RegisteretSvarerIkke when the register cannot be read
     * @throws RegisteretErOedelagt when the copy cannot: the register itself has been damaged
     */
    public Filkopi ta(LongConsumer skrevet) {
        Path ny = nyMappe(mappe);
        boolean ferdig = false;
        try {
            skriv(Registerfil.i(ny), skrevet);
            long byter = Files.size(Registerfil.i(ny));
            Filkopi kopi = new Filkopi(ny, Personnoekkel.fil(mappe), kontrollsum(ny, lest -> skrevet.accept(byter)));
            ferdig = true;
            return kopi;
        } catch (IOException e) {
            throw Diskplass.erFull(e, mappe) ? new DiskenErFull(e) : new UncheckedIOException(e);
        } finally {
            if (!ferdig) {
                fjern(ny);
            }
        }
    }

    /** A folder for a copy, beside the register's own file. */
    static Path nyMappe(Path mappe) {
        Path ny = mappe.resolve(FORAN + UUID.randomUUID());
        UNDERVEIS.add(ny);
        try {
            Eierrettigheter.lagMappe(ny);
        } catch (IOException e) {
            UNDERVEIS.remove(ny);
            throw Diskplass.erFull(e, mappe) ? new DiskenErFull(e) : new UncheckedIOException(e);
        }
        return ny;
    }

    private void skriv(Path fil, LongConsumer skrevet) throws IOException {
        try (FileChannel til =
                        Eierrettigheter.aapne(fil, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
                Connection tilkobling = kilde.getConnection()) {
            if (!H2Avbildning.av(tilkobling).skriv(til, skrevet)) {
                throw new Registerkonflikt("en annen sikkerhetskopi er i gang; prøv igjen når den er ferdig");
            }
        } catch (SQLException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    /**
     * The content of a register's file that nobody has open. It is opened, and so rid of what was not committed, and closed.
     *
     * @param mappe that holds it
     * @param lest told, now and then, how many rows have been read; what it throws ends the reading
     * @throws RegisteretErOedelagt when it is not there, or is not one
     * @throws RegisteretSvarerIkke when it cannot be read
     */
    public static Kontrollsum kontrollsum(Path mappe, LongConsumer lest) {
        if (Registerfil.i(mappe).toFile().length() == 0) {
            // H2 would make one
            throw new RegisteretErOedelagt(Registerfil.i(mappe), new IOException("no such file, or an empty one"));
        }
        return Uforstyrret.gjoer(() -> {
            try (HikariDataSource kopi = new Registerfil(mappe, FOR_EN_LESER).koble(1, Duration.ZERO)) {
                return new Kontrollsummering(new Lager(kopi, kopi, FOR_EN_LESER.skriveventetid(), Dialekt.H2))
                        .beregn(lest);
            }
        });
    }

    /** Removes what killed processes have left. The folder must be held. */
    static void rydd(Path mappe) {
        try (Stream<Path> innhold = Files.list(mappe.toAbsolutePath())) {
            List<Path> levninger = innhold.filter(
                            sti -> sti.getFileName().toString().startsWith(FORAN) && !UNDERVEIS.contains(sti))
                    .toList();
            for (Path levning : levninger) {
                Filtre.slett(levning);
            }
        } catch (IOException e) {
            throw new RegisteretSvarerIkke(e);
        }
    }

    /** Removes a copy and its folder. */
    static void fjern(Path kopi) {
        try {
            Filtre.slett(kopi);
        } catch (IOException e) {
            LOG.warn("A copy of the register could not be removed; it will be when the register is opened next", e);
        } finally {
            UNDERVEIS.remove(kopi);
        }
    }

    /** A copy, which is gone when it is closed. */
    public static final class Filkopi implements AutoCloseable {
        private final Path mappe;
        private final Path noekkel;
        private final Kontrollsum kontrollsum;

        private Filkopi(Path mappe, Path noekkel, Kontrollsum kontrollsum) {
            this.mappe = mappe;
            this.noekkel = noekkel;
            this.kontrollsum = kontrollsum;
        }

        /** Where it lies. */
        public Path fil() {
            return Registerfil.i(mappe);
        }

        /** What makes a folder of a register, by the names that they have there: the copy, and the key of the index of persons. */
        public List<Path> filer() {
            return List.of(fil(), noekkel);
        }

        /** What it holds. */
        public Kontrollsum kontrollsum() {
            return kontrollsum;
        }

        @Override
        public void close() {
            fjern(mappe);
        }
    }
}
