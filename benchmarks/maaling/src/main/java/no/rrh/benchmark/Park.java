package no.rrh.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import no.rrh.benchmark.grunnlag.Grunnlag;
import no.rrh.benchmark.grunnlag.Motpartsbase;
import no.rrh.benchmark.grunnlag.Tokens;
import no.rrh.benchmark.last.Last;
import no.rrh.benchmark.prosess.Java;
import no.rrh.benchmark.prosess.Prosess;
import no.rrh.benchmark.tak.Jettytak;
import no.rrh.benchmark.tjener.Http;
import no.rrh.benchmark.tjener.Motpart;
import no.rrh.benchmark.tjener.Port;
import no.rrh.benchmark.tjener.Rrh;
import no.rrh.benchmark.tjener.Tjener;

/**
 * The three servers on the whole register in H2, which stay up side by side: ours, the peer, and the ceiling. Each is started
 * when it is first asked for, and once it has been seen that it answers right.
 */
public final class Park implements AutoCloseable {
    /** How many of our own answers the ceiling has. */
    private static final int DOKUMENTER = 1_000;

    /** How many answers of the peer are held against ours. */
    private static final int SAMMENLIGNES = 2_000;

    private final Grunnlag grunnlag;
    private final int antall;
    private final Path motpartJar;
    private final Path logger;
    private final Http http;
    private final Port rrhPort = Port.ledig();
    private final Port motpartPort = Port.ledig();

    private Tjener rrh;
    private Tjener motpart;
    private Tjener jetty;
    private Tjener jettySomVaar;

    Park(Grunnlag grunnlag, int antall, Path motpartJar, Path logger, Http http) {
        this.grunnlag = grunnlag;
        this.antall = antall;
        this.motpartJar = motpartJar;
        this.logger = logger;
        this.http = http;
    }

    /** Our server. */
    public Tjener rrh() {
        if (rrh == null) {
            rrh = oppsett().start(rrhPort, http);
        }
        return rrh;
    }

    /** How our server is started. */
    public Rrh oppsett() {
        return grunnlag.register(antall);
    }

    /** The peer. */
    public Tjener motpart() {
        if (motpart == null) {
            String database = grunnlag.motpartsbase(antall);
            Tjener ny = Motpart.til(rrh(), motpartJar, database, Motpartsbase.BRUKER, logger)
                    .start(motpartPort, http);
            try {
                krevSammeSvar(rrh, ny, grunnlag.stier(antall), oppsett().token());
            } catch (RuntimeException e) {
                ny.close();
                throw e;
            }
            motpart = ny;
        }
        return motpart;
    }

    /** The ceiling. */
    public Tjener jetty() {
        if (jetty == null) {
            jetty = startJetty(false);
        }
        return jetty;
    }

    /** The ceiling, with Jetty set as ours is. */
    public Tjener jettySomVaar() {
        if (jettySomVaar == null) {
            jettySomVaar = startJetty(true);
        }
        return jettySomVaar;
    }

    private Tjener startJetty(boolean somVaar) {
        Port port = Port.ledig();
        List<String> argumenter =
                List.of(Integer.toString(port.nummer()), skrivDokumenter().toString(), Boolean.toString(somVaar));
        Prosess prosess = Prosess.start(
                Java.klasse(Jettytak.class, Rrh.HEAP, argumenter), logger.resolve("jetty-" + port.nummer() + ".txt"));
        return new Tjener(port.adresse(), prosess)
                .naar(
                        () -> http.svarer(port.adresse(), Optional.empty(), 200),
                        Duration.ofSeconds(30),
                        "Jetty to be ready");
    }

    /** Look-ups of virksomheter drawn over the whole register, with one token, which is made now. */
    public Last oppslag() {
        return new Last(
                grunnlag.stier(antall),
                Tokens.skriv(logger.resolve("token.txt"), oppsett().token()));
    }

    /** The path of one look-up. */
    public String etOppslag() {
        return foerste(grunnlag.stier(antall), 1).get(0);
    }

    /** Checks that two servers answer the same, byte for byte. */
    public void krevSammeSvar(Tjener en, Tjener annen, Path stier, String token) {
        foerste(stier, SAMMENLIGNES).forEach(sti -> {
            byte[] vaart = http.hent(en.adresse().resolve(sti), token);
            if (!Arrays.equals(vaart, http.hent(annen.adresse().resolve(sti), token))) {
                throw new IllegalStateException("the peer answers something else than rrh to " + sti);
            }
        });
    }

    private Path skrivDokumenter() {
        rrh();
        String token = oppsett().token();
        List<String> dokumenter = new ArrayList<>();
        foerste(grunnlag.stier(antall), DOKUMENTER)
                .forEach(sti -> dokumenter.add(
                        new String(http.hent(rrh.adresse().resolve(sti), token), StandardCharsets.UTF_8)));
        try {
            return Files.write(logger.resolve("dokumenter.jsonl"), dokumenter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> foerste(Path stier, int antall) {
        try (Stream<String> linjer = Files.lines(stier)) {
            return linjer.limit(antall).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Stops those that run: their files can be used by others then. */
    public void stopp() {
        Stream.of(motpart, jetty, jettySomVaar, rrh).filter(Objects::nonNull).forEach(Tjener::close);
        motpart = null;
        jetty = null;
        jettySomVaar = null;
        rrh = null;
    }

    @Override
    public void close() {
        stopp();
    }
}
