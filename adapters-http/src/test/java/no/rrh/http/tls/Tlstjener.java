package no.rrh.http.tls;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.core.Response;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import no.rrh.application.port.in.HentTotalbestand;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.application.port.out.MinneInnsynslogg;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.domain.Eksempler;
import no.rrh.domain.innsyn.Innsynsnivaa;
import no.rrh.domain.innsyn.Innsynspolicy;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.Testbods;
import no.rrh.http.tjener.Testinnstillinger;
import no.rrh.http.tjener.Tjener;
import no.rrh.http.tjener.Tjenergrenser;
import no.rrh.http.totalbestand.Nedlastinger;
import no.rrh.http.totalbestand.TotalbestandRessurs;
import no.rrh.http.virksomhet.VirksomhetRessurs;

/** A server with TLS on a real socket, with one virksomhet and one file, and those who call it. */
final class Tlstjener implements Closeable {
    static final String OPPSLAG = "/api/virksomheter/313513408";
    static final String FIL = "/api/virksomheter/json";

    private static final Clock KLOKKE = Clock.systemUTC();
    private static final Konsument KONSUMENT = new Konsument(
            new Organisasjonsnummer("314208641"), Optional.empty(), "klient", Set.of(Scope.OFFENTLIG), Instant.MAX);

    final MinneInnsynslogg logg = new MinneInnsynslogg();
    final Sertifikatvakt vakt;
    final X509Certificate sertifikat;
    private final Path mappe;
    private final Tjener tjener;
    private final List<Closeable> aapne = new ArrayList<>();

    private Tlstjener(Path mappe, Tjenergrenser grenser) throws IOException {
        this.mappe = mappe;
        this.sertifikat = Testtls.selvutstedt(Testtls.EC, KLOKKE.instant(), Duration.ofDays(30));
        Sertifikatfiler filer = Testtls.filer(mappe, sertifikat, Testtls.EC.getPrivate());
        this.vakt = new Sertifikatvakt(filer, true, KLOKKE);
        this.tjener = Tjener.bind(
                Testinnstillinger.medTls(Duration.ofSeconds(5), grenser, vakt), KLOKKE, new SimpleMeterRegistry());
    }

    /** One that starts, and takes no requests yet. */
    static Tlstjener lukket(Path mappe, Tjenergrenser grenser) throws IOException {
        return new Tlstjener(mappe, grenser);
    }

    static Tlstjener start(Path mappe, Tjenergrenser grenser, int filstoerrelse) throws IOException {
        return start(mappe, grenser, filstoerrelse, straks());
    }

    static Tlstjener start(Path mappe, Tjenergrenser grenser, int filstoerrelse, HentVirksomhet oppslag)
            throws IOException {
        Tlstjener denne = lukket(mappe, grenser);
        Path fil = Files.write(mappe.resolve("fil.zip"), new byte[filstoerrelse]);
        HentTotalbestand totalbestand =
                (kaller, finnes) -> new Totalbestandfil(fil, filstoerrelse, 1, KLOKKE.instant(), "00".repeat(32));
        denne.tjener.aapne(
                headere -> KONSUMENT,
                () -> true,
                denne.logg,
                List.of(
                        new VirksomhetRessurs(oppslag, new V1Representasjon(), Testbods.representasjon()),
                        new TotalbestandRessurs(totalbestand, new Nedlastinger(1000)),
                        new Leser()));
        return denne;
    }

    /** Reads the body of a request to its end. */
    @jakarta.ws.rs.Path("/leser")
    public static final class Leser {
        @POST
        public Response les(InputStream kropp) throws IOException {
            return Response.ok(Integer.toString(kropp.readAllBytes().length).getBytes(StandardCharsets.US_ASCII))
                    .build();
        }
    }

    static HentVirksomhet straks() {
        return (kaller, forespoersel) -> Innsynspolicy.gjeldende(Eksempler.virksomhetMedAlt(), Innsynsnivaa.ALT)
                .orElseThrow();
    }

    int port() {
        return tjener.port();
    }

    long kallIGang() {
        return tjener.kallIGang();
    }

    /** Puts another certificate in the place of the one that is shown. */
    void bytt(X509Certificate annet) {
        Testtls.filer(mappe, annet, Testtls.EC.getPrivate());
    }

    static HttpClient klient(HttpClient.Version versjon, X509Certificate betrodd) {
        return HttpClient.newBuilder()
                .version(versjon)
                .sslContext(Testtls.klient(betrodd))
                .build();
    }

    HttpRequest.Builder kall(String sti) {
        return HttpRequest.newBuilder(URI.create("https://127.0.0.1:" + port() + sti))
                .timeout(Duration.ofSeconds(20));
    }

    /** On a connection of its own. */
    HttpResponse<byte[]> hent(HttpClient.Version versjon, String sti) {
        try {
            return klient(versjon, sertifikat).send(kall(sti).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A socket with little room for what it does not read, TLS not begun. */
    Socket socket() throws IOException {
        Socket socket = new Socket();
        aapne.add(socket);
        socket.setReceiveBufferSize(32 * 1024);
        socket.setSoTimeout(30_000);
        socket.connect(new InetSocketAddress("127.0.0.1", port()));
        return socket;
    }

    /** The same within TLS, where the client speaks one of these, or says nothing of what it speaks. */
    SSLSocket tls(String... protokoller) throws IOException {
        SSLSocket socket = (SSLSocket)
                Testtls.klient(sertifikat).getSocketFactory().createSocket(socket(), "127.0.0.1", port(), true);
        aapne.add(socket);
        if (protokoller.length > 0) {
            SSLParameters valg = socket.getSSLParameters();
            valg.setApplicationProtocols(protokoller);
            socket.setSSLParameters(valg);
        }
        socket.startHandshake();
        return socket;
    }

    /** A connection of HTTP/2 whose client has sent its settings, and reads nothing yet. */
    Rammer http2(int... innstillinger) throws IOException {
        Rammer rammer = new Rammer(tls("h2"), innstillinger);
        aapne.add(rammer);
        return rammer;
    }

    static void ventTil(String hva, BooleanSupplier vilkaar) {
        long frist = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!vilkaar.getAsBoolean()) {
            if (System.nanoTime() > frist) {
                throw new AssertionError("did not happen: " + hva);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    @Override
    public void close() {
        for (Closeable en : aapne) {
            try {
                en.close();
            } catch (IOException e) {
                // cut by the server already
            }
        }
        tjener.close();
        vakt.close();
    }
}
