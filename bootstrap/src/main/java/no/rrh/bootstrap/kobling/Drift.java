package no.rrh.bootstrap.kobling;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import no.rrh.application.port.out.Innsynslogg;
import no.rrh.application.service.Avtaleoversikt;
import no.rrh.application.service.Misbruksvakt;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.config.Innstillingsfeil;
import no.rrh.bootstrap.config.Miljoe;
import no.rrh.bootstrap.fornyelse.Totalbestandvakt;
import no.rrh.bootstrap.kanal.Kanaltjener;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.domain.virksomhet.Organisasjonsnummer;
import no.rrh.http.dokumentasjon.DokumentasjonRessurs;
import no.rrh.http.dokumentasjon.ForsideRessurs;
import no.rrh.http.dokumentasjon.OpenapiRessurs;
import no.rrh.http.dokumentasjon.SwaggerRessurs;
import no.rrh.http.endringslogg.EndringsloggRessurs;
import no.rrh.http.endringslogg.Endringsstroemmer;
import no.rrh.http.endringslogg.SekvensnummerRessurs;
import no.rrh.http.forvaltning.Driftshelse;
import no.rrh.http.forvaltning.Forvaltningssvar;
import no.rrh.http.forvaltning.Forvaltningstjener;
import no.rrh.http.innsynsside.InnsynssideRessurs;
import no.rrh.http.ipfilter.Adressekontroll;
import no.rrh.http.ipfilter.Avtaleadresser;
import no.rrh.http.ipfilter.Ipfilter;
import no.rrh.http.kodeliste.KodelisteRessurs;
import no.rrh.http.kvote.Kvotekontroll;
import no.rrh.http.maskinporten.LokalMaskinporten;
import no.rrh.http.maskinporten.LokaltTokenRessurs;
import no.rrh.http.maskinporten.MaskinportenRessurs;
import no.rrh.http.maskinporten.TokenRessurs;
import no.rrh.http.sikkerhet.Autentisering;
import no.rrh.http.sikkerhet.MaskinportenAutentisering;
import no.rrh.http.sikkerhet.MaskinportenNoekler;
import no.rrh.http.sikkerhet.Noekkelkilde;
import no.rrh.http.sikkerhet.Utsteder;
import no.rrh.http.tjener.Tjener;
import no.rrh.http.tjener.Tjenerinnstillinger;
import no.rrh.http.tls.Sertifikatvakt;
import no.rrh.http.totalbestand.Nedlastinger;
import no.rrh.http.totalbestand.TotalbestandRessurs;
import no.rrh.http.totalbestand.TotalbestandV1Ressurs;
import no.rrh.http.virksomhet.HistorikkRessurs;
import no.rrh.http.virksomhet.SoekRessurs;
import no.rrh.http.virksomhet.VirksomhetRessurs;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server, running. */
public final class Drift implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Drift.class);

    private final Innstillinger innstillinger;
    /** What is open, the last opened first: so it is closed. */
    private final Deque<AutoCloseable> aapne = new ArrayDeque<>();

    private final Driftsoversikt oversikt;

    /** Known once the register is open; the server binds before that, and lets nobody in. */
    private final AtomicReference<Avtaleoversikt> avtaler = new AtomicReference<>();

    private final Ipfilter ipfilter;
    private final Optional<Sertifikatvakt> sertifikat;
    private final Metrikker metrikker = new Metrikker();

    private URI adresse;
    private Optional<URI> forvaltning = Optional.empty();

    private Drift(Innstillinger innstillinger) {
        this.innstillinger = innstillinger;
        this.oversikt = new Driftsoversikt(innstillinger.miljoe(), Clock.systemUTC());
        Ipfilter oppsatt = innstillinger.tilgang().ipfilter().orElseGet(Ipfilter::aapent);
        this.ipfilter = innstillinger.tilgang().filtrererPaaAvtaler()
                ? oppsatt.med(new Avtaleadresser(this::avtalteAdresser))
                : oppsatt;
        // Before anything is opened, since it is what is most often wrong
        this.sertifikat = innstillinger
                .tls()
                .filer()
                .map(filer -> new Sertifikatvakt(filer, innstillinger.miljoe() != Miljoe.LOKAL, Clock.systemUTC()));
    }

    /**
     * Starts, and returns when look-ups are answered.
     *
     * @throws Innstillingsfeil when a setting does not let it start
     */
    public static Drift start(Innstillinger innstillinger) {
        boolean lokal = innstillinger.miljoe() == Miljoe.LOKAL;
        if (!lokal && innstillinger.utsteder().isEmpty()) {
            throw new Innstillingsfeil("maskinporten.utsteder (" + Innstilling.MASKINPORTEN_UTSTEDER.flagg()
                    + ") må settes i miljøet " + innstillinger.miljoe().navn()
                    + ", for eksempel https://maskinporten.no/");
        }
        if (innstillinger.miljoe() == Miljoe.TEST
                && innstillinger.tilgang().ipfilter().isEmpty()) {
            throw new Innstillingsfeil("ipfilter.tillat (" + Innstilling.IPFILTER_TILLAT.flagg()
                    + ") må settes i miljøet test, med IP-adressene og CIDR-områdene som slippes inn, for eksempel"
                    + " 192.0.2.0/24,2001:db8::/32");
        }
        advarOmEgneFiler(innstillinger);
        Drift drift = new Drift(innstillinger);
        try {
            drift.aapen(Produksjonskrav.kontroller(innstillinger));
            drift.start(lokal);
            return drift;
        } catch (RuntimeException e) {
            drift.close();
            throw e;
        }
    }

    /** Whoever runs one instance alone may leave it so. */
    static void advarOmEgneFiler(Innstillinger innstillinger) {
        if (innstillinger.database().adresse().isPresent()
                && innstillinger.database().totalbestandmappe().isEmpty()) {
            LOG.warn(
                    "With the register in a database, instances must share the folder of the files: {} is not set",
                    Innstilling.TOTALBESTAND_MAPPE.noekkel());
        }
    }

    private void start(boolean lokal) {
        aapen(metrikker);
        metrikker.foelg(oversikt::naa, Clock.systemUTC());
        innstillinger.forvaltningsport().ifPresent(this::bindForvaltning);
        // The two slow parts of a start, side by side
        CompletableFuture<Rrh> aapning = CompletableFuture.supplyAsync(
                () -> Rrh.aapneForTjener(innstillinger, metrikker.maalere()), Drift::egenTraad);
        aapen(() -> lukk(aapning));
        Tjener tjener = aapen(bind());
        adresse = adresse(tjener.port());
        oversikt.settTjener(tjener, adresse);
        sertifikat.ifPresent(vakt -> {
            aapen(vakt).start();
            metrikker.foelg(vakt, Clock.systemUTC());
        });
        Rrh rrh = resultat(aapning);
        rrh.siFraOmSjekkpunkter();
        metrikker.foelg(rrh::replikaer);
        aapen(Avtalevakt.start(rrh.avtaler()));
        avtaler.set(rrh.avtaler());
        oversikt.settRegister(rrh.hentRegisterstatus(), rrh.totalbestandstatus());
        Endringsstroemmer stroemmer = aapen(new Endringsstroemmer(
                rrh.hentRegisterstatus(), rrh.klokke(), innstillinger.grenser().stroemmer()));
        Nedlastinger nedlastinger = new Nedlastinger(innstillinger.grenser().nedlastinger());
        metrikker.foelg(stroemmer, nedlastinger);
        List<Object> ressurser = ressurser(rrh, stroemmer, nedlastinger, lokal);
        if (innstillinger.innsynsside()) {
            ressurser.add(new InnsynssideRessurs(lokal));
        }
        Autentisering autentisering = lokal ? lokal(rrh, ressurser) : maskinporten(rrh);
        tjener.aapne(autentisering, rrh.sjekkKlarhet(), medMisbruksvakt(rrh.innsynslogg()), ressurser);
        Totalbestandvakt vakt = aapen(rrh.totalbestandvakt());
        vakt.start();
        Kanaltjener kommandoer = aapen(Kanaltjener.start(rrh.data().rot(), Registeroppdrag.paa(rrh)));
        // Closed in the reverse order, but the door is shut first of all
        aapne.remove(tjener);
        aapne.push(tjener);
        // What takes long is given up while the requests in flight finish
        aapen(vakt::be);
        aapen(kommandoer::stans);
        // and what would go on for ever is ended
        aapen(stroemmer::stans);
    }

    /** Not one of those that all share, which are few, and are not to wait for disks and databases. */
    private static void egenTraad(Runnable aapning) {
        new Thread(aapning, "aapning").start();
    }

    private Innsynslogg medMisbruksvakt(Innsynslogg logg) {
        return new Misbruksvakt(
                logg, innstillinger.tilgang().sveip(), innstillinger.tilgang().unntatte(), metrikker, System::nanoTime);
    }

    private Map<Organisasjonsnummer, Set<String>> avtalteAdresser() {
        Avtaleoversikt naa = avtaler.get();
        return naa == null ? Map.of() : naa.adresser();
    }

    private List<Object> ressurser(Rrh rrh, Endringsstroemmer stroemmer, Nedlastinger nedlastinger, boolean lokal) {
        return new ArrayList<>(List.of(
                new VirksomhetRessurs(rrh.hentVirksomhet(), rrh.representasjon(), rrh.bods()),
                new TotalbestandRessurs(rrh.hentTotalbestand(Operasjon.TOTALBESTAND_A), nedlastinger),
                new HistorikkRessurs(rrh.hentHistorikk(), rrh.representasjon(), rrh.bods()),
                new SoekRessurs(rrh.finnVirksomheter(), rrh.representasjon()),
                new TotalbestandV1Ressurs(rrh.hentTotalbestand(Operasjon.TOTALBESTAND_B), nedlastinger),
                new SekvensnummerRessurs(rrh.hentSekvensnummer()),
                new EndringsloggRessurs(rrh.hentEndringslogg(), rrh.foelgEndringslogg(), stroemmer),
                new KodelisteRessurs(),
                new OpenapiRessurs(),
                new SwaggerRessurs(lokal),
                new DokumentasjonRessurs(),
                new ForsideRessurs(innstillinger.innsynsside(), lokal),
                new Adressekontroll(ipfilter),
                new Kvotekontroll(innstillinger.grenser().kvoter(), System::nanoTime)));
    }

    private Tjener bind() {
        try {
            return Tjener.bind(
                    new Tjenerinnstillinger(
                            innstillinger.adresse(),
                            innstillinger.port(),
                            innstillinger.stopptid(),
                            innstillinger.grenser().tjener(),
                            ipfilter,
                            sertifikat,
                            innstillinger.hurtigvei()),
                    Clock.systemUTC(),
                    metrikker.maalere());
        } catch (IOException e) {
            throw new Innstillingsfeil("porten " + innstillinger.port() + " på " + innstillinger.adresse()
                    + " kan ikke brukes: den er opptatt, eller brukeren har ikke lov til å lytte på den");
        }
    }

    /** First of all, so that it tells how the start goes, and is closed last. */
    private void bindForvaltning(int port) {
        Clock klokke = Clock.systemUTC();
        try {
            forvaltning = Optional.of(aapen(Forvaltningstjener.bind(port, forvaltningsstier(klokke), klokke))
                    .adresse());
        } catch (IOException e) {
            throw new Innstillingsfeil(
                    "forvaltning.port " + port + " på loopback kan ikke brukes: den er opptatt, eller"
                            + " brukeren har ikke lov til å lytte på den; sett en annen, eller av");
        }
    }

    private Map<String, Supplier<Forvaltningssvar>> forvaltningsstier(Clock klokke) {
        Map<String, Supplier<Forvaltningssvar>> stier = new HashMap<>(new Driftshelse(oversikt::naa, klokke).stier());
        stier.put("/metrikk", metrikker::svar);
        return stier;
    }

    private static void lukk(CompletableFuture<Rrh> aapning) {
        aapning.exceptionally(feil -> null)
                .thenAccept(rrh -> Optional.ofNullable(rrh).ifPresent(Rrh::close))
                .join();
    }

    private static Rrh resultat(CompletableFuture<Rrh> aapning) {
        try {
            return aapning.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException aarsak ? aarsak : e;
        }
    }

    private Autentisering lokal(Rrh rrh, List<Object> ressurser) {
        LokalMaskinporten lokal = LokalMaskinporten.aapne(rrh.data().maskinporten(), rrh.klokke());
        URI utsteder = adresse.resolve("/maskinporten/");
        lokal.settUtsteder(utsteder);
        ressurser.add(new MaskinportenRessurs(lokal));
        ressurser.add(new LokaltTokenRessurs(lokal));
        ressurser.add(new TokenRessurs(lokal.tokenutveksling(innstillinger.ca())));
        rrh.testregister().fyllOmTomt();
        return autentisering(new Utsteder(utsteder.toString()), lokal.noekler(), rrh);
    }

    private Autentisering maskinporten(Rrh rrh) {
        Utsteder utsteder = innstillinger.utsteder().orElseThrow();
        return autentisering(
                utsteder,
                aapen(MaskinportenNoekler.start(
                        utsteder, MaskinportenNoekler.STANDARD_INTERVALL, rrh.klokke(), metrikker.maalere())),
                rrh);
    }

    private Autentisering autentisering(Utsteder utsteder, Noekkelkilde noekler, Rrh rrh) {
        oversikt.settNoekler(noekler);
        return new MaskinportenAutentisering(
                utsteder,
                innstillinger.audience(),
                noekler,
                rrh.klokke(),
                MaskinportenAutentisering.STANDARD_HUSKEDE,
                metrikker.maalere());
    }

    private <T extends AutoCloseable> T aapen(T del) {
        aapne.push(del);
        return del;
    }

    private URI adresse(int port) {
        String vert = innstillinger.adresse();
        if (vert.equals("0.0.0.0") || vert.equals("::")) {
            vert = "127.0.0.1";
        }
        return URI.create((sertifikat.isPresent() ? "https://" : "http://")
                + (vert.contains(":") ? "[" + vert + "]" : vert) + ":" + port);
    }

    /** Where the API answers. */
    public URI adresse() {
        return adresse;
    }

    /** Where the management port answers; absent when it is turned off. */
    public Optional<URI> forvaltning() {
        return forvaltning;
    }

    /** Refuses new requests, lets those in flight finish, and closes everything. */
    @Override
    public void close() {
        while (!aapne.isEmpty()) {
            AutoCloseable del = aapne.pop();
            try {
                del.close();
            } catch (Exception e) {
                LOG.error("Could not close {}", del.getClass().getSimpleName(), e);
            }
        }
    }
}
