package no.rrh.bootstrap.kobling;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.config.Innstillingsfeil;
import no.rrh.bootstrap.config.Miljoe;
import no.rrh.bootstrap.config.Usikkerhet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a server in {@code produksjon} does not start with, and the warnings about what of it an operator has said yes to. The
 * management port is on loopback whatever is set, and so cannot be among it.
 */
final class Produksjonskrav implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Produksjonskrav.class);
    private static final Duration MELLOM_ADVARSLER = Duration.ofHours(1);

    private static final Set<PosixFilePermission> ANDRES =
            Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE, PosixFilePermission.GROUP_WRITE);

    private final ScheduledExecutorService traad = Executors.newSingleThreadScheduledExecutor(arbeid -> {
        Thread ny = new Thread(arbeid, "produksjonskrav");
        ny.setDaemon(true);
        return ny;
    });

    private Produksjonskrav() {}

    /**
     * Looks at the settings and the keys.
     *
     * @return warns until it is closed
     * @throws Innstillingsfeil when there is something that nobody has said yes to
     */
    static Produksjonskrav kontroller(Innstillinger innstillinger) {
        return kontroller(innstillinger, MELLOM_ADVARSLER);
    }

    static Produksjonskrav kontroller(Innstillinger innstillinger, Duration mellomAdvarsler) {
        Map<Usikkerhet, String> funnet = innstillinger.miljoe() == Miljoe.PRODUKSJON ? funnet(innstillinger) : Map.of();
        Set<Usikkerhet> godtatt = innstillinger.tilgang().godtattUsikkert();
        funnet.forEach((hva, hvorfor) -> {
            if (!godtatt.contains(hva)) {
                throw new Innstillingsfeil(
                        hvorfor + ". Serveren starter ikke slik i produksjon; rett det, eller godta det" + " med "
                                + Innstilling.USIKKERT_GODTA.flagg() + " " + hva.navn());
            }
        });
        Produksjonskrav krav = new Produksjonskrav();
        if (!funnet.isEmpty()) {
            krav.traad.scheduleAtFixedRate(
                    () -> advar(funnet.keySet()), 0, mellomAdvarsler.toNanos(), TimeUnit.NANOSECONDS);
        }
        return krav;
    }

    private static void advar(Set<Usikkerhet> funnet) {
        LOG.warn(
                "This server runs in produksjon with what is insecure, as {} says: {}",
                Innstilling.USIKKERT_GODTA.noekkel(),
                funnet.stream().map(Usikkerhet::navn).sorted().collect(Collectors.joining(", ")));
    }

    private static Map<Usikkerhet, String> funnet(Innstillinger innstillinger) {
        Map<Usikkerhet, String> funnet = new EnumMap<>(Usikkerhet.class);
        innstillinger
                .utsteder()
                .filter(utsteder -> !utsteder.navn().startsWith("https:"))
                .ifPresent(utsteder -> funnet.put(
                        Usikkerhet.UTSTEDER_HTTP,
                        Innstilling.MASKINPORTEN_UTSTEDER.noekkel() + " er en http-adresse; forventet https"));
        if (!innstillinger.tilgang().krev()) {
            funnet.put(
                    Usikkerhet.UTEN_AVTALER,
                    Innstilling.TILGANG_KREV.noekkel() + " er nei, så alle med riktig scope slipper inn uten avtale");
        }
        List<Path> lesbare = Stream.concat(
                        Stream.of(
                                        innstillinger.data().resolve(Datamappe.REGISTER),
                                        innstillinger.tilgang().innsynsloggmappe())
                                .flatMap(Produksjonskrav::noeklerI),
                        innstillinger.filerMedPassord().stream())
                .filter(Produksjonskrav::erAndres)
                .distinct()
                .toList();
        if (!lesbare.isEmpty()) {
            funnet.put(
                    Usikkerhet.LESBARE_NOEKLER,
                    "andre brukere av maskinen kan lese eller endre "
                            + lesbare.stream().map(Path::toString).collect(Collectors.joining(", "))
                            + "; forventet rettighetene 0600");
        }
        return funnet;
    }

    private static Stream<Path> noeklerI(Path mappe) {
        if (!Files.isDirectory(mappe)) {
            return Stream.of();
        }
        // which may be a link to where it lies
        try (Stream<Path> alt = Files.list(mappe)) {
            return alt
                    .filter(fil -> Files.isRegularFile(fil)
                            && fil.getFileName().toString().contains("noekkel")
                            && !fil.getFileName().toString().endsWith(".pub"))
                    .toList()
                    .stream();
        } catch (IOException | UncheckedIOException e) {
            throw new Innstillingsfeil(
                    "mappen " + mappe + " kan ikke leses; forventet en mappe som serverens bruker eier");
        }
    }

    private static boolean erAndres(Path fil) {
        try {
            return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
                    && !Collections.disjoint(Files.getPosixFilePermissions(fil), ANDRES);
        } catch (IOException e) {
            // gone, or told of by who is to read it
            return false;
        }
    }

    @Override
    public void close() {
        traad.shutdownNow();
    }
}
