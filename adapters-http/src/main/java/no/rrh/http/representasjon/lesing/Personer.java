package no.rrh.http.representasjon.lesing;

import java.io.IOException;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import no.rrh.domain.kodeverk.LandAlfa3;
import no.rrh.domain.rettighetshaver.Foedselsnummer;
import no.rrh.domain.rettighetshaver.FolkeregistrertPerson;
import no.rrh.domain.rettighetshaver.Navn;
import no.rrh.domain.rettighetshaver.UtenlandskPerson;

/** Reads persons, in the folkeregister and foreign. */
final class Personer {
    private static final Form NAVN = new Form();
    private static final Felt<String> FORNAVN = NAVN.felt("fornavn", Jsonkilde::tekst);
    private static final Felt<String> MELLOMNAVN = NAVN.felt("mellomnavn", Jsonkilde::tekst);
    private static final Felt<String> ETTERNAVN = NAVN.felt("etternavn", Jsonkilde::tekst);

    private static final Form FOLKEREGISTRERT = new Form();
    private static final Felt<Foedselsnummer> FOEDSELSNUMMER =
            FOLKEREGISTRERT.felt("foedselsEllerDNummer", kilde -> new Foedselsnummer(kilde.tekst()));
    private static final Felt<LocalDate> FOEDSELSDATO = FOLKEREGISTRERT.felt("foedselsdato", Enkeltverdier::dato);
    private static final Felt<Year> FOEDSELSAAR = FOLKEREGISTRERT.felt("foedselsaar", Enkeltverdier::aar);
    private static final Felt<Navn> PERSONNAVN = FOLKEREGISTRERT.felt("navn", Personer::navn);
    private static final Felt<Boolean> ER_DOED = FOLKEREGISTRERT.felt("erDoed", Jsonkilde::sannhet);
    private static final Felt<LandAlfa3> BOSTEDSLAND = FOLKEREGISTRERT.felt("bostedsland", Enkeltverdier::landAlfa3);
    private static final Felt<List<LandAlfa3>> STATSBORGERSKAP =
            FOLKEREGISTRERT.felt("statsborgerskap", kilde -> kilde.liste(Enkeltverdier::landAlfa3));

    private static final Form UTENLANDSK = new Form();
    private static final Felt<LocalDate> UTENLANDSK_DATO = UTENLANDSK.felt("foedselsdato", Enkeltverdier::dato);
    private static final Felt<Year> UTENLANDSK_AAR = UTENLANDSK.felt("foedselsaar", Enkeltverdier::aar);
    private static final Felt<String> FULLT_NAVN = UTENLANDSK.felt("fulltNavn", Jsonkilde::tekst);
    private static final Felt<LandAlfa3> UTENLANDSK_BOSTED = UTENLANDSK.felt("bostedsland", Enkeltverdier::landAlfa3);
    private static final Felt<List<LandAlfa3>> UTENLANDSK_BORGERSKAP =
            UTENLANDSK.felt("statsborgerskap", kilde -> kilde.liste(Enkeltverdier::landAlfa3));

    private Personer() {}

    static FolkeregistrertPerson folkeregistrert(Jsonkilde kilde) throws IOException {
        return FOLKEREGISTRERT.les(
                kilde,
                verdier -> new FolkeregistrertPerson(
                        verdier.valgfri(FOEDSELSNUMMER),
                        verdier.valgfri(FOEDSELSDATO),
                        verdier.krev(FOEDSELSAAR),
                        verdier.valgfri(PERSONNAVN),
                        verdier.krev(ER_DOED),
                        verdier.krev(BOSTEDSLAND),
                        verdier.krev(STATSBORGERSKAP)));
    }

    static UtenlandskPerson utenlandsk(Jsonkilde kilde) throws IOException {
        return UTENLANDSK.les(
                kilde,
                verdier -> new UtenlandskPerson(
                        verdier.valgfri(UTENLANDSK_DATO),
                        verdier.krev(UTENLANDSK_AAR),
                        verdier.valgfri(FULLT_NAVN),
                        verdier.krev(UTENLANDSK_BOSTED),
                        verdier.krev(UTENLANDSK_BORGERSKAP)));
    }

    private static Navn navn(Jsonkilde kilde) throws IOException {
        return NAVN.les(
                kilde,
                verdier -> new Navn(verdier.krev(FORNAVN), verdier.valgfri(MELLOMNAVN), verdier.krev(ETTERNAVN)));
    }
}
