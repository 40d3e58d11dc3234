package no.rrh.bootstrap.kanal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import no.rrh.application.port.in.Framdrift;
import no.rrh.bootstrap.utfall.Avbrutt;
import no.rrh.bootstrap.utfall.Kommandofeil;
import no.rrh.bootstrap.utfall.Utfall;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Both ends of the channel, over a real socket. */
@Timeout(60)
class KanalTest {
    private static final InputStream INGENTING = InputStream.nullInputStream();

    @TempDir
    private Path mappe;

    private final List<Kanaltjener> tjenere = new ArrayList<>();
    private final Bruker bruker = new Bruker();
    private final BlockingQueue<Throwable> endt = new LinkedBlockingQueue<>();

    private Kanaltjener lytt(Map<String, Oppdrag> oppdrag) {
        Kanaltjener tjener = Kanaltjener.start(mappe, oppdrag, Duration.ofSeconds(1));
        tjenere.add(tjener);
        return tjener;
    }

    @AfterEach
    void stopp() {
        tjenere.forEach(Kanaltjener::close);
    }

    private Kanalklient klient() throws IOException {
        return Kanalklient.koble(mappe).orElseThrow();
    }

    private Utfall utfoer(Ordre ordre, InputStream inn) throws IOException {
        return utfoer(ordre, inn, bruker);
    }

    private Utfall utfoer(Ordre ordre, InputStream inn, Mottaker mottaker) throws IOException {
        Kanalklient klient = klient();
        assertThat(klient.gi(ordre)).isTrue();
        return klient.utfoer(inn, mottaker);
    }

    private static Ordre ordre(String navn) {
        return new Ordre(navn, Map.of());
    }

    /** Work that reads all its input, and leaves behind how it ended. */
    private void lesAlt(Utfoering utfoering) throws IOException {
        try {
            utfoering.inn().transferTo(OutputStream.nullOutputStream());
            endt.add(new AssertionError("came to the end of the input"));
        } catch (RuntimeException e) {
            endt.add(e);
            throw e;
        }
    }

    private Throwable slutten() throws InterruptedException {
        return endt.poll(30, TimeUnit.SECONDS);
    }

    @Test
    void inputOptionsOutputMessagesAndOutcomeComeThrough() throws IOException {
        byte[] mye = new byte[300_001];
        new Random(1).nextBytes(mye);
        lytt(Map.of("ekko", utfoering -> {
            utfoering.melding("Hører " + utfoering.valg().get("hva"));
            utfoering.inn().transferTo(utfoering.ut());
        }));

        Utfall utfall = utfoer(new Ordre("ekko", Map.of("hva", "blåbærsyltetøy")), new ByteArrayInputStream(mye));

        assertThat(utfall).isEqualTo(Utfall.ok());
        assertThat(bruker.meldinger).containsExactly("Hører blåbærsyltetøy");
        assertThat(bruker.ut.toByteArray()).isEqualTo(mye);
    }

    @Test
    void progressComesThroughNowAndThen() throws IOException {
        lytt(Map.of("arbeid", utfoering -> {
            utfoering.framdrift().ialt(1_000);
            long start = System.nanoTime();
            for (long antall = 1; System.nanoTime() - start < 500_000_000; antall++) {
                utfoering.framdrift().ferdig(antall);
            }
        }));

        assertThat(utfoer(ordre("arbeid"), INGENTING)).isEqualTo(Utfall.ok());
        assertThat(bruker.ialt).hasValue(1_000);
        assertThat(bruker.ferdige).hasSizeBetween(1, 3).isSorted();
    }

    @Test
    void whatWentWrongIsToldAsIfTheWorkWereDoneInTheCommand() throws IOException {
        lytt(Map.of("feil", utfoering -> {
            throw new Kommandofeil("det gikk ikke");
        }));

        assertThat(utfoer(ordre("feil"), INGENTING)).isEqualTo(Utfall.feilet("det gikk ikke"));
        assertThat(utfoer(ordre("ukjent"), INGENTING).melding()).contains("kjenner ikke kommandoen");
    }

    @Test
    void workThatEndsBeforeItHasReadItsInputIsToldOfAllTheSame() throws IOException {
        lytt(Map.of("straks", utfoering -> {
            utfoering.inn().read();
            throw new Kommandofeil("første byte er feil");
        }));

        Utfall utfall = utfoer(ordre("straks"), new ByteArrayInputStream(new byte[20_000_000]));

        assertThat(utfall).isEqualTo(Utfall.feilet("første byte er feil"));
    }

    @Test
    void aCommandThatDiesInTheMiddleOfItsInputIsNoEndOfIt() throws Exception {
        lytt(Map.of("les", this::lesAlt));
        try (SocketChannel kanal = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            kanal.connect(Kanaladresse.av(mappe).adresse());
            Rammer rammer = new Rammer(kanal);
            rammer.skriv(ordre("les"));
            rammer.skriv(Rammer.Slag.INN, "halvveis");
        }

        assertThat(slutten()).isInstanceOf(Avbrutt.class).hasMessageContaining("avbrutt");
    }

    @Test
    void inputThatCannotBeReadIsNoEndOfItEither() throws Exception {
        lytt(Map.of("les", this::lesAlt));
        InputStream daarlig = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };

        assertThatThrownBy(() -> utfoer(ordre("les"), daarlig))
                .isInstanceOf(IOException.class)
                .hasMessage("the disk is gone");
        assertThat(slutten()).isInstanceOf(Avbrutt.class);
    }

    @Test
    void outputThatCannotBeWrittenEndsTheWork() throws Exception {
        lytt(Map.of("skriv", utfoering -> {
            try {
                while (true) {
                    utfoering.ut().write(new byte[10_000]);
                }
            } catch (Avbrutt e) {
                endt.add(e);
                throw e;
            }
        }));
        Mottaker full = new Bruker() {
            @Override
            public OutputStream ut() {
                return new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
            }
        };

        assertThatThrownBy(() -> utfoer(ordre("skriv"), INGENTING, full))
                .isInstanceOf(IOException.class)
                .hasMessage("No space left on device");
        assertThat(slutten()).isInstanceOf(Avbrutt.class);
    }

    @Test
    void aStopEndsWorkThatWaitsForInputAndTellsSo() throws Exception {
        CountDownLatch begynt = new CountDownLatch(1);
        Kanaltjener tjener = lytt(Map.of("les", utfoering -> {
            begynt.countDown();
            lesAlt(utfoering);
        }));
        try (PipedOutputStream aldri = new PipedOutputStream();
                PipedInputStream inn = new PipedInputStream(aldri)) {
            CompletableFuture<Utfall> utfall = CompletableFuture.supplyAsync(() -> uten(ordre("les"), inn));
            assertThat(begynt.await(30, TimeUnit.SECONDS)).isTrue();
            tjener.close();

            assertThat(slutten()).isInstanceOf(Avbrutt.class);
            assertThat(utfall.get(30, TimeUnit.SECONDS).melding()).contains("serveren stopper");
            assertThat(Kanalklient.koble(mappe)).isEmpty();
            assertThat(Kanaladresse.fil(mappe)).doesNotExist();
        }
    }

    @Test
    void aStopEndsWorkThatOnlyTellsOfItsProgress() throws Exception {
        CountDownLatch begynt = new CountDownLatch(1);
        Kanaltjener tjener = lytt(Map.of("arbeid", utfoering -> {
            for (long antall = 0; ; antall++) {
                utfoering.framdrift().ferdig(antall);
                begynt.countDown();
            }
        }));
        CompletableFuture<Utfall> utfall = CompletableFuture.supplyAsync(() -> uten(ordre("arbeid"), INGENTING));
        assertThat(begynt.await(30, TimeUnit.SECONDS)).isTrue();
        tjener.close();

        assertThat(utfall.get(30, TimeUnit.SECONDS).kode()).isEqualTo(Utfall.FEILET);
    }

    @Test
    void aServerThatGoesAwayWithoutAnOutcomeIsSaid() throws Exception {
        CountDownLatch begynt = new CountDownLatch(1);
        CountDownLatch slipp = new CountDownLatch(1);
        Kanaltjener tjener = lytt(Map.of("heng", utfoering -> {
            begynt.countDown();
            vent(slipp);
        }));
        CompletableFuture<Utfall> utfall = CompletableFuture.supplyAsync(() -> uten(ordre("heng"), INGENTING));
        assertThat(begynt.await(30, TimeUnit.SECONDS)).isTrue();
        // gives the work its time, and then closes the connection
        tjener.close();

        assertThatThrownBy(() -> utfall.get(30, TimeUnit.SECONDS)).hasRootCauseInstanceOf(Kommandofeil.class);
        slipp.countDown();
    }

    @Test
    void thereIsAnEndToHowManyCommandsAreServedAtOnce() throws Exception {
        CountDownLatch slipp = new CountDownLatch(1);
        CountDownLatch alle = new CountDownLatch(4);
        lytt(Map.of("heng", utfoering -> {
            alle.countDown();
            vent(slipp);
        }));
        for (int i = 0; i < 4; i++) {
            CompletableFuture.runAsync(() -> uten(ordre("heng"), INGENTING), traad -> new Thread(traad).start());
        }
        assertThat(alle.await(30, TimeUnit.SECONDS)).isTrue();

        assertThat(utfoer(ordre("heng"), INGENTING).melding()).contains("allerede 4 kommandoer");
        slipp.countDown();
    }

    @Test
    void anOrderOfAnotherVersionIsAnsweredInWords() throws IOException {
        lytt(Map.of());
        try (SocketChannel kanal = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            kanal.connect(Kanaladresse.av(mappe).adresse());
            Rammer rammer = new Rammer(kanal);
            rammer.skriv(Rammer.Slag.ORDRE, 99L);

            assertThat(rammer.les().utfall().melding()).contains("en annen versjon");
        }
    }

    @Test
    void theSocketIsTheOwnersAlone() throws IOException {
        lytt(Map.of());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(Kanaladresse.fil(mappe))))
                .isEqualTo("rw-------");
    }

    @Test
    void aFolderWithALongPathIsReachedToo() throws IOException {
        mappe = Files.createDirectories(mappe.resolve("m".repeat(120)).resolve("æ".repeat(60)));
        lytt(Map.of("ekko", utfoering -> utfoering.inn().transferTo(utfoering.ut())));

        assertThat(Kanaladresse.fil(mappe)).exists();
        assertThat(utfoer(ordre("ekko"), new ByteArrayInputStream("hei".getBytes(UTF_8))))
                .isEqualTo(Utfall.ok());
        assertThat(bruker.ut).hasToString("hei");
    }

    @Test
    void aSocketThatAKilledServerLeftIsNobody() throws IOException {
        Kanaladresse adresse = Kanaladresse.av(mappe);
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(adresse.adresse())
                .close();
        assertThat(Kanaladresse.fil(mappe)).exists();
        assertThat(Kanalklient.koble(mappe)).isEmpty();

        lytt(Map.of("ja", utfoering -> utfoering.melding("her")));
        assertThat(utfoer(ordre("ja"), INGENTING)).isEqualTo(Utfall.ok());
    }

    @Test
    void nonsenseOnTheSocketHarmsNobody() throws IOException {
        lytt(Map.of("ja", utfoering -> utfoering.melding("her")));
        Random tilfeldig = new Random(2);
        for (int i = 0; i < 50; i++) {
            byte[] stoey = new byte[1 + tilfeldig.nextInt(40)];
            tilfeldig.nextBytes(stoey);
            try (SocketChannel kanal = SocketChannel.open(StandardProtocolFamily.UNIX)) {
                kanal.connect(Kanaladresse.av(mappe).adresse());
                kanal.write(ByteBuffer.wrap(stoey));
                kanal.shutdownOutput();
                ventTilLukket(kanal);
            }
        }
        assertThat(utfoer(ordre("ja"), INGENTING)).isEqualTo(Utfall.ok());
    }

    private static void ventTilLukket(SocketChannel kanal) {
        try {
            assertThat(kanal.read(ByteBuffer.allocate(1))).isNegative();
        } catch (IOException brutt) {
            assertThat(brutt).hasMessage("Connection reset");
        }
    }

    private Utfall uten(Ordre ordre, InputStream inn) {
        try {
            return utfoer(ordre, inn);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void vent(CountDownLatch slipp) {
        try {
            slipp.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static class Bruker implements Mottaker {
        final ByteArrayOutputStream ut = new ByteArrayOutputStream();
        final List<String> meldinger = new ArrayList<>();
        final List<Long> ferdige = new ArrayList<>();
        final AtomicLong ialt = new AtomicLong();

        @Override
        public OutputStream ut() {
            return ut;
        }

        @Override
        public void melding(String linje) {
            meldinger.add(linje);
        }

        @Override
        public Framdrift framdrift() {
            return new Framdrift() {
                @Override
                public void ferdig(long antall) {
                    ferdige.add(antall);
                }

                @Override
                public void ialt(long antall) {
                    ialt.set(antall);
                }
            };
        }
    }
}
