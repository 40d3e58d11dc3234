package no.rrh.http.representasjon.lesing;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import no.rrh.domain.kodeverk.LandAlfa2;
import no.rrh.domain.rettighetshaver.Grunnlagstype;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.Adresse;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.NorskVirksomhet;
import no.rrh.domain.rettighetshaver.MellomliggendeVirksomhet.UtenlandskVirksomhet;
import no.rrh.domain.rettighetshaver.Person;
import no.rrh.domain.rettighetshaver.Posisjon;
import no.rrh.domain.rettighetshaver.Posisjonstype;
import no.rrh.domain.rettighetshaver.ReellRettighetshaver;
import no.rrh.domain.rettighetshaver.Stoerrelsesintervall;
import no.rrh.domain.virksomhet.Organisasjonsnummer;

/** Reads reelle rettighetshavere with their positions, and the virksomheter between. */
final class Rettighetshaverlesing {
    private static final Form ADRESSE = new Form();
    private static final Felt<List<String>> FRI_ADRESSETEKST =
            ADRESSE.felt("friAdressetekst", kilde -> kilde.liste(Jsonkilde::tekst));
    private static final Felt<LandAlfa2> LAND = ADRESSE.felt("land", Enkeltverdier::landAlfa2);

    private static final Form UTENLANDSK = new Form();
    private static final Felt<String> REGISTRERINGSNUMMER =
            UTENLANDSK.felt("registreringsnummerIHjemlandet", Jsonkilde::tekst);
    private static final Felt<String> NAVN = UTENLANDSK.felt("navn", Jsonkilde::tekst);
    private static final Felt<Adresse> UTENLANDSK_ADRESSE = UTENLANDSK.felt("adresse", Rettighetshaverlesing::adresse);

    private static final Form NORSK = new Form();
    private static final Felt<Organisasjonsnummer> ORGANISASJONSNUMMER =
            NORSK.felt("organisasjonsnummer", Enkeltverdier::organisasjonsnummer);

    private static final Form MELLOMLIGGENDE = new Form();
    private static final List<Felt<MellomliggendeVirksomhet>> VIRKSOMHET = List.of(
            MELLOMLIGGENDE.felt("norskVirksomhet", Rettighetshaverlesing::norsk),
            MELLOMLIGGENDE.felt("utenlandskVirksomhet", Rettighetshaverlesing::utenlandsk));

    private static final Form POSISJON = new Form();
    private static final Felt<Posisjonstype> POSISJONSTYPE =
            POSISJON.felt("posisjonstype", Enkeltverdier.kode(Posisjonstype.LISTE));
    private static final Felt<Stoerrelsesintervall> STOERRELSESINTERVALL =
            POSISJON.felt("stoerrelsesintervall", Enkeltverdier.kode(Stoerrelsesintervall.LISTE));
    private static final Felt<String> BESKRIVELSE =
            POSISJON.felt("beskrivelseAvPosisjonenKontrollPaaAnnenMaate", Jsonkilde::tekst);
    private static final Verdileser<Grunnlagstype> GRUNNLAGSTYPE = Enkeltverdier.kode(Grunnlagstype.LISTE);
    private static final Felt<List<Grunnlagstype>> GRUNNLAGSTYPER =
            POSISJON.felt("grunnlagstyper", kilde -> kilde.liste(GRUNNLAGSTYPE));
    private static final Felt<List<MellomliggendeVirksomhet>> MELLOMLIGGENDE_VIRKSOMHETER =
            POSISJON.felt("mellomliggendeVirksomheter", kilde -> kilde.liste(Rettighetshaverlesing::mellomliggende));

    private static final Form RETTIGHETSHAVER = new Form();
    private static final List<Felt<Person>> PERSON = List.of(
            RETTIGHETSHAVER.felt("folkeregistrertPerson", Personer::folkeregistrert),
            RETTIGHETSHAVER.felt("utenlandskPerson", Personer::utenlandsk));
    private static final Felt<Boolean> ER_UNNTATT = RETTIGHETSHAVER.felt("erUnntattFraInnsyn", Jsonkilde::sannhet);
    private static final Felt<Instant> FOERST_REGISTRERT = RETTIGHETSHAVER.felt("foerstRegistrert", Enkeltverdier::tid);
    private static final Felt<Instant> ENDRET = RETTIGHETSHAVER.felt("endret", Enkeltverdier::tid);
    private static final Felt<List<Posisjon>> POSISJONER =
            RETTIGHETSHAVER.felt("posisjoner", kilde -> kilde.liste(Rettighetshaverlesing::posisjon));

    private Rettighetshaverlesing() {}

    static ReellRettighetshaver rettighetshaver(Jsonkilde kilde) throws IOException {
        return RETTIGHETSHAVER.les(
                kilde,
                verdier -> new ReellRettighetshaver(
                        verdier.noeyaktigEn(PERSON),
                        verdier.krev(ER_UNNTATT),
                        verdier.krev(FOERST_REGISTRERT),
                        verdier.krev(ENDRET),
                        verdier.krev(POSISJONER)));
    }

    private static Posisjon posisjon(Jsonkilde kilde) throws IOException {
        return POSISJON.les(
                kilde,
                verdier -> new Posisjon(
                        verdier.krev(POSISJONSTYPE),
                        verdier.valgfri(STOERRELSESINTERVALL),
                        verdier.valgfri(BESKRIVELSE),
                        verdier.krev(GRUNNLAGSTYPER),
                        verdier.krev(MELLOMLIGGENDE_VIRKSOMHETER)));
    }

    private static MellomliggendeVirksomhet mellomliggende(Jsonkilde kilde) throws IOException {
        return MELLOMLIGGENDE.les(kilde, verdier -> verdier.noeyaktigEn(VIRKSOMHET));
    }

    private static NorskVirksomhet norsk(Jsonkilde kilde) throws IOException {
        return NORSK.les(kilde, verdier -> new NorskVirksomhet(verdier.krev(ORGANISASJONSNUMMER)));
    }

    private static UtenlandskVirksomhet utenlandsk(Jsonkilde kilde) throws IOException {
        return UTENLANDSK.les(
                kilde,
                verdier -> new UtenlandskVirksomhet(
                        verdier.valgfri(REGISTRERINGSNUMMER), verdier.krev(NAVN), verdier.krev(UTENLANDSK_ADRESSE)));
    }

    private static Adresse adresse(Jsonkilde kilde) throws IOException {
        return ADRESSE.les(kilde, verdier -> new Adresse(verdier.krev(FRI_ADRESSETEKST), verdier.krev(LAND)));
    }
}
