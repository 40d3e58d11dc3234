package no.rrh.bootstrap.kobling;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import no.rrh.application.port.in.EksporterRegister;
import no.rrh.application.port.in.FinnVirksomheter;
import no.rrh.application.port.in.HentEndringslogg;
import no.rrh.application.port.in.HentRegisterstatus;
import no.rrh.application.port.in.HentSekvensnummer;
import no.rrh.application.port.in.HentTotalbestand;
import no.rrh.application.port.in.HentTotalbestandstatus;
import no.rrh.application.port.in.HentVirksomhet;
import no.rrh.application.port.in.ImporterRegister;
import no.rrh.application.port.in.LagTotalbestand;
import no.rrh.application.port.in.SjekkKlarhet;
import no.rrh.application.port.out.Totalbestandarkiv;
import no.rrh.application.port.out.Totalbestandfil;
import no.rrh.application.port.out.Virksomhetsregister;
import no.rrh.application.service.Endringslogglesing;
import no.rrh.application.service.Historikkoppslag;
import no.rrh.application.service.Klarhetssjekk;
import no.rrh.application.service.Personsoek;
import no.rrh.application.service.Registereksport;
import no.rrh.application.service.Registerimport;
import no.rrh.application.service.Registertilsyn;
import no.rrh.application.service.Sekvensnummeroppslag;
import no.rrh.application.service.Totalbestandoversikt;
import no.rrh.application.service.Totalbestandproduksjon;
import no.rrh.application.service.Totalbestandutlevering;
import no.rrh.application.service.Virksomhetsoppslag;
import no.rrh.bootstrap.config.Innstillinger;
import no.rrh.bootstrap.fornyelse.Fornyelsesplan;
import no.rrh.bootstrap.fornyelse.Produksjonslogg;
import no.rrh.bootstrap.fornyelse.Totalbestandvakt;
import no.rrh.domain.feil.Registerkonflikt;
import no.rrh.domain.registrering.Registreringsid;
import no.rrh.domain.tilgang.Operasjon;
import no.rrh.http.representasjon.V1Representasjon;
import no.rrh.http.representasjon.lesing.V1Leser;
import no.rrh.persistence.arkiv.Filarkiv;
import no.rrh.persistence.register.H2Register;

/** The use cases, wired to the adapters over one data folder. */
public final class Rrh implements AutoCloseable {
    private final Datamappe data;
    private final Clock klokke = Clock.systemUTC();
    private final V1Representasjon representasjon = new V1Representasjon();
    private final H2Register lager;
    private final Virksomhetsregister register;
    private final Totalbestandarkiv arkiv;
    private final Totalbestandproduksjon produksjon;
    private final Optional<Fornyelsesplan> fornyelsesplan;

    private Rrh(Datamappe data, Innstillinger innstillinger) {
        this.data = data;
        data.lukkFiler();
        this.lager = H2Register.aapne(data.register(), klokke);
        this.register = lager.virksomhetsregister();
        this.fornyelsesplan = innstillinger.fornyelsesplan();
        try {
            this.arkiv = new Filarkiv(data.totalbestand(), innstillinger.oppbevaring(), klokke);
            krevIkkeEldreEnn(arkiv);
        } catch (RuntimeException e) {
            lager.close();
            throw e;
        }
        this.produksjon = new Totalbestandproduksjon(register, representasjon, arkiv, klokke);
    }

    /** Opens what lies in the data folder, and makes what is not there; one process at a time can. */
    public static Rrh aapne(Innstillinger innstillinger) {
        return new Rrh(Datamappe.aapne(innstillinger.data(), innstillinger.miljoe()), innstillinger);
    }

    /** Opens what lies in the data folder, where there is a register. */
    public static Rrh aapneDenSomFinnes(Innstillinger innstillinger) {
        return new Rrh(Datamappe.finn(innstillinger.data(), innstillinger.miljoe()), innstillinger);
    }

    /** A register that has lost changes it has handed out would hand out their numbers once more. */
    private void krevIkkeEldreEnn(Totalbestandarkiv arkivet) {
        long iArkivet = arkivet.siste().map(Totalbestandfil::sekvensnummer).orElse(0L);
        long iRegisteret = lager.endringslogg().siste();
        if (iRegisteret < iArkivet) {
            throw new Registerkonflikt("registeret slutter ved endring " + iRegisteret
                    + ", men totalbestanden er laget ved "
                    + iArkivet + ": registeret er byttet ut eller skadet. Hent det tilbake fra en sikkerhetskopi, eller"
                    + " flytt bort mappen totalbestand for å gå videre uten endringene");
        }
    }

    Clock klokke() {
        return klokke;
    }

    Datamappe data() {
        return data;
    }

    V1Representasjon representasjon() {
        return representasjon;
    }

    /** Whether nothing has been registered yet. */
    boolean erTomt() {
        return register.erTomt();
    }

    HentVirksomhet hentVirksomhet() {
        return new Virksomhetsoppslag(register);
    }

    HentTotalbestand hentTotalbestand(Operasjon paaFlaten) {
        return new Totalbestandutlevering(arkiv, paaFlaten);
    }

    HentVirksomhet hentHistorikk() {
        return new Historikkoppslag(register);
    }

    FinnVirksomheter finnVirksomheter() {
        return new Personsoek(register, lager.personindeks());
    }

    HentEndringslogg hentEndringslogg() {
        return new Endringslogglesing(lager.endringslogg());
    }

    HentSekvensnummer hentSekvensnummer() {
        return new Sekvensnummeroppslag(lager.endringslogg());
    }

    SjekkKlarhet sjekkKlarhet() {
        return new Klarhetssjekk(register);
    }

    HentRegisterstatus hentRegisterstatus() {
        return new Registertilsyn(lager.endringslogg());
    }

    /** Makes a totalbestand; one at a time, whoever asks. */
    public LagTotalbestand lagTotalbestand() {
        return new Produksjonslogg(produksjon);
    }

    /** How it stands with the totalbestand. */
    public HentTotalbestandstatus totalbestandstatus() {
        return new Totalbestandoversikt(
                arkiv, produksjon, () -> fornyelsesplan.map(plan -> plan.neste(klokke.instant())));
    }

    /** Renews the totalbestand from when it is started. */
    Totalbestandvakt totalbestandvakt() {
        return new Totalbestandvakt(lagTotalbestand(), totalbestandstatus(), fornyelsesplan, klokke);
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

    @Override
    public void close() {
        lager.close();
    }
}
