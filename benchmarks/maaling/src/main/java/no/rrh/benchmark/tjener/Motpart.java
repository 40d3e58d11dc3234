package no.rrh.benchmark.tjener;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import no.rrh.benchmark.prosess.Java;
import no.rrh.benchmark.prosess.Prosess;

/**
 * The peer, from its jar.
 *
 * @param database where its table lies, as a JDBC address
 * @param bruker of the database
 * @param utsteder whose tokens it takes
 * @param noekler where the issuer's keys are
 */
public record Motpart(Path jar, String database, String bruker, URI utsteder, URI noekler, Path logger) {
    private static final Duration LENGSTE_START = Duration.ofMinutes(2);

    /** The peer of a server: it takes the same tokens. */
    public static Motpart til(Tjener rrh, Path jar, String database, String bruker, Path logger) {
        return new Motpart(jar, database, bruker, utsteder(rrh.adresse()), noekler(rrh.adresse()), logger);
    }

    /** The issuer of a server in {@code lokal}. */
    public static URI utsteder(URI rrh) {
        return rrh.resolve("/maskinporten/");
    }

    private static URI noekler(URI rrh) {
        return rrh.resolve("/maskinporten/jwk");
    }

    /** Starts it, and waits until it is ready: until it refuses who brings no token. */
    public Tjener start(Port port, Http http) {
        return ventPaaKlar(start(port), http);
    }

    private static Tjener ventPaaKlar(Tjener tjener, Http http) {
        URI hvilkenSomHelst = tjener.adresse().resolve("/api/virksomheter/200000000");
        return tjener.naar(
                () -> http.svarer(hvilkenSomHelst, Optional.empty(), 401), LENGSTE_START, "the peer to be ready");
    }

    /** Starts it, and waits for nothing. */
    public Tjener start(Port port) {
        return start(port, List.of());
    }

    /** Starts it with an archive of classes, and waits for nothing. */
    public Tjener startMedKlassearkiv(Port port, Path arkiv) {
        return start(port, List.of(Java.medKlassearkiv(arkiv)));
    }

    /** Makes an archive of the classes of its jar: when one that has started stops. */
    public Path lagKlassearkiv(Port port, Http http) {
        Path arkiv = logger.resolve("motpart.jsa");
        try (Tjener tjener = start(port, List.of(Java.lagKlassearkiv(arkiv)))) {
            ventPaaKlar(tjener, http);
        }
        return arkiv;
    }

    private Tjener start(Port port, List<String> jvm) {
        List<String> argumenter = List.of(
                "--server.port=" + port.nummer(),
                "--spring.datasource.url=" + database,
                "--spring.datasource.username=" + bruker,
                "--spring.security.oauth2.resourceserver.jwt.issuer-uri=" + utsteder,
                "--spring.security.oauth2.resourceserver.jwt.jwk-set-uri=" + noekler);
        return new Tjener(
                port.adresse(),
                Prosess.start(
                        Java.jar(jar, Rrh.HEAP, jvm, argumenter), logger.resolve("motpart-" + port.nummer() + ".txt")));
    }
}
