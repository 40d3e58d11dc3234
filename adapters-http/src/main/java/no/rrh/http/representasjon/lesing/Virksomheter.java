package no.rrh.http.representasjon.lesing;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import no.rrh.domain.feil.UgyldigVerdi;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.registrering.Reellerettighetshaverestatus;
import no.rrh.domain.registrering.Registrering;
import no.rrh.domain.registrering.RegistreringspliktigVirksomhet;
import no.rrh.domain.registrering.Registreringsstatus;
import no.rrh.domain.registrering.Rettighetsinformasjon;
import no.rrh.domain.registrering.Rettighetsinformasjon.RegulertMarked;
import no.rrh.domain.registrering.Rettighetsinformasjon.Rettighetshavere;
import no.rrh.domain.registrering.Rettighetsinformasjon.UtenlandskRegister;
import no.rrh.domain.registrering.Uoverensstemmelse;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Reads virksomheter with their registrations: the records of the file. */
final class Virksomheter {
    private static final Form UTENLANDSK = new Form();
    private static final Felt<LandAlfa2> REGISTERLAND = UTENLANDSK.felt("land", Enkeltverdier::landAlfa2);
    private static final Felt<String> REGISTERADRESSE = UTENLANDSK.felt("internettadresse", Jsonkilde::tekst);

    private static final Form MARKED = new Form();
    private static final Felt<String> MARKEDSNAVN = MARKED.felt("navn", Jsonkilde::tekst);
    private static final Felt<LandAlfa2> MARKEDSLAND = MARKED.felt("land", Enkeltverdier::landAlfa2);
    private static final Felt<String> MARKEDSADRESSE = MARKED.felt("internettadresse", Jsonkilde::tekst);

    private static final Form REGISTRERING = new Form();
    private static final Felt<UUID> REGISTRERINGSID = REGISTRERING.felt("registreringsid", Enkeltverdier::uuid);
    private static final Felt<Registreringsstatus> STATUS =
            REGISTRERING.felt("registreringsstatus", Enkeltverdier.kode(Registreringsstatus.LISTE));
    private static final Felt<Instant> REGISTRERT = REGISTRERING.felt("registrert", Enkeltverdier::tid);
    private static final Felt<Boolean> ER_GJELDENDE = REGISTRERING.felt("erGjeldendeRegistrering", Jsonkilde::sannhet);
    private static final Felt<Reellerettighetshaverestatus> RETTIGHETSHAVERESTATUS =
            REGISTRERING.felt("reelleRettighetshaverestatus", Enkeltverdier.kode(Reellerettighetshaverestatus.LISTE));
    private static final Felt<UtenlandskRegister> UTENLANDSK_REGISTER =
            REGISTRERING.felt("utenlandskRegister", Virksomheter::utenlandskRegister);
    private static final Felt<RegulertMarked> REGULERT_MARKED =
            REGISTRERING.felt("regulertMarked", Virksomheter::regulertMarked);
    private static final Felt<List<ReellRettighetshaver>> RETTIGHETSHAVERE =
            REGISTRERING.felt("reelleRettighetshavere", kilde -> kilde.liste(Rettighetshaverlesing::rettighetshaver));
    private static final Felt<Uoverensstemmelse> UOVERENSSTEMMELSE =
            REGISTRERING.felt("uoverensstemmelse", Uoverensstemmelser::uoverensstemmelse);

    private static final Form VIRKSOMHET = new Form();
    private static final Felt<Organisasjonsnummer> ORGANISASJONSNUMMER =
            VIRKSOMHET.felt("organisasjonsnummer", kilde -> kilde.iPost(Enkeltverdier.organisasjonsnummer(kilde)));
    private static final Felt<Instant> FOERST =
            VIRKSOMHET.felt("foerstRegistrertIRegisterOverReelleRettighetshavere", Enkeltverdier::tid);
    private static final Felt<Instant> SLETTET =
            VIRKSOMHET.felt("slettetIRegisterOverReelleRettighetshavere", Enkeltverdier::tid);
    private static final Felt<List<Registrering>> REGISTRERINGER =
            VIRKSOMHET.felt("registreringer", kilde -> kilde.liste(Virksomheter::registrering));

    private Virksomheter() {}

    static RegistreringspliktigVirksomhet virksomhet(Jsonkilde kilde) throws IOException {
        return VIRKSOMHET.les(
                kilde,
                verdier -> new RegistreringspliktigVirksomhet(
                        verdier.krev(ORGANISASJONSNUMMER),
                        verdier.krev(FOERST),
                        verdier.valgfri(SLETTET),
                        verdier.krev(REGISTRERINGER)));
    }

    private static Registrering registrering(Jsonkilde kilde) throws IOException {
        return REGISTRERING.les(
                kilde,
                verdier -> new Registrering(
                        verdier.krev(REGISTRERINGSID),
                        Registrering.FOERSTE_VERSJON,
                        verdier.krev(STATUS),
                        verdier.krev(REGISTRERT),
                        verdier.krev(ER_GJELDENDE),
                        verdier.valgfri(RETTIGHETSHAVERESTATUS),
                        rettighetsinformasjon(verdier),
                        verdier.valgfri(UOVERENSSTEMMELSE)));
    }

    private static Rettighetsinformasjon rettighetsinformasjon(Verdier verdier) {
        Rettighetshavere holdere = new Rettighetshavere(verdier.krev(RETTIGHETSHAVERE));
        boolean harHoldere = !holdere.reelleRettighetshavere().isEmpty();
        boolean harRegister = verdier.har(UTENLANDSK_REGISTER);
        boolean harMarked = verdier.har(REGULERT_MARKED);
        if (harHoldere && (harRegister || harMarked) || harRegister && harMarked) {
            throw new UgyldigVerdi(
                    "reelleRettighetshavere, utenlandskRegister og regulertMarked utelukker hverandre: høyst én av"
                            + " dem kan være oppgitt, og listen er ellers tom");
        }
        return verdier.valgfri(UTENLANDSK_REGISTER)
                .<Rettighetsinformasjon>map(register -> register)
                .or(() -> verdier.valgfri(REGULERT_MARKED))
                .orElse(holdere);
    }

    private static UtenlandskRegister utenlandskRegister(Jsonkilde kilde) throws IOException {
        return UTENLANDSK.les(
                kilde, verdier -> new UtenlandskRegister(verdier.krev(REGISTERLAND), verdier.krev(REGISTERADRESSE)));
    }

    private static RegulertMarked regulertMarked(Jsonkilde kilde) throws IOException {
        return MARKED.les(
                kilde,
                verdier -> new RegulertMarked(
                        verdier.krev(MARKEDSNAVN), verdier.krev(MARKEDSLAND), verdier.krev(MARKEDSADRESSE)));
    }
}
