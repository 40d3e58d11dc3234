package no.rrh.bootstrap.kobling;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import no.rrh.application.port.in.BegynnGenerasjon;
import no.rrh.application.port.in.EksporterRegister;
import no.rrh.application.port.in.FinnVirksomheter;
import no.rrh.application.port.in.FoelgEndringslogg;
import no.rrh.application.port.in.ForvaltTilgang;
import no.rrh.application.port.in.GenererRegister;
import no.rrh.application.port.in.HentEndringslogg;
import no.rrh.application.port.in.HentRegisterstatus;
import no.rrh.application.port.in.HentSekvensnummer;
import no.rrh.application.port.in.HentTotalbestand;
import no.rrh.application.port.in.HentTotalbestandstatus;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.application.port.in.ImporterRegister;
import no.rrh.application.port.in.LagTotalbestand;
import no.rrh.application.port.in.SjekkKlarhet;
import no.rrh.application.port.in.SoekInnsyn;
import no.rrh.application.port.out.Bestand;
import no.rrh.application.port.out.Innsynslogg;
import no.rrh.application.port.out.Linjerepresentasjon;
import no.rrh.application.port.out.Replikastatus;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.application.service.Adgangskontroll;
import no.rrh.application.service.Avtaleforvaltning;
import no.rrh.application.service.Avtaleoversikt;
import no.rrh.application.service.Endringsloggfoelging;
import no.rrh.application.service.Endringslogglesing;
import no.rrh.application.service.Generasjonsskifte;
import no.rrh.application.service.Historikkoppslag;
import no.rrh.application.service.Innsynssoek;
import no.rrh.application.service.Klarhetssjekk;
import no.rrh.application.service.Personsoek;
import no.rrh.application.service.Registereksport;
import no.rrh.application.service.Registergenerering;
import no.rrh.application.service.Registerimport;
import no.rrh.application.service.Registertilsyn;
import no.rrh.application.service.Sekvensnummeroppslag;
import no.rrh.application.service.Totalbestandoversikt;
import no.rrh.application.service.Totalbestandproduksjon;
import no.rrh.application.service.Totalbestandutlevering;
import no.rrh.application.service.Uoverensstemmelsemottak;
import no.rrh.application.service.Virksomhetsoppslag;
import no.rrh.bootstrap.config.Databaseinnstillinger;
import no.rrh.bootstrap.config.Innstilling;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.config.Innstillingsfeil;
import no.rrh.bootstrap.config.Miljoe;
import no.rrh.bootstrap.fornyelse.Fornyelsesplan;
import no.rrh.bootstrap.fornyelse.Produksjonslogg;
import no.rrh.bootstrap.fornyelse.Totalbestandvakt;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.Registreringsid;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.bods.BodsRepresentasjon;
import no.rrh.http.representasjon.lesing.V1Leser;
import no.rrh.persistence.arkiv.Filarkiv;
import no.rrh.persistence.innsynslogg.Loggarkiv;
import no.rrh.persistence.innsynslogg.Segmentlogg;
import no.rrh.persistence.register.Databaseadresse;
import no.rrh.persistence.register.H2Kopiering;
import no.rrh.persistence.register.H2Register;
import no.rrh.persistence.register.Kontrollsummering;
import no.rrh.persistence.register.Lagerinnstillinger;
import no.rrh.persistence.register.Postgresregister;
import no.rrh.persistence.register.Registerlager;

/** The use cases, wired to the adapters over one data folder. */
public final class Rrh implements AutoCloseable {
    private final Datamappe data;
    private final Clock klokke = Clock.systemUTC();
    private final V1Representasjon representasjon = new V1Representasjon();
    private final Registerlager lager;
    private final Virksomhetsregister register;
    private final Totalbestandarkiv arkiv;
    private final Totalbestandproduksjon produksjon;
    private final Optional<Fornyelsesplan> fornyelsesplan;
    private final Optional<Segmentlogg> segmentlogg;
    private final Avtaleoversikt avtaler;
    private final Adgangskontroll adgang;
    private final Innstillinger innstillinger;
    private final MeterRegistry maalere;

    private Rrh(Datamappe data, Innstillinger innstillinger, Lagerinnstillinger lagring, MeterRegistry maalere) {
        this.data = data;
        this.innstillinger = innstillinger;
        this.maalere = maalere;
        data.lukkFiler();
        this.lager = lager(data, innstillinger, lagring, klokke);
        lager.maal(maalere);
        this.register = lager.virksomhetsregister();
        this.fornyelsesplan = innstillinger.fornyelsesplan();
        try {
            this.arkiv = new Filarkiv(totalbestandmappe(), innstillinger.oppbevaring(), klokke);
            this.segmentlogg = innstillinger
                    .tilgang()
                    .innsynslogg()
                    .map(valg -> Segmentlogg.aapne(innstillinger.tilgang().innsynsloggmappe(), valg, klokke));
        } catch (RuntimeException e) {
            lager.close();
            throw e;
        }
        segmentlogg.ifPresent(logg -> logg.maal(maalere));
        this.avtaler = new Avtaleoversikt(
                lager.tilgangsregister(),
                innstillinger.miljoe().navn(),
                innstillinger.tilgang().krev(),
                klokke,
                System::nanoTime);
        this.adgang = new Adgangskontroll(avtaler);
        this.produksjon = new Totalbestandproduksjon(
                register,
                representasjon,
                Optional.<Linjerepresentasjon>of(bods()::linjer).filter(bods -> innstillinger.bods()),
                arkiv,
                lager.produksjonsrett(innstillinger.database().leie(), System::nanoTime),
                klokke);
    }

    private static Registerlager lager(
            Datamappe data, Innstillinger innstillinger, Lagerinnstillinger lagring, Clock klokke) {
        Databaseinnstillinger database = innstillinger.database();
        return database.adresse()
                .<Registerlager>map(adresse -> Postgresregister.aapne(
                        adresse,
                        database.replikaer(),
                        innstillinger.miljoe().navn(),
                        klokke,
                        Lagerinnstillinger.POSTGRESQL))
                .orElseGet(() -> H2Register.aapne(data.register(), klokke, lagring));
    }

    /** Opens what lies in the data folder, and makes what is not there; one process at a time can. */
    public static Rrh aapne(Innstillinger innstillinger) {
        return aapne(innstillinger, Lagerinnstillinger.STANDARD, new SimpleMeterRegistry());
    }

    /** As {@link #aapne}, for a server, whose parts tell the meters of themselves. */
    static Rrh aapneForTjener(Innstillinger innstillinger, MeterRegistry maalere) {
        return aapne(innstillinger, Lagerinnstillinger.TJENER, maalere);
    }

    private static Rrh aapne(Innstillinger innstillinger, Lagerinnstillinger lagring, MeterRegistry maalere) {
        return new Rrh(Datamappe.aapne(innstillinger.data(), innstillinger.miljoe()), innstillinger, lagring, maalere)
                .medAltSomErUtlevert();
    }

    /** Opens what lies in the data folder, where there is a register. */
    public static Rrh aapneDenSomFinnes(Innstillinger innstillinger) {
        return aapneHentetTilbake(innstillinger).medAltSomErUtlevert();
    }

    /** As {@link #aapneDenSomFinnes}, also where changes that were handed out have been lost. */
    public static Rrh aapneHentetTilbake(Innstillinger innstillinger) {
        innstillinger.database().adresse().ifPresent(Rrh::krevRegister);
        return new Rrh(
                Datamappe.finn(innstillinger), innstillinger, Lagerinnstillinger.STANDARD, new SimpleMeterRegistry());
    }

    /** Looked for before anything is made: a database that was named by mistake would be given tables. */
    private static void krevRegister(Databaseadresse adresse) {
        if (!Postgresregister.finnes(adresse)) {
            throw new Innstillingsfeil("det er ikke noe register i databasen " + adresse.navn()
                    + "; start serveren på den med «serve» først, eller rett " + Innstilling.DB_URL.flagg());
        }
    }

    /** A register that has lost changes it has handed out would hand out their numbers once more. */
    private Rrh medAltSomErUtlevert() {
        try {
            krevIkkeEldreEnnArkivet();
            return this;
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private void krevIkkeEldreEnnArkivet() {
        long iArkivet = arkiv.siste().map(Totalbestandfil::sekvensnummer).orElse(0L);
        // the very last, also where it is not seen everywhere yet
        long iRegisteret = register.lesBestand(Bestand::sekvensnummer);
        if (iRegisteret < iArkivet) {
            throw new Registerkonflikt("registeret slutter ved endring " + iRegisteret
                    + ", men totalbestanden er laget ved "
                    + iArkivet
                    + ": endringer som er utlevert, er borte. Er registeret hentet tilbake fra en sikkerhetskopi, kjør kommandoen"
                    + " ny-generasjon; ellers er det byttet ut eller skadet, og må hentes tilbake");
        }
    }

    Clock klokke() {
        return klokke;
    }

    Datamappe data() {
        return data;
    }

    /** Where the files of totalbestand lie. */
    Path totalbestandmappe() {
        return innstillinger.database().totalbestandmappe().orElseGet(data::totalbestand);
    }

    Miljoe miljoe() {
        return innstillinger.miljoe();
    }

    Kontrollsummering kontrollsummering() {
        return lager.kontrollsummering();
    }

    /** Copies the register's file; absent where it is in no file of ours. */
    Optional<H2Kopiering> kopiering() {
        return lager.kopiering();
    }

    BodsRepresentasjon bods() {
        return new BodsRepresentasjon(lager.pseudonymisering());
    }

    V1Representasjon representasjon() {
        return representasjon;
    }

    Testregister testregister() {
        return new Testregister(register, importer(), new Uoverensstemmelsemottak(register, klokke));
    }

    HentVirksomhet hentVirksomhet() {
        return new Virksomhetsoppslag(register, adgang);
    }

    HentTotalbestand hentTotalbestand(Operasjon paaFlaten) {
        return new Totalbestandutlevering(arkiv, produksjon.formater(), paaFlaten, adgang);
    }

    HentVirksomhet hentHistorikk() {
        return new Historikkoppslag(register, adgang);
    }

    FinnVirksomheter finnVirksomheter() {
        return new Personsoek(register, lager.personindeks(), adgang);
    }

    FoelgEndringslogg foelgEndringslogg() {
        return new Endringsloggfoelging(lager.endringslogg(), adgang);
    }

    HentEndringslogg hentEndringslogg() {
        return new Endringslogglesing(lager.endringslogg(), adgang);
    }

    HentSekvensnummer hentSekvensnummer() {
        return new Sekvensnummeroppslag(lager.endringslogg(), adgang);
    }

    /** The agreements on access, as they were a moment ago. */
    Avtaleoversikt avtaler() {
        return avtaler;
    }

    ForvaltTilgang forvaltTilgang() {
        return new Avtaleforvaltning(
                lager.tilgangsregister(), klokke, innstillinger.miljoe().navn(), innstillinger.miljoe() == Miljoe.TEST);
    }

    /** Has the log of the server tell of checkpoints of the innsynslogg, which so are kept elsewhere too. */
    void siFraOmSjekkpunkter() {
        segmentlogg.ifPresent(Segmentlogg::siFraOmSjekkpunkter);
    }

    /** Tells of who was shown what. */
    Innsynslogg innsynslogg() {
        return segmentlogg.<Innsynslogg>map(logg -> logg).orElse(foering -> CompletableFuture.completedFuture(null));
    }

    /**
     * Looks into the innsynslogg.
     *
     * @param mapper those of other instances
     */
    SoekInnsyn soekInnsyn(List<Path> mapper) {
        List<Path> alle = new ArrayList<>(mapper);
        segmentlogg.ifPresent(egen -> alle.add(0, innstillinger.tilgang().innsynsloggmappe()));
        return new Innsynssoek(new Loggarkiv(alle, klokke), lager.personhistorikk(), register);
    }

    /** How it stands with the read replicas. */
    List<Replikastatus> replikaer() {
        return lager.replikaer();
    }

    SjekkKlarhet sjekkKlarhet() {
        return new Klarhetssjekk(register);
    }

    HentRegisterstatus hentRegisterstatus() {
        return new Registertilsyn(lager.endringslogg(), lager::replikaer);
    }

    /** Makes a totalbestand; one at a time, whoever asks. */
    public LagTotalbestand lagTotalbestand() {
        return new Produksjonslogg(produksjon, maalere);
    }

    /** How it stands with the totalbestand. */
    public HentTotalbestandstatus totalbestandstatus() {
        return new Totalbestandoversikt(
                arkiv, produksjon, () -> fornyelsesplan.map(plan -> plan.neste(klokke.instant())));
    }

    /** Renews the totalbestand from when it is started. */
    Totalbestandvakt totalbestandvakt() {
        return new Totalbestandvakt(
                new Produksjonslogg(produksjon, maalere),
                totalbestandstatus(),
                produksjon.formater(),
                fornyelsesplan,
                klokke);
    }

    /** Has the innsynslogg tell of a command that is about to be carried out. */
    public void foerKommando(String navn, String bruker) {
        new Kommandofoering(innsynslogg(), klokke)
                .foer(Map.of(Registeroppdrag.KOMMANDO, navn, Registeroppdrag.BRUKER, bruker));
    }

    /** Begins a new generation of the endringslogg. */
    public BegynnGenerasjon begynnGenerasjon() {
        return new Generasjonsskifte(register, arkiv, klokke);
    }

    /** Imports a file. */
    public ImporterRegister importer() {
        SecureRandom tilfeldig = new SecureRandom();
        Supplier<UUID> nyId = () -> Registreringsid.ny(klokke.instant(), tilfeldig);
        return new Registerimport(new V1Leser(), register, nyId, klokke);
    }

    /** Exports the register with its history. */
    public EksporterRegister eksporter() {
        return new Registereksport(register, representasjon);
    }

    /** Makes files of synthetic registers, for which no register is needed. */
    public static GenererRegister genererRegister() {
        return new Registergenerering(new V1Representasjon());
    }

    /** Gives back to the disk what the register takes and does not use, which an import leaves much of. */
    public void krympRegisteret() {
        lager.krymp();
    }

    @Override
    public void close() {
        segmentlogg.ifPresent(Segmentlogg::close);
        lager.close();
    }
}
