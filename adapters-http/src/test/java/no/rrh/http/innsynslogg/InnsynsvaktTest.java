package no.rrh.http.innsynslogg;

import static no.rrh.domain.Eksempler.ORGANISASJONSNUMMER;
import static no.rrh.domain.Eksempler.REGISTRERT;
import static no.rrh.domain.Eksempler.organisasjonsnummer;
import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import no.rrh.application.port.in.Registerstatus;
import no.rrh.application.port.out.Innsynsfoering;
import no.rrh.application.port.out.Innsynsfoering.Fase;
import no.rrh.application.port.out.Innsynslogg;
import no.rrh.application.port.out.InnsynsloggenSvarerIkke;
import no.rrh.application.port.out.MinneRegister;
import no.rrh.application.port.out.StillbarKlokke;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Totalbestandformat;
import no.rrh.application.service.Adgangskontroll;
import no.rrh.application.service.Endringsloggfoelging;
import no.rrh.application.service.Endringslogglesing;
import no.rrh.application.service.Historikkoppslag;
import no.rrh.application.service.Personsoek;
import no.rrh.application.service.Totalbestandutlevering;
import no.rrh.application.service.Virksomhetsoppslag;
import no.rrh.domain.Eksempler;
import no.rrh.domain.innsyn.VistRegistrering;
import no.rrh.domain.registrering.Registerfoering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.tilgang.Avtaler;
import no.rrh.domain.tilgang.Hjemmel;
import no.rrh.domain.tilgang.Kaller;
import no.rrh.domain.tilgang.Konsument;
import no.rrh.domain.tilgang.Kontaktperson;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.tilgang.Scope;
import no.rrh.domain.tilgang.Tilgangsavtale;
import no.rrh.domain.tilgang.Ukjent;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.endringslogg.EndringsloggRessurs;
import no.rrh.http.endringslogg.Endringsstroemmer;
import no.rrh.http.endringslogg.Stroemgrenser;
import no.rrh.http.kvote.Kvote;
import no.rrh.http.kvote.Kvotekontroll;
import no.rrh.http.kvote.Kvoteslag;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.Testbods;
import no.rrh.http.tjener.Testinnstillinger;
import no.rrh.http.tjener.Tjener;
import no.rrh.http.tjener.Tjenergrenser;
import no.rrh.http.totalbestand.Nedlastinger;
import no.rrh.http.totalbestand.TotalbestandRessurs;
import no.rrh.http.totalbestand.TotalbestandV1Ressurs;
import no.rrh.http.virksomhet.HistorikkRessurs;
import no.rrh.http.virksomhet.SoekRessurs;
import no.rrh.http.virksomhet.VirksomhetRessurs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the innsynslogg is told of each kind of call, on real sockets, and what becomes of the answer when it cannot be. */
@Timeout(60)
class InnsynsvaktTest {
    private static final String A = "/api/virksomheter/" + ORGANISASJONSNUMMER.verdi();
    private static final String B = "/api/oppslag/v1/virksomheter/" + ORGANISASJONSNUMMER.verdi();
    private static final String FIL = "/api/virksomheter/json";
    private static final String PERSON = "05910298382";
    private static final String SOEK = "/api/oppslag/v1/virksomheter?foedselsnummer=" + PERSON;
    private static final String STROEM = "/api/oppslag/v1/endringslogg";
    private static final String SPORING = "4bf92f3577b34da6a3ce929d0e0e4736";

    private final HttpClient klient = HttpClient.newHttpClient();
    private final StillbarKlokke klokke = new StillbarKlokke(Instant.parse("2026-11-25T10:00:00Z"));
    private final MinneRegister register = new MinneRegister(klokke);
    private final Stillbar logg = new Stillbar();
    private final Endringsstroemmer stroemmer = new Endringsstroemmer(
            () -> new Registerstatus(Optional.of(register.siste())),
            klokke,
            new Stroemgrenser(5, 10, Duration.ofMillis(200)));
    private volatile boolean harAvtale = true;
    private Tjener tjener;

    @TempDir
    private Path mappe;

    /** A log that writes at once, never, or when it is let to. */
    private static final class Stillbar implements Innsynslogg {
        private final List<Innsynsfoering> foeringer = new CopyOnWriteArrayList<>();
        private final List<CompletableFuture<Void>> holdt = new CopyOnWriteArrayList<>();
        private volatile boolean holder;
        private volatile int svarerTil = Integer.MAX_VALUE;

        @Override
        public CompletionStage<Void> foer(Innsynsfoering foering) {
            foeringer.add(foering);
            CompletableFuture<Void> skrevet = new CompletableFuture<>();
            if (foeringer.size() > svarerTil) {
                skrevet.completeExceptionally(new InnsynsloggenSvarerIkke(new IOException("disk full 05910298382")));
            } else if (holder) {
                holdt.add(skrevet);
            } else {
                skrevet.complete(null);
            }
            return skrevet;
        }
    }

    @BeforeEach
    void start() throws IOException {
        les(Eksempler.virksomhetMedAlt());
        byte[] innhold = new byte[3_000_000];
        Path sti = Files.write(mappe.resolve("fil.zip"), innhold);
        Totalbestandfil bods = new Totalbestandfil(
                Totalbestandformat.BODS, sti, 500, 17, klokke.instant(), "cd".repeat(32), Optional.empty());
        Totalbestandfil fil = new Totalbestandfil(
                Totalbestandformat.JSON, sti, innhold.length, 17, klokke.instant(), "ab".repeat(32), Optional.of(bods));
        Adgangskontroll adgang = new Adgangskontroll(avtaler());
        V1Representasjon representasjon = new V1Representasjon();
        tjener = Tjener.bind(
                Testinnstillinger.av(Duration.ofSeconds(10), Tjenergrenser.STANDARD),
                klokke,
                new SimpleMeterRegistry());
        tjener.aapne(
                InnsynsvaktTest::kaller,
                () -> true,
                logg,
                List.of(
                        new VirksomhetRessurs(
                                new Virksomhetsoppslag(register, adgang), representasjon, Testbods.representasjon()),
                        new HistorikkRessurs(
                                new Historikkoppslag(register, adgang), representasjon, Testbods.representasjon()),
                        new SoekRessurs(new Personsoek(register, register, adgang), representasjon),
                        new TotalbestandRessurs(
                                new Totalbestandutlevering(
                                        arkivMed(fil),
                                        Set.of(Totalbestandformat.JSON),
                                        Operasjon.TOTALBESTAND_A,
                                        adgang),
                                new Nedlastinger(10)),
                        new TotalbestandV1Ressurs(
                                new Totalbestandutlevering(
                                        arkivMed(fil),
                                        EnumSet.allOf(Totalbestandformat.class),
                                        Operasjon.TOTALBESTAND_B,
                                        adgang),
                                new Nedlastinger(10)),
                        new EndringsloggRessurs(
                                new Endringslogglesing(register, adgang),
                                new Endringsloggfoelging(register, adgang),
                                stroemmer),
                        new Kvotekontroll(
                                Map.of(Kvoteslag.OPPSLAG, new Kvote(20, Duration.ofHours(1))), System::nanoTime)));
    }

    @AfterEach
    void lukk() {
        stroemmer.close();
        tjener.close();
    }

    private void les(RegistreringspliktigVirksomhet innlest) {
        register.skriv(skriving -> {
            skriving.lagre(
                    Registerfoering.innles(skriving.hent(innlest.organisasjonsnummer()), innlest, UUID::randomUUID));
            return null;
        });
    }

    /** The token is the name of a scope. */
    private static Kaller kaller(List<String> headere) {
        if (headere.isEmpty()) {
            return Ukjent.UTEN_TOKEN;
        }
        return Stream.of(Scope.values())
                .filter(scope -> headere.get(0).equals("Bearer " + scope))
                .findFirst()
                .<Kaller>map(scope -> new Konsument(
                        organisasjonsnummer(9),
                        Optional.of(organisasjonsnummer(8)),
                        "klient-9",
                        Set.of(scope),
                        Instant.MAX))
                .orElse(Ukjent.UGYLDIG_TOKEN);
    }

    private Avtaler avtaler() {
        Tilgangsavtale avtale = new Tilgangsavtale(
                5,
                organisasjonsnummer(9),
                Hjemmel.FORSKRIFT_C,
                "test",
                new Kontaktperson("SAKTE TASTATUR", "post@eksempel.no", "12345678"),
                List.of(),
                LocalDate.EPOCH,
                Optional.empty(),
                "sak",
                false);
        return new Avtaler() {
            @Override
            public boolean kreves() {
                return !harAvtale;
            }

            @Override
            public Optional<Tilgangsavtale> finn(Organisasjonsnummer consumer, Scope scope) {
                return harAvtale && scope == Scope.OFFENTLIG ? Optional.of(avtale) : Optional.empty();
            }
        };
    }

    private static Totalbestandarkiv arkivMed(Totalbestandfil fil) {
        return new Totalbestandarkiv() {
            @Override
            public Optional<Totalbestandfil> siste() {
                return Optional.of(fil);
            }

            @Override
            public Totalbestandfil lagre(
                    Set<Totalbestandformat> formater, Innhold innhold, Runnable fortsett, Runnable foerTjeneste) {
                throw new AssertionError("nothing makes a file here");
            }
        };
    }

    private HttpRequest.Builder kall(String sti, String token) {
        HttpRequest.Builder kall = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tjener.port() + sti))
                .timeout(Duration.ofSeconds(20))
                .header("traceparent", "00-" + SPORING + "-00f067aa0ba902b7-01");
        return token.isEmpty() ? kall : kall.header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder kall) {
        try {
            return klient.send(kall.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private Innsynsfoering eneste() {
        assertThat(logg.foeringer).hasSize(1);
        return logg.foeringer.get(0);
    }

    private static void vent(BooleanSupplier til) {
        long frist = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!til.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(frist);
            LockSupport.parkNanos(5_000_000);
        }
    }

    @Test
    void aLookUpIsToldOfWithEverythingShownAndEverythingThatLetItIn() {
        assertThat(send(kall(A, "OFFENTLIG")).statusCode()).isEqualTo(200);

        Innsynsfoering foering = eneste();
        assertThat(foering.tidspunkt()).isEqualTo(klokke.instant());
        assertThat(foering.operasjon()).isEqualTo("oppslag-a");
        assertThat(foering.fase()).isEqualTo(Fase.HEL);
        assertThat(foering.sporing()).isEqualTo(SPORING);
        assertThat(foering.utfall().navn()).isEqualTo("vist");
        assertThat(foering.utfall().status()).isEqualTo(OptionalInt.of(200));
        assertThat(foering.hvem().consumer()).contains(organisasjonsnummer(9));
        assertThat(foering.hvem().supplier()).contains(organisasjonsnummer(8));
        assertThat(foering.hvem().klientId()).contains("klient-9");
        assertThat(foering.hvem().scope()).contains("brreg:reelle/offentlig");
        assertThat(foering.hvem().hjemmel()).contains("forskrift-3-11-1-c");
        assertThat(foering.hvem().avtale()).hasValue(5);
        assertThat(foering.hva().organisasjonsnummer()).contains(ORGANISASJONSNUMMER);
        assertThat(foering.hva().viste())
                .containsExactly(new VistRegistrering(
                        Eksempler.virksomhetMedAlt().gjeldende().orElseThrow().registreringsid(), 1));
        assertThat(foering.hva().unntatteIFull()).isTrue();
    }

    @Test
    void aLookUpWithHistoryTellsOfEveryRegistrationAndThatTheUnntatteWereShielded() {
        harAvtale = true;
        assertThat(send(kall(B, "MEDIA")).statusCode()).isEqualTo(200);
        assertThat(eneste().hva().viste())
                .hasSize(Eksempler.virksomhetMedAlt().registreringer().size());
        assertThat(eneste().hva().unntatteIFull()).isFalse();
        assertThat(eneste().hvem().scope()).contains("brreg:reelle/media");
        assertThat(eneste().hvem().hjemmel()).isEmpty();
    }

    @Test
    void anUnchangedOneAndOneOfTheHeadersAloneAreLookUpsToo() {
        String etag = send(kall(A, "OFFENTLIG")).headers().firstValue("ETag").orElseThrow();
        logg.foeringer.clear();
        assertThat(send(kall(A, "OFFENTLIG").header("If-None-Match", etag)).statusCode())
                .isEqualTo(304);
        assertThat(eneste().utfall().navn()).isEqualTo("uendret");
        assertThat(eneste().hva().viste()).hasSize(1);
        logg.foeringer.clear();

        HttpResponse<String> hode = send(kall(A, "OFFENTLIG").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(hode.statusCode()).isEqualTo(200);
        assertThat(hode.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isPositive();
        assertThat(eneste().hva().viste()).hasSize(1);
        assertThat(eneste().hva().detaljer()).contains("metode=HEAD");
    }

    @ParameterizedTest
    @CsvSource({
        "/api/virksomheter/314208641, '', 403, false, avvist",
        "/api/virksomheter/314208641, tull, 403, false, avvist",
        "/api/oppslag/v1/virksomheter/314208641, '', 401, false, avvist",
        "/api/virksomheter/314208641, MEDIA, 403, true, avvist",
        "/api/virksomheter/314208642, OFFENTLIG, 400, true, avvist",
        "/api/virksomheter/974760673, OFFENTLIG, 404, true, ikke-funnet",
    })
    void refusalsAreToldOf(String sti, String token, int status, boolean kjent, String utfall) {
        assertThat(send(kall(sti, token)).statusCode()).isEqualTo(status);
        assertThat(eneste().utfall().status()).hasValue(status);
        assertThat(eneste().utfall().navn()).isEqualTo(utfall);
        assertThat(eneste().hvem().consumer().isPresent()).isEqualTo(kjent);
        assertThat(eneste().hva().viste()).isEmpty();
        assertThat(eneste().hva().organisasjonsnummer().map(Organisasjonsnummer::verdi))
                .isEqualTo(status == 400 ? Optional.empty() : Optional.of(sti.substring(sti.length() - 9)));
    }

    @Test
    void oneThatIsRefusedForItsFormatOrItsQuotaIsToldOf() {
        assertThat(send(kall(A, "OFFENTLIG").header("Accept", "text/html")).statusCode())
                .isEqualTo(406);
        assertThat(eneste().hva().viste()).isEmpty();
        for (int i = 1; i < 20; i++) {
            send(kall(A, "OFFENTLIG"));
        }
        logg.foeringer.clear();
        assertThat(send(kall(A, "OFFENTLIG")).statusCode()).isEqualTo(429);
        assertThat(eneste().utfall().status()).hasValue(429);
        assertThat(eneste().operasjon()).isEqualTo("oppslag-a");
        assertThat(eneste().hvem().consumer()).contains(organisasjonsnummer(9));
    }

    @Test
    void whoLacksAnAgreementIsRefusedWithHowToApplyAndToldOf() {
        harAvtale = false;
        HttpResponse<String> svar = send(kall(A, "OFFENTLIG"));
        assertThat(svar.statusCode()).isEqualTo(403);
        assertThat(svar.body())
                .contains("opendata.rrh@brreg.no", "organisasjonsnummer", "hjemmelen", "kontaktperson", "IP-adressene");
        assertThat(svar.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"insufficient_scope\"");
        assertThat(eneste().hvem().consumer()).contains(organisasjonsnummer(9));
        assertThat(eneste().hva().organisasjonsnummer()).contains(ORGANISASJONSNUMMER);
    }

    @Test
    void aSearchIsToldOfWithWhomAndWhatWasShown() {
        assertThat(send(kall(SOEK, "OFFENTLIG")).statusCode()).isEqualTo(200);
        assertThat(eneste().operasjon()).isEqualTo("soek-b");
        assertThat(eneste().hva().soekt()).contains(new Foedselsnummer(PERSON));
        assertThat(eneste().hva().viste()).isNotEmpty();
        logg.foeringer.clear();

        assertThat(send(kall(SOEK, "MEDIA")).statusCode()).isEqualTo(403);
        assertThat(eneste().hva().soekt()).contains(new Foedselsnummer(PERSON));
        assertThat(eneste().hva().viste()).isEmpty();
    }

    /** An answer that goes out in pieces: before each one, what it shows. */
    @Test
    void aLongSearchIsToldOfAsItGoesOn() {
        Set<UUID> alle = new HashSet<>();
        for (int i = 1; i <= 400; i++) {
            RegistreringspliktigVirksomhet virksomhet = Eksempler.virksomhet(
                    organisasjonsnummer(1000 + i), Eksempler.registrering(new UUID(3, i), REGISTRERT, true));
            les(virksomhet);
            if (virksomhet.harHatt(new Foedselsnummer(PERSON))) {
                alle.add(new UUID(3, i));
            }
        }
        HttpResponse<String> svar = send(kall(SOEK, "OFFENTLIG"));
        assertThat(svar.statusCode()).isEqualTo(200);
        vent(() -> logg.foeringer.get(logg.foeringer.size() - 1).fase() == Fase.AVSLUTTET);

        assertThat(logg.foeringer.get(0).fase()).isEqualTo(Fase.BEGYNT);
        assertThat(logg.foeringer).hasSizeGreaterThan(3);
        assertThat(logg.foeringer.subList(1, logg.foeringer.size() - 1))
                .allSatisfy(del -> assertThat(del.fase()).isEqualTo(Fase.DEL));
        Set<UUID> viste = new HashSet<>();
        logg.foeringer.forEach(foering -> foering.hva().viste().forEach(vist -> viste.add(vist.registreringsid())));
        assertThat(viste).containsAll(alle);
        assertThat(logg.foeringer)
                .allSatisfy(foering -> assertThat(foering.sporing()).isEqualTo(SPORING));
    }

    @Test
    void aPieceThatCannotBeToldOfIsNotSent() throws IOException {
        for (int i = 1; i <= 400; i++) {
            les(Eksempler.virksomhet(
                    organisasjonsnummer(1000 + i), Eksempler.registrering(new UUID(3, i), REGISTRERT, true)));
        }
        logg.svarerTil = 2;
        String svar = raa(SOEK, "OFFENTLIG");
        assertThat(svar).startsWith("HTTP/1.1 200");
        int fortalt = (int) logg.foeringer.subList(0, 2).stream()
                .flatMap(foering -> foering.hva().viste().stream())
                .count();
        assertThat(svar.split("\"registreringsid\"", -1).length - 1).isBetween(1, fortalt);
        assertThat(svar).doesNotEndWith("0\r\n\r\n");
    }

    private String raa(String sti, String token) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", tjener.port())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream()
                    .write(("GET " + sti + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer " + token
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream inn = socket.getInputStream();
            StringBuilder lest = new StringBuilder();
            byte[] del = new byte[8192];
            try {
                for (int antall = inn.read(del); antall >= 0; antall = inn.read(del)) {
                    lest.append(new String(del, 0, antall, StandardCharsets.ISO_8859_1));
                }
            } catch (IOException brutt) {
                // what came before it counts
            }
            return lest.toString();
        }
    }

    @Test
    void aDownloadIsToldOfWhenItBeginsAndWhenItEnds() {
        HttpResponse<String> svar = send(kall(FIL, "OFFENTLIG").header("Range", "bytes=0-99"));
        assertThat(svar.statusCode()).isEqualTo(206);
        vent(() -> logg.foeringer.size() == 2);

        Innsynsfoering begynt = logg.foeringer.get(0);
        assertThat(begynt.fase()).isEqualTo(Fase.BEGYNT);
        assertThat(begynt.operasjon()).isEqualTo("totalbestand-a");
        assertThat(begynt.hva().fil()).contains("ab".repeat(32));
        assertThat(begynt.hva().sekvensnummer()).hasValue(17);
        assertThat(begynt.hva().unntatteIFull()).isTrue();
        assertThat(begynt.hva().detaljer()).contains("omraade=0-99/3000000");
        Innsynsfoering slutt = logg.foeringer.get(1);
        assertThat(slutt.fase()).isEqualTo(Fase.AVSLUTTET);
        assertThat(slutt.utfall().navn()).isEqualTo("fullfoert");
        assertThat(slutt.hva().fil()).isEqualTo(begynt.hva().fil());
        assertThat(slutt.hva().detaljer()).contains("byte=100");
    }

    @Test
    void aDownloadOfBodsIsToldOfWithItsFormat() {
        String sti = "/api/oppslag/v1/virksomheter/totalbestand?format=bods";
        HttpResponse<String> svar = send(kall(sti, "OFFENTLIG").header("Range", "bytes=0-99"));
        assertThat(svar.statusCode()).isEqualTo(206);
        vent(() -> logg.foeringer.size() == 2);

        Innsynsfoering begynt = logg.foeringer.get(0);
        assertThat(begynt.operasjon()).isEqualTo("totalbestand-b");
        assertThat(begynt.hva().fil()).contains("cd".repeat(32));
        assertThat(begynt.hva().sekvensnummer()).hasValue(17);
        assertThat(begynt.hva().unntatteIFull()).isTrue();
        assertThat(begynt.hva().detaljer()).contains("format=bods omraade=0-99/500");
        assertThat(logg.foeringer.get(1).hva().detaljer()).contains("format=bods byte=100");
    }

    @Test
    void aDownloadThatIsBrokenOffIsToldOfAsThat() throws IOException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(16 * 1024);
            socket.connect(new InetSocketAddress("127.0.0.1", tjener.port()));
            socket.getOutputStream()
                    .write(("GET " + FIL + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer OFFENTLIG\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isPositive();
            socket.setSoLinger(true, 0);
        }
        vent(() -> logg.foeringer.size() == 2);
        assertThat(logg.foeringer.get(1).utfall().navn()).isEqualTo("brutt");
    }

    @Test
    void anEventStreamIsToldOfWhenItOpensAndWhenItCloses() throws IOException {
        Socket socket = stroem();
        vent(() -> logg.foeringer.size() == 1 && stroemmer.antall() == 1);
        assertThat(eneste().operasjon()).isEqualTo("endringslogg-b");
        assertThat(eneste().fase()).isEqualTo(Fase.BEGYNT);
        socket.close();
        // that nobody reads is seen when the next sign of life is sent
        vent(() -> {
            klokke.gaa(Duration.ofMillis(300));
            return logg.foeringer.size() == 2;
        });
        assertThat(logg.foeringer.get(1).fase()).isEqualTo(Fase.AVSLUTTET);
    }

    @Test
    void anEventStreamEndsWhenItsAgreementDoes() throws IOException {
        try (Socket socket = stroem()) {
            vent(() -> stroemmer.antall() == 1);
            harAvtale = false;
            vent(() -> stroemmer.antall() == 0);
            socket.setSoTimeout(20_000);
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .endsWith("0\r\n\r\n");
        }
        vent(() -> logg.foeringer.size() == 2);
        assertThat(logg.foeringer.get(1).utfall().navn()).isEqualTo("fullfoert");
    }

    private Socket stroem() throws IOException {
        Socket socket = new Socket("127.0.0.1", tjener.port());
        socket.getOutputStream()
                .write(("GET " + STROEM
                                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept: text/event-stream\r\nAuthorization: Bearer OFFENTLIG\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** 500 on A and 503 on B, and in neither anything of what was asked for. */
    @ParameterizedTest
    @CsvSource({"A, 500", "B, 503", "SOEK, 503", "FIL, 500", "STROEM, 503"})
    void nothingIsShownThatCannotBeToldOf(String hva, int status) {
        logg.svarerTil = 0;
        String sti = Map.of("A", A, "B", B, "SOEK", SOEK, "FIL", FIL, "STROEM", STROEM)
                .get(hva);
        HttpRequest.Builder kall = kall(sti, "OFFENTLIG");
        HttpResponse<String> svar = send(hva.equals("STROEM") ? kall.header("Accept", "text/event-stream") : kall);

        assertThat(svar.statusCode()).isEqualTo(status);
        assertThat(svar.body())
                .startsWith("{\"timestamp\"")
                .contains("\"status\":" + status, "\"trace\":\"" + SPORING)
                .doesNotContain(PERSON, "registreringsid", "disk");
        assertThat(svar.headers().map().keySet())
                .doesNotContain("etag", "content-range", "content-disposition", "rrh-sekvensnummer", "repr-digest");
        assertThat(svar.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(svar.headers().firstValue("Retry-After").isPresent()).isEqualTo(status == 503);
        vent(() -> stroemmer.antall() == 0);
    }

    @Test
    void theRefusedDownloadGivesItsPlaceBack() {
        logg.svarerTil = 0;
        for (int i = 0; i < 12; i++) {
            assertThat(send(kall(FIL, "OFFENTLIG")).statusCode()).isEqualTo(500);
        }
        logg.svarerTil = Integer.MAX_VALUE;
        assertThat(send(kall(FIL, "OFFENTLIG")).statusCode()).isEqualTo(200);
    }

    /** Not one byte before the entry is on the disk, and no thread is held meanwhile: more wait than there are threads. */
    @ParameterizedTest
    @ValueSource(strings = {"A", "B", "FIL"})
    void noAnswerLeavesBeforeItHasBeenToldOf(String hva) throws Exception {
        String sti = Map.of("A", A, "B", B, "FIL", FIL).get(hva);
        logg.holder = true;
        List<CompletableFuture<HttpResponse<String>>> svar = Stream.generate(
                        () -> klient.sendAsync(kall(sti, "OFFENTLIG").build(), HttpResponse.BodyHandlers.ofString()))
                .limit(sti.equals(FIL) ? 10 : 19)
                .toList();
        vent(() -> logg.holdt.size() == svar.size());
        LockSupport.parkNanos(100_000_000);
        assertThat(svar).noneMatch(CompletableFuture::isDone);
        assertThat(logg.foeringer).hasSize(svar.size());

        logg.holder = false;
        logg.holdt.forEach(skrevet -> skrevet.complete(null));
        for (CompletableFuture<HttpResponse<String>> en : svar) {
            assertThat(en.get(20, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
        }
    }
}
